import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {chiSquaredCdf, chiSquaredQuantile, chiSquaredTail} from "#models/numerics/chiSquared.js";
import {normalCdf} from "#models/numerics/normal.js";

describe("chiSquaredCdf", () => {
  it("gives the p-values of the Hosmer-Lemeshow oracle (scipy 1.17.1)", () => {
    expect(chiSquaredTail(3.741522, 4)).toBeCloseTo(0.44211561947794586, 12);
    expect(chiSquaredTail(3.741522, 2)).toBeCloseTo(0.154006, 6);
    expect(1 - chiSquaredCdf(3.741522, 2)).toBeCloseTo(chiSquaredTail(3.741522, 2), 14);
  });

  it("is the law of a squared standard normal with one degree, and an exponential one with two", () => {
    fc.assert(
      fc.property(fc.double({min: 0.001, max: 60, noNaN: true}), (x) => {
        expect(chiSquaredCdf(x, 1)).toBeCloseTo(1 - 2 * normalCdf(-Math.sqrt(x)), 12);
        expect(chiSquaredCdf(x, 2)).toBeCloseTo(1 - Math.exp(-x / 2), 12);
      })
    );
  });

  // scipy 1.17.1: scipy.stats.chi2.sf
  it.each([
    [80, 3, 3.0692774861724164e-17],
    [200, 10, 1.6139305336977317e-37],
    [900, 1000, 0.9892827619087102]
  ])("leaves the tail beyond %d with %d degrees right to 1e-10 of itself", (x, degrees, expected) => {
    expect(Math.abs(chiSquaredTail(x, degrees) / expected - 1)).toBeLessThan(1e-10);
  });

  it("rises from 0 to 1, and refuses what is no number and no degree", () => {
    expect([chiSquaredCdf(-1, 3), chiSquaredCdf(0, 3), chiSquaredCdf(Infinity, 3)]).toEqual([0, 0, 1]);
    expect(() => chiSquaredCdf(NaN, 3)).toThrow(/NaN/);
    expect(() => chiSquaredCdf(1, 0)).toThrow(/degrees of freedom must be positive; got 0/);
  });
});

describe("chiSquaredQuantile", () => {
  it("turns the distribution function back", () => {
    const p = fc.double({min: 0.0001, max: 0.9999, noNaN: true});
    fc.assert(
      fc.property(p, fc.integer({min: 1, max: 200}), (share, degrees) => {
        expect(chiSquaredCdf(chiSquaredQuantile(share, degrees), degrees)).toBeCloseTo(share, 10);
      })
    );
  });

  it("gives the printed value: 16.919 at 95 % with nine degrees (Abramowitz and Stegun table 26.8)", () => {
    expect(chiSquaredQuantile(0.95, 9)).toBeCloseTo(16.919, 3);
    expect(() => chiSquaredQuantile(1, 9)).toThrow(/in \[0, 1\); got 1/);
  });
});
