import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {bootstrapRows, sampleRows} from "#models/challenger/sampleRows.js";
import {randomOf} from "#models/numerics/random.js";

const flags = fc
  .array(fc.constantFrom(0, 0, 0, 1), {minLength: 1, maxLength: 200})
  .map((drawn) => Uint8Array.from(drawn));

describe("sampleRows", () => {
  it("draws distinct rows, rising: all events up to half, and as many rows as it may", () => {
    fc.assert(
      fc.property(flags, fc.integer({min: 2, max: 250}), fc.nat(), (defaulted, rows, seed) => {
        const sample = sampleRows(defaulted, rows, randomOf(seed));
        const events = defaulted.reduce((total, flag) => total + flag, 0);
        const drawn = sample.filter((row) => defaulted[row] === 1).length;
        expect(sample.length).toBe(Math.min(rows, defaulted.length));
        expect([...sample]).toEqual([...new Set(sample)].sort((a, b) => a - b));
        expect(drawn).toBeGreaterThanOrEqual(Math.min(events, Math.floor(rows / 2)));
        if (defaulted.length - events >= Math.ceil(rows / 2)) expect(drawn).toBeLessThanOrEqual(rows / 2);
      })
    );
  });
});

describe("bootstrapRows", () => {
  it("draws as many rows as there are, those without default first", () => {
    fc.assert(
      fc.property(flags, fc.nat(), (outcomes, seed) => {
        const drawn = bootstrapRows(outcomes, randomOf(seed));
        const sequence = [...drawn].map((row) => outcomes[row]!);
        expect(drawn.length).toBe(outcomes.length);
        expect(sequence).toEqual(sequence.toSorted((a, b) => a - b));
      })
    );
  });
});
