import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {normalCdf, normalDensity, normalQuantile} from "#models/numerics/normal.js";

describe("normalCdf", () => {
  // scipy 1.17.1: scipy.stats.norm.cdf
  it.each([
    [0, 0.5],
    [1, 0.8413447460685429],
    [-1, 0.15865525393145707],
    [1.96, 0.9750021048517795],
    [-3, 0.0013498980316300933],
    [-5, 2.866515718791933e-7],
    [-10, 7.61985302416047e-24],
    [-37, 5.7255712225239266e-300]
  ])("is right to 1e-12 of itself at %d", (x, expected) => {
    expect(Math.abs(normalCdf(x) / expected - 1)).toBeLessThan(1e-12);
  });

  it("is symmetric: the tails of x and -x sum to one", () => {
    fc.assert(
      fc.property(fc.double({min: -8, max: 8, noNaN: true}), (x) => {
        expect(normalCdf(x) + normalCdf(-x)).toBeCloseTo(1, 14);
      })
    );
  });

  it("rises with the density as its slope", () => {
    fc.assert(
      fc.property(fc.double({min: -6, max: 6, noNaN: true}), (x) => {
        const h = 1e-4;
        expect((normalCdf(x + h) - normalCdf(x - h)) / (2 * h)).toBeCloseTo(normalDensity(x), 7);
      })
    );
  });

  it("refuses NaN", () => expect(() => normalCdf(NaN)).toThrow(/NaN/));
});

describe("normalQuantile", () => {
  // scipy 1.17.1: scipy.stats.norm.ppf
  it.each([
    [0.999, 3.090232306167813],
    [0.02425, -1.972961051311885],
    [0.3, -0.5244005127080409],
    [1e-6, -4.753424308822899],
    [0.5, 0]
  ])("is right to 1e-12 at %d", (p, expected) => expect(normalQuantile(p)).toBeCloseTo(expected, 12));

  it("undoes the distribution function", () => {
    fc.assert(
      fc.property(fc.double({min: 1e-300, max: 1 - 1e-12, noNaN: true}), (p) => {
        expect(Math.abs(normalCdf(normalQuantile(p)) / p - 1)).toBeLessThan(1e-11);
      })
    );
  });

  it("reaches infinity at the ends and refuses what is no probability", () => {
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
    for (const p of [-0.1, 1.1, NaN]) expect(() => normalQuantile(p)).toThrow(/probability/);
  });
});
