import {describe, expect, it} from "vitest";
import {groupsByPd, wholeOf} from "#models/validation/calibrationGroups.js";
import {calibrationLine} from "#models/validation/calibrationLine.js";
import {binomialPValue, correlatedBinomialPValue, jeffreysPValue, zScoreTest} from "#models/validation/defaultTests.js";
import {hosmerLemeshow} from "#models/validation/hosmerLemeshow.js";
import {
  powerOfBinomial,
  powerOfCalibrationLine,
  powerOfCorrelatedBinomial,
  powerOfHosmerLemeshow,
  powerOfJeffreys,
  powerOfNormalTest,
  powerOfSpiegelhalter,
  powerOfZScore
} from "#models/validation/power.js";
import {riskLevels} from "#models/validation/riskLevels.js";
import {spiegelhalter} from "#models/validation/spiegelhalter.js";
import {drawnSample} from "./samples.js";

const TESTED = {observations: 500, pd: 0.015};

describe("power against understated PDs", () => {
  it("gives the exact powers at 500 obligors of 1.5 % (critical values by search, scipy 1.17.1)", () => {
    expect(powerOfBinomial(TESTED)).toBeCloseTo(0.3379828291287639, 10);
    expect(powerOfJeffreys(TESTED)).toBeCloseTo(0.3379828291287639, 10);
    expect(powerOfZScore(TESTED)).toBeCloseTo(0.4139749757521686, 10);
  });

  it("is at most the level where nothing is understated, and grows with rows and understatement", () => {
    expect(powerOfBinomial(TESTED, {understatement: 1})).toBeLessThanOrEqual(0.05);
    expect(powerOfCorrelatedBinomial(TESTED, 0.1, {understatement: 1})).toBeLessThanOrEqual(0.05);
    expect(powerOfZScore(TESTED, {understatement: 1})).toBeCloseTo(0.05, 10);
    expect(powerOfBinomial({...TESTED, observations: 5000})).toBeGreaterThan(powerOfBinomial(TESTED));
    expect(powerOfBinomial(TESTED, {understatement: 3})).toBeGreaterThan(powerOfBinomial(TESTED));
    expect(powerOfCorrelatedBinomial(TESTED, 0.1)).toBeLessThan(powerOfBinomial(TESTED));
  });

  it("of the normal test is near the non-central t (scipy 1.17.1)", () => {
    const at = (years: number, understatement: number) =>
      powerOfNormalTest({years, pd: 0.02, deviation: 0.01}, {understatement});
    for (const [years, understatement, power] of [
      [3, 1.5, 0.32183640914846035],
      [3, 2, 0.7121592030328325],
      [5, 1, 0.05],
      [5, 1.5, 0.5797373588621888],
      [10, 1.5, 0.8975169943396828]
    ] as const) {
      expect(Math.abs(at(years, understatement) - power)).toBeLessThan(0.02);
    }
  });

  it("survives PDs that the factor lifts to one", () => {
    const certain = [{observations: 10, pd: 0.9}];
    for (const power of [powerOfHosmerLemeshow(certain), powerOfCalibrationLine(certain), powerOfZScore(certain[0]!)]) {
      expect(power).toBeGreaterThanOrEqual(0);
      expect(power).toBeLessThanOrEqual(1);
    }
  });
});

describe("tests on drawn samples", () => {
  /** Share of samples that each test finds fault with at 5 %, and the power it stated. */
  function foundBy(factor: number, trials: number) {
    const found = {jeffreys: 0, binomial: 0, correlated: 0, z: 0, hosmer: 0, spiegelhalter: 0, line: 0};
    for (let trial = 0; trial < trials; trial++) {
      const {pd, defaulted} = drawnSample(1000, 7 * trial + 1, {low: 0.01, high: 0.2, factor});
      const levels = riskLevels(pd, defaulted);
      const whole = wholeOf(levels);
      if (jeffreysPValue(whole) < 0.05) found.jeffreys++;
      if (binomialPValue(whole) < 0.05) found.binomial++;
      if (correlatedBinomialPValue(whole, 0.02) < 0.05) found.correlated++;
      if (zScoreTest(whole).pValue < 0.05) found.z++;
      if (hosmerLemeshow(groupsByPd(levels, 10))!.pValue < 0.05) found.hosmer++;
      if (spiegelhalter(levels)!.pValue < 0.05) found.spiegelhalter++;
      if (calibrationLine(pd, defaulted)!.likelihoodRatio.pValue < 0.05) found.line++;
    }
    return found;
  }

  it("find fault with right PDs about as often as the level says", () => {
    const found = foundBy(1, 600);
    // 30 expected at most, five standard deviations of a binomial count, 27; the exact tests and the correlated one lie below.
    for (const count of Object.values(found)) expect(count).toBeLessThan(57);
    for (const key of ["jeffreys", "z", "hosmer", "spiegelhalter", "line"] as const)
      expect(found[key]).toBeGreaterThan(8);
    expect(found.correlated).toBeLessThan(found.binomial);
  });

  it("find understated PDs about as often as their stated power", () => {
    const factor = 1.3;
    const trials = 400;
    const found = foundBy(factor, trials);
    const {pd, defaulted} = drawnSample(1000, 1, {low: 0.01, high: 0.2});
    const levels = riskLevels(pd, defaulted);
    const [whole, groups] = [wholeOf(levels), groupsByPd(levels, 10)];
    const options = {understatement: factor};
    // Five standard deviations of a share of 400 at one half: 0.125.
    const near = (count: number, power: number) => expect(Math.abs(count / trials - power)).toBeLessThan(0.125);
    near(found.jeffreys, powerOfJeffreys(whole, options));
    near(found.binomial, powerOfBinomial(whole, options));
    near(found.z, powerOfZScore(whole, options));
    near(found.hosmer, powerOfHosmerLemeshow(groups, options));
    near(found.spiegelhalter, powerOfSpiegelhalter(levels, options));
    near(found.line, powerOfCalibrationLine(groups, options));
  });
});
