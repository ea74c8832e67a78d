import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {plutoTasche, upperBoundPd} from "#models/calibration/plutoTasche.js";
import {binomialCdf} from "#models/numerics/binomial.js";
import {oneFactorBinomialTail} from "#models/numerics/correlatedBinomial.js";

describe("upperBoundPd", () => {
  // scipy 1.17.1: scipy.special.betaincinv
  it.each([
    [100, 0, 0.02276277904418932],
    [500, 1, 0.007756994552213628]
  ])("bounds %d obligors with %d defaults at 90 %", (obligors, defaults, expected) => {
    expect(upperBoundPd({obligors, defaults}, 0.9)).toBeCloseTo(expected, 10);
  });

  it("is 1 - (1 - confidence)^(1/n) without defaults, and leaves the tail that it says with them", () => {
    const confidence = fc.double({min: 0.05, max: 0.999, noNaN: true});
    fc.assert(
      fc.property(fc.integer({min: 1, max: 5000}), fc.integer({min: 0, max: 20}), confidence, (n, k, level) => {
        expect(upperBoundPd({obligors: n, defaults: 0}, level)).toBeCloseTo(1 - (1 - level) ** (1 / n), 12);
        const defaults = Math.min(k, n - 1);
        const pd = upperBoundPd({obligors: n, defaults}, level);
        expect(binomialCdf(defaults, n, pd)).toBeCloseTo(1 - level, 10);
      })
    );
  });

  it("is wider with correlation, and solves the one-factor model", () => {
    const counts = {obligors: 800, defaults: 2};
    const bound = upperBoundPd(counts, 0.9, 0.12);
    expect(bound).toBeGreaterThan(upperBoundPd(counts, 0.9));
    expect(oneFactorBinomialTail(3, 800, bound, 0.12)).toBeCloseTo(0.9, 9);
  });

  it("is 1 where all defaulted, and refuses impossible counts and confidences", () => {
    expect(upperBoundPd({obligors: 3, defaults: 3}, 0.5)).toBe(1);
    expect(() => upperBoundPd({obligors: 3, defaults: 4}, 0.5)).toThrow(/4 defaults of 3 obligors/);
    expect(() => upperBoundPd({obligors: 0, defaults: 0}, 0.5)).toThrow(/at least one obligor/);
    expect(() => upperBoundPd({obligors: 3, defaults: 0}, 1)).toThrow(/confidence must be in \(0, 1\); got 1/);
  });
});

describe("plutoTasche", () => {
  it("pools each grade with the riskier ones: A 100/0, B 400/2, C 300/1 at 90 % (scipy 1.17.1)", () => {
    const counts = [
      {obligors: 100, defaults: 0},
      {obligors: 400, defaults: 2},
      {obligors: 300, defaults: 1}
    ];
    const expected = [0.0083318, 0.0095189, 0.0129034];
    plutoTasche(counts, 0.9).forEach((pd, index) => expect(pd).toBeCloseTo(expected[index]!, 7));
  });

  it("never gives a riskier grade less, even where the defaults are in the safest", () => {
    const grade = fc
      .record({obligors: fc.integer({min: 0, max: 500}), share: fc.double({min: 0, max: 1, noNaN: true})})
      .map(({obligors, share}) => ({obligors, defaults: Math.floor(obligors * share ** 4)}));
    fc.assert(
      fc.property(fc.array(grade, {minLength: 1, maxLength: 8}), (grades) => {
        fc.pre(grades.some(({obligors}) => obligors > 0));
        const pds = plutoTasche(grades, 0.75);
        pds.slice(1).forEach((pd, index) => expect(pd).toBeGreaterThanOrEqual(pds[index]!));
      })
    );
  });
});
