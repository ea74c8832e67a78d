import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {binomialTail} from "#models/numerics/binomial.js";
import {oneFactorBinomialCritical, oneFactorBinomialTail} from "#models/numerics/correlatedBinomial.js";
import {offBy} from "./offBy.js";

describe("oneFactorBinomialTail", () => {
  // scipy 1.17.1: scipy.integrate.quad over scipy.stats.binom.sf
  it.each([
    [6, 100, 0.01, 0.05, 0.005526081052471824],
    [63, 1000, 0.01, 0.15, 0.009888989890267999],
    [20, 1000, 0.005, 0.05, 0.009619678131192648],
    [252, 1000, 0.05, 0.2, 0.009899089214122341],
    [300, 10_000, 0.02, 0.02, 0.09146248601617404],
    [40, 100, 0.01, 0.1, 4.481256803930094e-10],
    [1, 50, 0.001, 0.24, 0.0418934637335214],
    [60_000, 1_000_000, 0.05, 0.01, 0.16391204281085156]
  ])("is right to 1e-9 of itself at %d of %d with PD %d and correlation %d", (k, n, pd, correlation, expected) => {
    expect(offBy(oneFactorBinomialTail(k, n, pd, correlation), expected)).toBeLessThan(1e-9);
  });

  it("nears the binomial tail as correlation vanishes, and is it at none", () => {
    expect(oneFactorBinomialTail(12, 500, 0.015, 0)).toBe(binomialTail(12, 500, 0.015));
    expect(oneFactorBinomialTail(12, 500, 0.015, 1e-8)).toBeCloseTo(binomialTail(12, 500, 0.015), 7);
  });

  it("falls with k and rises with the PD", () => {
    const pd = fc.double({min: 0.0005, max: 0.3, noNaN: true});
    fc.assert(
      fc.property(fc.integer({min: 1, max: 50}), pd, fc.double({min: 0.001, max: 0.5, noNaN: true}), (k, p, rho) => {
        const tail = oneFactorBinomialTail(k, 100, p, rho);
        expect(oneFactorBinomialTail(k + 1, 100, p, rho)).toBeLessThan(tail);
        expect(oneFactorBinomialTail(k, 100, p * 1.1, rho)).toBeGreaterThan(tail);
      }),
      {numRuns: 30}
    );
  });

  it("has the mean n times the PD: the sum of its tails", () => {
    let mean = 0;
    for (let k = 1; k <= 50; k++) mean += oneFactorBinomialTail(k, 50, 0.03, 0.12);
    expect(mean).toBeCloseTo(1.5, 10);
  });

  it("refuses what is no correlation", () => {
    for (const rho of [-0.1, 1, NaN]) expect(() => oneFactorBinomialTail(1, 10, 0.1, rho)).toThrow(/correlation/);
  });
});

describe("oneFactorBinomialCritical", () => {
  // BCBS working paper 14, page 50, asset correlation 0, 5, 10, 15 and 20 %; at 0 it prints 11 for PD 0.5 %, whose tail is 0.0131.
  it.each([
    [0.01, 100, [5, 6, 7, 8, 10]],
    [0.005, 1000, [12, 20, 29, 37, 45]],
    [0.01, 1000, [19, 35, 49, 63, 77]],
    [0.05, 1000, [68, 128, 172, 212, 252]]
  ])("gives the table of the Basel Committee for PD %d and %d obligors", (pd, n, expected) => {
    const found = [0, 0.05, 0.1, 0.15, 0.2].map((rho) => oneFactorBinomialCritical(0.01, n, pd, rho));
    expect(found).toEqual(expected);
  });
});
