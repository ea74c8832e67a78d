import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {addGram, paddedColumns} from "#models/numerics/gram.js";
import {randomOf} from "#models/numerics/random.js";

describe("addGram", () => {
  it("adds the product of every pair of columns, of the rows that count", () => {
    const counts = fc.record({columns: fc.integer({min: 1, max: 10}), rows: fc.integer({min: 0, max: 12})});
    fc.assert(
      fc.property(counts, fc.integer({min: 1, max: 1e6}), ({columns, rows}, seed) => {
        const random = randomOf(seed);
        const [padded, stride] = [paddedColumns(columns), 12];
        const z = Float64Array.from({length: padded * stride}, random);
        const out = new Float64Array(padded * padded).fill(1);
        addGram(z, padded, stride, rows, out);
        for (let i = 0; i < columns; i++) {
          for (let j = 0; j <= i; j++) {
            let total = 1;
            for (let row = 0; row < rows; row++) total += z[i * stride + row]! * z[j * stride + row]!;
            expect(out[i * padded + j]).toBeCloseTo(total, 12);
          }
        }
      })
    );
  });
});
