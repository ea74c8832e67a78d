import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {binomialCdf, binomialTail} from "#models/numerics/binomial.js";
import {binomialProbability} from "#models/numerics/saddlePoint.js";
import {offBy} from "./offBy.js";

describe("the binomial tails", () => {
  // scipy 1.17.1: scipy.stats.binom.cdf and sf
  it.each([
    [12, 500, 0.015, 0.9585719029015539, 0.07769472584432445],
    [0, 100, 0.01, 0.3660323412732295, 1],
    [90, 1000, 0.02, 1, 1.7441853298594326e-31],
    [3, 100_000, 0.0005, 4.2221891176872316e-18, 1],
    [500, 1000, 0.5, 0.5126125090891802, 0.5126125090891802]
  ])("are right to 1e-10 of themselves at %d of %d with %d", (events, trials, p, below, above) => {
    expect(offBy(binomialCdf(events, trials, p), below)).toBeLessThan(1e-10);
    expect(offBy(binomialTail(events, trials, p), above)).toBeLessThan(1e-10);
  });

  it("are the sums of the probabilities", () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 60}), fc.double({min: 0.001, max: 0.999, noNaN: true}), (trials, p) => {
        let below = 0;
        for (let events = 0; events < trials; events++) {
          below += binomialProbability(events, trials - events, p, 1 - p);
          expect(binomialCdf(events, trials, p)).toBeCloseTo(below, 12);
          expect(binomialTail(events + 1, trials, p)).toBeCloseTo(1 - below, 12);
        }
      })
    );
  });

  it("reach their ends, and refuse half an event", () => {
    expect([binomialCdf(-1, 5, 0.2), binomialCdf(5, 5, 0.2), binomialTail(0, 5, 0.2), binomialTail(6, 5, 0.2)]).toEqual(
      [0, 1, 1, 0]
    );
    expect([binomialTail(1, 5, 0), binomialTail(5, 5, 1), binomialCdf(0, 5, 0)]).toEqual([0, 1, 1]);
    expect(() => binomialTail(0.5, 5, 0.2)).toThrow(/whole number; got 0.5/);
    expect(() => binomialCdf(1, 5, 2)).toThrow(/probability/);
  });
});
