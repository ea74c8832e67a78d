import {describe, expect, it} from "vitest";
import {fitLogistic, logistic, logOdds} from "#models/numerics/logistic.js";
import {randomOf} from "#models/numerics/random.js";

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
});
