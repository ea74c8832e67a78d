import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {randomOf} from "#models/numerics/random.js";
import {rankOrder} from "#models/validation/rankOrder.js";
import {rankedRows, splitRows} from "#models/validation/rankedRows.js";

describe("rankOrder", () => {
  it("orders few and many rows alike: by value, then by row, with -0 beside 0", () => {
    const random = randomOf(3);
    for (const count of [1000, 20_000]) {
      const values = Float64Array.from({length: count}, (_, row) => {
        if (row % 97 === 0) return row % 2 === 0 ? 0 : -0;
        return row % 5 === 0 ? Math.round(random() * 20 - 10) : (random() - 0.5) * 10 ** Math.floor(random() * 40 - 20);
      });
      values.set([Infinity, -Infinity, Number.MIN_VALUE, -Number.MIN_VALUE], 0);
      const expected = [...values.keys()].sort(
        (a, b) => Number(values[a]! > values[b]!) - Number(values[a]! < values[b]!) || a - b
      );
      expect([...rankOrder(values)]).toEqual(expected);
    }
  });

  it("refuses NaN", () => {
    expect(() => rankOrder(Float64Array.of(1, NaN))).toThrow(/NaN/);
  });
});

describe("rows split by a code", () => {
  it("partition all rows and stay ordered", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({min: 0, max: 5}), fc.integer({min: 0, max: 2})), {maxLength: 30}),
        (all) => {
          const risk = Float64Array.from(all, ([value]) => value);
          const codes = all.map(([, code]) => code);
          const parts = splitRows(rankedRows(risk, new Uint8Array(all.length)), codes, 3);
          expect(parts.flatMap(({order}) => [...order]).sort((a, b) => a - b)).toEqual([...all.keys()]);
          parts.forEach(({order, risk: own}, code) => {
            expect([...order].every((row) => codes[row] === code)).toBe(true);
            expect([...own]).toEqual([...order].map((row) => risk[row]));
            expect([...own]).toEqual([...own].sort((a, b) => a - b));
          });
        }
      )
    );
  });
});
