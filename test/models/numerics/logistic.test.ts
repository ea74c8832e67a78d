import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {fitLogistic, logistic, logOdds} from "#models/numerics/logistic.js";
import {normalCdf} from "#models/numerics/normal.js";
import {permutation, randomOf} from "#models/numerics/random.js";
import {exactErrors, expectSameFit, gradientOf, sample} from "./logisticSamples.js";

// Launch temperatures (Fahrenheit) and O-ring distress of 23 shuttle flights: Dalal, Fowlkes and Hoadley (1989).
const temperature = Float64Array.of(
  66,
  70,
  69,
  68,
  67,
  72,
  73,
  70,
  57,
  63,
  70,
  78,
  67,
  53,
  67,
  75,
  70,
  81,
  76,
  79,
  75,
  76,
  58
);
const distress = Uint8Array.of(0, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 1);

describe("fitLogistic", () => {
  it("agrees with statsmodels 0.15.0 on the O-ring flights to 1e-8", () => {
    const fit = fitLogistic([temperature], distress);
    expect(fit.intercept).toBeCloseTo(15.042901647702422, 8);
    expect(fit.coefficients[0]).toBeCloseTo(-0.2321627442185962, 8);
    expect(fit.standardErrors[0]).toBeCloseTo(7.378636384916418, 6);
    expect(fit.standardErrors[1]).toBeCloseTo(0.10823652164928327, 8);
    expect(fit.logLikelihood).toBeCloseTo(-10.157596343933415, 8);
    expect(fit.pValues[1]).toBeCloseTo(2 * normalCdf(-0.2321627442185962 / 0.10823652164928327), 8);
  });

  it("gives the log odds ratio of a two-by-two table, with its textbook error", () => {
    const exposed = Float64Array.from({length: 100}, (_, i) => (i < 40 ? 1 : 0));
    const events = Uint8Array.from({length: 100}, (_, i) => (i < 10 || (i >= 40 && i < 45) ? 1 : 0));
    const fit = fitLogistic([exposed], events);
    expect(fit.coefficients[0]).toBeCloseTo(Math.log(10 / 30 / (5 / 55)), 9);
    expect(fit.standardErrors[1]).toBeCloseTo(Math.sqrt(1 / 10 + 1 / 30 + 1 / 5 + 1 / 55), 7);
  });

  it("recovers the coefficients that generated the outcomes, within four standard errors", () => {
    const random = randomOf(7);
    const x = Float64Array.from({length: 20_000}, () => random() * 4 - 2);
    const y = Uint8Array.from(x, (value) => (random() < logistic(-2 + 0.8 * value) ? 1 : 0));
    const fit = fitLogistic([x], y);
    expect(Math.abs(fit.intercept + 2) / fit.standardErrors[0]!).toBeLessThan(4);
    expect(Math.abs(fit.coefficients[0]! - 0.8) / fit.standardErrors[1]!).toBeLessThan(4);
  });

  it("shrinks coefficients as the ridge grows, and keeps the mean of the PDs at the rate", () => {
    const sizes = [0, 10, 1000, 100_000].map((ridge) => {
      const fit = fitLogistic([temperature.map((t) => (t - 70) / 7)], distress, {ridge});
      const odds = logOdds([temperature.map((t) => (t - 70) / 7)], fit.intercept, fit.coefficients, 23);
      expect(odds.map(logistic).reduce((total, pd) => total + pd, 0)).toBeCloseTo(7, 8);
      return Math.abs(fit.coefficients[0]!);
    });
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(sizes.at(-1)).toBeLessThan(0.001);
  });

  it("says so when outcomes are all alike, features are dependent, or classes are separable", () => {
    expect(() => fitLogistic([temperature], new Uint8Array(23))).toThrow(/0 events in 23 rows/);
    expect(() => fitLogistic([temperature, temperature], distress)).toThrow(/not positive definite/);
    const split = Uint8Array.from(temperature, (t) => (t > 70 ? 1 : 0));
    expect(() => fitLogistic([temperature], split)).toThrow(/separable|positive definite/);
  });

  it("counts a row of weight two twice, and one of weight zero not at all", () => {
    const {features, outcomes} = sample(11, 300, 3);
    const weights = Float64Array.from(outcomes, (_, row) => row % 3);
    const repeated = [...outcomes.keys()].flatMap((row) => Array.from({length: row % 3}, () => row));
    const weighted = fitLogistic(features, outcomes, {weights});
    const twice = fitLogistic(
      features.map((feature) => Float64Array.from(repeated, (row) => feature[row]!)),
      Uint8Array.from(repeated, (row) => outcomes[row]!)
    );
    expectSameFit(weighted, twice, 9);
  });

  it("ends where the gradient is zero, the ridge included", () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 1e6}), fc.constantFrom(0, 0.5, 20), (seed, ridge) => {
        const {features, outcomes} = sample(seed, 400, 4);
        const fit = fitLogistic(features, outcomes, {ridge});
        gradientOf(features, outcomes, fit, ridge).forEach((slope) => expect(Math.abs(slope)).toBeLessThan(1e-9));
      }),
      {numRuns: 30}
    );
  });

  it("does not depend on the order of rows, on units or on the start beyond rounding", () => {
    const {features, outcomes} = sample(13, 2000, 5);
    const fit = fitLogistic(features, outcomes);
    const order = permutation(2000, randomOf(1));
    const shuffled = features.map((feature) => Float64Array.from(order, (row) => feature[row]!));
    expectSameFit(
      fitLogistic(
        shuffled,
        Uint8Array.from(order, (row) => outcomes[row]!)
      ),
      fit,
      10
    );
    expectSameFit(fitLogistic(features, outcomes, {start: {intercept: 1, coefficients: [1, -1, 0, 2, 0]}}), fit, 10);
    const thousandth = features.map((feature) => feature.map((value) => value * 1000));
    const other = fitLogistic(thousandth, outcomes);
    other.coefficients.forEach((value, j) => expect(value * 1000).toBeCloseTo(fit.coefficients[j]!, 10));
  });

  it("fits a large sample to the same end as small steps do: gradient zero, and errors of the exact information", () => {
    const rows = 60_000;
    const {features, outcomes} = sample(17, rows, 20);
    const fit = fitLogistic(features, outcomes);
    expect(fit.iterations).toBeLessThan(12);
    gradientOf(features, outcomes, fit, 0).forEach((slope, j) => {
      expect(Math.abs(slope) * fit.standardErrors[j]!).toBeLessThan(1e-10); // in standard errors
    });
    const order = permutation(rows, randomOf(3));
    const shuffled = features.map((feature) => Float64Array.from(order, (row) => feature[row]!));
    const again = fitLogistic(
      shuffled,
      Uint8Array.from(order, (row) => outcomes[row]!)
    );
    expectSameFit(again, fit, 9);
    const errors = exactErrors(features, fit);
    fit.standardErrors.forEach((error, j) => expect(error / errors[j]!).toBeCloseTo(1, 6));
    const started = fitLogistic(features, outcomes, {start: fit});
    expect(started.iterations).toBeLessThan(4);
    started.standardErrors.forEach((error, j) => expect(error / errors[j]!).toBeCloseTo(1, 6));
  });

  it("fits a large sample in which a feature is too rare for its first rows", () => {
    const {features, outcomes} = sample(19, 60_000, 19);
    const rare = Float64Array.from(outcomes, (_, row) => (row % 5000 === 7 ? 1 : 0));
    for (let row = 7; row < 60_000; row += 10_000) outcomes[row] = 1;
    const fit = fitLogistic([...features, rare], outcomes);
    gradientOf([...features, rare], outcomes, fit, 0).forEach((slope, j) => {
      expect(Math.abs(slope) * fit.standardErrors[j]!).toBeLessThan(1e-9);
    });
  });

  it("refuses weights and signs that do not fit the rows and features", () => {
    expect(() => fitLogistic([temperature], distress, {weights: Float64Array.of(1)})).toThrow(/1 weights for 23/);
    expect(() => fitLogistic([temperature], distress, {weights: new Float64Array(23).fill(-1)})).toThrow(/got -1/);
    expect(() => fitLogistic([temperature], distress, {signs: []})).toThrow(/0 signs for 1 features/);
    const onlyEvents = Float64Array.from(distress);
    expect(() => fitLogistic([temperature], distress, {weights: onlyEvents})).toThrow(/7 events in 7 rows/);
  });
});
