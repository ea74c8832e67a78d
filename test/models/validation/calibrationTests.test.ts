import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {brierOf, brierScore} from "#models/validation/brier.js";
import {calibrationLine} from "#models/validation/calibrationLine.js";
import {groupsByPd} from "#models/validation/calibrationGroups.js";
import {hosmerLemeshow} from "#models/validation/hosmerLemeshow.js";
import {normalTest} from "#models/validation/normalTest.js";
import {riskLevels} from "#models/validation/riskLevels.js";
import {spiegelhalter} from "#models/validation/spiegelhalter.js";
import {rows, TWELVE} from "./samples.js";

describe("Hosmer and Lemeshow's test", () => {
  const groups = [
    {pd: 0.002, observations: 400, events: 1},
    {pd: 0.008, observations: 300, events: 4},
    {pd: 0.02, observations: 200, events: 6},
    {pd: 0.06, observations: 100, events: 9}
  ];

  it("gives the oracle, out of sample and in it (scipy 1.17.1)", () => {
    const test = hosmerLemeshow(groups)!;
    expect(test.statistic).toBeCloseTo(3.741522, 6);
    expect(test).toMatchObject({degrees: 4});
    expect(test.pValue).toBeCloseTo(0.442116, 6);
    const inSample = hosmerLemeshow(groups, {inSample: true})!;
    expect(inSample.degrees).toBe(2);
    expect(inSample.pValue).toBeCloseTo(0.154006, 6);
  });

  it("is unmoved by the order of groups, and null without degrees of freedom", () => {
    expect(hosmerLemeshow([...groups].reverse())!.statistic).toBeCloseTo(hosmerLemeshow(groups)!.statistic, 12);
    expect(hosmerLemeshow(groups.slice(0, 2), {inSample: true})).toBeNull();
    expect(() => hosmerLemeshow([{pd: 0, observations: 1, events: 0}])).toThrow(/got 0/);
  });
});

describe("Spiegelhalter's test and the Brier score", () => {
  it("give the oracle of twelve rows (numpy, scipy 1.17.1)", () => {
    const test = spiegelhalter(riskLevels(TWELVE.risk, TWELVE.defaulted))!;
    expect(test.z).toBeCloseTo(-0.7142967069115865, 12);
    expect(test.pValue).toBeCloseTo(0.47504372810050877, 12);
    expect(brierScore(TWELVE.risk, TWELVE.defaulted)).toBeCloseTo(0.118125, 12);
  });

  it("say nothing where every PD is one half", () => {
    expect(spiegelhalter(riskLevels(Float64Array.of(0.5, 0.5), Uint8Array.of(0, 1)))).toBeNull();
  });

  it("decompose the score by distinct PD without a remainder, as Murphy did", () => {
    fc.assert(
      fc.property(rows, ({risk, defaulted}) => {
        const pd = risk.map((value) => (value + 0.5) / 11);
        const levels = riskLevels(pd, defaulted);
        const byLevel = [...levels.risks].map((p, level) => ({
          pd: p,
          events: levels.events[level]!,
          observations: levels.events[level]! + levels.others[level]!
        }));
        const brier = brierOf(levels, byLevel);
        expect(brier.brier).toBeCloseTo(brierScore(pd, defaulted), 12);
        expect(brier.withinGroups).toBeCloseTo(0, 12);
        const coarse = brierOf(levels, groupsByPd(levels, 3));
        expect(coarse.resolution).toBeLessThanOrEqual(brier.resolution + 1e-12);
      })
    );
  });
});

describe("the normal test over years", () => {
  it("gives the oracle of five years (scipy 1.17.1, the Student value as ttest_1samp)", () => {
    const test = normalTest([0.012, 0.03, 0.018, 0.025, 0.04], [0.015, 0.02, 0.018, 0.02, 0.022])!;
    expect(test.statistic).toBeCloseTo(1.6093253423574605, 11);
    expect(test.pValue).toBeCloseTo(0.05377261024902405, 11);
    expect(test.pValueStudent).toBeCloseTo(0.091415044904108, 11);
  });

  it("needs two years that differ", () => {
    expect(normalTest([0.01], [0.01])).toBeNull();
    expect(normalTest([0.01, 0.02], [0.01, 0.02])).toMatchObject({statistic: null, pValue: null});
    expect(() => normalTest([0.01], [])).toThrow(/1 default rates, but 0 PDs/);
  });
});

describe("the calibration line", () => {
  const defaulted = Uint8Array.of(0, 0, 0, 1, 0, 0, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0);
  const pd = Float64Array.of(0.01, 0.02, 0.02, 0.03, 0.05, 0.08, 0.1, 0.1, 0.2, 0.2, 0.3, 0.3, 0.4, 0.5, 0.6, 0.7);

  it("gives the oracle of sixteen rows (Newton's method in numpy, scipy 1.17.1)", () => {
    const line = calibrationLine(pd, defaulted)!;
    expect(line.intercept.estimate).toBeCloseTo(0.1511741222814039, 9);
    expect(line.intercept.standardError).toBeCloseTo(0.7798543232950639, 9);
    expect(line.slope.estimate).toBeCloseTo(0.3879502386329339, 9);
    expect(line.slope.standardError).toBeCloseTo(0.35528515663717847, 9);
    expect(line.likelihoodRatio.statistic).toBeCloseTo(4.958150527999223, 9);
    expect(line.likelihoodRatio.pValue).toBeCloseTo(0.08382070178468086, 9);
    expect(line.wald.statistic).toBeCloseTo(7.323735752384235, 8);
    expect(line.wald.pValue).toBeCloseTo(0.025684492440411193, 9);
  });

  it("is null where PDs are all alike, or where they separate the classes", () => {
    expect(calibrationLine(new Float64Array(4).fill(0.1), Uint8Array.of(0, 1, 0, 0))).toBeNull();
    expect(calibrationLine(Float64Array.of(0.1, 0.2, 0.2, 0.4), Uint8Array.of(0, 0, 1, 1))).toBeNull();
    expect(() => calibrationLine(Float64Array.of(0, 0.2), Uint8Array.of(0, 1))).toThrow(/got 0/);
  });
});
