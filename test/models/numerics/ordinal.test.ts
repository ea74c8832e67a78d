import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {fitLogistic, logistic} from "#models/numerics/logistic.js";
import {classProbabilities, fitOrdinal} from "#models/numerics/ordinal.js";
import {permutation, randomOf} from "#models/numerics/random.js";

/** Classes 0 .. 3 by a known law. */
function sample(seed: number, rows: number, thresholds = [-1, 0.5, 2], coefficients = [0.8, -0.5]) {
  const random = randomOf(seed);
  const features = coefficients.map(() => Float64Array.from({length: rows}, () => 4 * (random() - 0.5)));
  const classes = Uint8Array.from({length: rows}, (_, row) => {
    const odds = coefficients.reduce((total, value, j) => total + value * features[j]![row]!, 0);
    const drawn = random();
    const label = thresholds.findIndex((threshold) => drawn < logistic(threshold - odds));
    return label === -1 ? thresholds.length : label;
  });
  return {features, classes};
}

describe("fitOrdinal", () => {
  // scipy 1.17.1: scipy.optimize.minimize (Nelder-Mead) of the same likelihood, errors by central differences
  it("agrees with scipy on forty rows of three classes", () => {
    const rows = Array.from({length: 40}, (_, i) => i);
    const features = [rows.map((i) => (i % 7) - 3), rows.map((i) => ((i * i) % 11) / 5 - 1)];
    const classes = Uint8Array.from("1212120120211102110111001100111001200112", Number);
    const fit = fitOrdinal(
      features.map((values) => Float64Array.from(values)),
      classes
    );
    expect(fit.thresholds[0]).toBeCloseTo(-0.8483721440322964, 6);
    expect(fit.thresholds[1]).toBeCloseTo(1.3864821509693441, 6);
    expect(fit.coefficients[0]).toBeCloseTo(0.025197114638356125, 6);
    expect(fit.coefficients[1]).toBeCloseTo(-0.01318611645693461, 6);
    expect(fit.logLikelihood).toBeCloseTo(-41.171865651671936, 10);
    const errors = [0.365852233081612, 0.41351340490445665, 0.15206884910120072, 0.5383163299710165];
    fit.standardErrors.forEach((error, j) => expect(error).toBeCloseTo(errors[j]!, 5));
  });

  it("is fitLogistic for two classes, the threshold minus the intercept", () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 1e6}), fc.constantFrom(0, 2), (seed, ridge) => {
        const {features, classes} = sample(seed, 300, [0.7]);
        const [ordinal, binary] = [fitOrdinal(features, classes, {ridge}), fitLogistic(features, classes, {ridge})];
        expect(ordinal.thresholds[0]).toBeCloseTo(-binary.intercept, 10);
        binary.coefficients.forEach((value, j) => expect(ordinal.coefficients[j]).toBeCloseTo(value, 10));
        binary.standardErrors.forEach((value, j) => expect(ordinal.standardErrors[j]).toBeCloseTo(value, 9));
        expect(ordinal.pValues[0]).toBeCloseTo(binary.pValues[1]!, 9);
        expect(ordinal.logLikelihood).toBeCloseTo(binary.logLikelihood, 9);
      }),
      {numRuns: 25}
    );
  });

  it("recovers the law that made the classes, within four standard errors", () => {
    const {features, classes} = sample(7, 20_000);
    const fit = fitOrdinal(features, classes);
    const found = [...fit.thresholds, ...fit.coefficients];
    [-1, 0.5, 2, 0.8, -0.5].forEach((truth, j) => {
      expect(Math.abs(found[j]! - truth) / fit.standardErrors[j]!).toBeLessThan(4);
      expect(fit.standardErrors[j]).toBeLessThan(0.03);
    });
  });

  it("has standard errors of the size by which fits of many samples differ", () => {
    const fits = Array.from({length: 200}, (_, seed) => {
      const {features, classes} = sample(seed + 1, 400);
      return fitOrdinal(features, classes);
    });
    [0, 1].forEach((j) => {
      const values = fits.map(({coefficients}) => coefficients[j]!);
      const mean = values.reduce((total, value) => total + value, 0) / 200;
      const deviation = Math.sqrt(values.reduce((total, value) => total + (value - mean) ** 2, 0) / 199);
      const stated = fits.reduce((total, {standardErrors}) => total + standardErrors[3 + j]!, 0) / 200;
      expect(deviation / stated).toBeGreaterThan(0.85);
      expect(deviation / stated).toBeLessThan(1.15);
    });
  });

  it("makes each class as frequent as it is, and keeps to it whatever the order of rows", () => {
    const {features, classes} = sample(9, 1000);
    const fit = fitOrdinal(features, classes);
    const order = permutation(1000, randomOf(4));
    const again = fitOrdinal(
      features.map((feature) => Float64Array.from(order, (row) => feature[row]!)),
      Uint8Array.from(order, (row) => classes[row]!)
    );
    again.coefficients.forEach((value, j) => expect(value).toBeCloseTo(fit.coefficients[j]!, 10));
    const probabilities = classProbabilities(fit, features, 1000);
    for (let row = 0; row < 1000; row++) {
      const own = probabilities.subarray(row * 4, row * 4 + 4);
      expect(own.reduce((total, value) => total + value, 0)).toBeCloseTo(1, 12);
      expect(Math.min(...own)).toBeGreaterThan(0);
    }
  });

  it("says so when a class has no rows, all are of one, lengths differ, or classes are separable", () => {
    const x = Float64Array.of(1, 2, 3, 4, 5, 6);
    expect(() => fitOrdinal([x], Uint8Array.of(0, 2, 0, 2, 0, 2))).toThrow(/class 1 has no rows/);
    expect(() => fitOrdinal([x], new Uint8Array(6))).toThrow(/one class: nothing to separate/);
    expect(() => fitOrdinal([x], Uint8Array.of(0, 1))).toThrow(/6 rows, the classes 2/);
    expect(() => fitOrdinal([x], Uint8Array.of(0, 0, 1, 1, 2, 2))).toThrow(/separable|positive definite/);
  });
});
