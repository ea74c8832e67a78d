import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {fitLogistic, type Sign} from "#models/numerics/logistic.js";
import {expectSameFit, gradientOf, sample} from "./logisticSamples.js";

describe("fitLogistic with signs", () => {
  it("meets the conditions of Karush, Kuhn and Tucker, whatever the signs", () => {
    const signs = fc.array(fc.constantFrom<Sign>(-1, 0, 1), {minLength: 5, maxLength: 5});
    fc.assert(
      fc.property(fc.integer({min: 1, max: 1e6}), signs, fc.constantFrom(0, 3), (seed, wanted, ridge) => {
        const {features, outcomes} = sample(seed, 400, 5);
        const fit = fitLogistic(features, outcomes, {signs: wanted, ridge});
        const slopes = gradientOf(features, outcomes, fit, ridge);
        expect(Math.abs(slopes[0]!)).toBeLessThan(1e-9);
        fit.coefficients.forEach((value, j) => {
          expect(wanted[j]! * value).toBeGreaterThanOrEqual(0);
          if (value === 0) {
            expect(wanted[j]! * slopes[j + 1]!).toBeLessThan(1e-9);
            expect([fit.standardErrors[j + 1], fit.pValues[j + 1]]).toEqual([0, 1]);
          } else expect(Math.abs(slopes[j + 1]!)).toBeLessThan(1e-9);
        });
      }),
      {numRuns: 60}
    );
  });

  it("is the best of all sets of coefficients held at zero that keep the signs", () => {
    for (let seed = 1; seed <= 8; seed++) {
      const {features, outcomes} = sample(100 + seed, 150, 4);
      const signs: Sign[] = [1, 1, -1, -1];
      let best = -Infinity;
      for (let mask = 0; mask < 16; mask++) {
        const kept = [0, 1, 2, 3].filter((j) => mask & (1 << j));
        const fit = fitLogistic(
          kept.map((j) => features[j]!),
          outcomes
        );
        if (kept.every((j, at) => signs[j]! * fit.coefficients[at]! >= 0)) best = Math.max(best, fit.logLikelihood);
      }
      expect(fitLogistic(features, outcomes, {signs}).logLikelihood).toBeCloseTo(best, 9);
    }
  });

  it("is the free fit where the signs are right, and fits large samples too", () => {
    const {features, outcomes} = sample(23, 60_000, 20);
    const free = fitLogistic(features, outcomes);
    const right = free.coefficients.map((value): Sign => (value > 0 ? 1 : -1));
    expectSameFit(fitLogistic(features, outcomes, {signs: right}), free, 9);
    const wrong = right.map((sign, j): Sign => (j % 4 === 0 ? (-sign as Sign) : sign));
    const held = fitLogistic(features, outcomes, {signs: wrong});
    const slopes = gradientOf(features, outcomes, held, 0);
    held.coefficients.forEach((value, j) => {
      if (value === 0) expect(wrong[j]! * slopes[j + 1]!).toBeLessThan(0);
      else expect(Math.abs(slopes[j + 1]!) * held.standardErrors[j + 1]!).toBeLessThan(1e-10);
    });
    expect(held.coefficients.filter((value) => value === 0).length).toBeGreaterThan(2);
  });
});
