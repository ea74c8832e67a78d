import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {rateInterval} from "#src/findings/interval.js";

describe("rateInterval", () => {
  it("is Wilson's: the rates at which the observed one lies 1.96 standard errors away", () => {
    const {lower, upper} = rateInterval(80, 2309)!;
    for (const rate of [lower, upper]) {
      expect(Math.abs(80 / 2309 - rate) / Math.sqrt((rate * (1 - rate)) / 2309)).toBeCloseTo(1.959964, 6);
    }
  });

  it("holds the rate, inside [0, 1]", () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 5000}), fc.double({min: 0, max: 1, noNaN: true}), (trials, share) => {
        const events = Math.floor(share * trials);
        const {lower, upper} = rateInterval(events, trials)!;
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(upper).toBeLessThanOrEqual(1);
        expect(events / trials).toBeGreaterThanOrEqual(lower - 1e-12);
        expect(events / trials).toBeLessThanOrEqual(upper + 1e-12);
      })
    );
  });

  it("says nothing without trials", () => expect(rateInterval(0, 0)).toBeNull());
});
