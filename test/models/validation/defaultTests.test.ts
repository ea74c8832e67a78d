import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {calibrationCurve, jeffreysInterval} from "#models/validation/calibrationCurve.js";
import {groupsByGrade, groupsByPd, wholeOf} from "#models/validation/calibrationGroups.js";
import {binomialPValue, correlatedBinomialPValue, jeffreysPValue, zScoreTest} from "#models/validation/defaultTests.js";
import {holmAdjusted} from "#models/validation/holm.js";
import {rankedRows} from "#models/validation/rankedRows.js";
import {riskLevels} from "#models/validation/riskLevels.js";
import {drawnSample} from "./samples.js";

const group = fc
  .tuple(
    fc.integer({min: 1, max: 2000}),
    fc.double({min: 0.0005, max: 0.5, noNaN: true}),
    fc.double({min: 0, max: 1, noNaN: true})
  )
  .map(([observations, pd, share]) => ({observations, pd, events: Math.round(share * Math.min(observations, 60))}))
  .filter(({observations, events}) => events <= observations);

describe("tests of one default rate", () => {
  it("give the oracles of 12 defaults in 500 at 1.5 % (scipy 1.17.1)", () => {
    const twelve = {observations: 500, events: 12, pd: 0.015};
    expect(jeffreysPValue(twelve)).toBeCloseTo(0.0572081, 7);
    expect(binomialPValue(twelve)).toBeCloseTo(0.0776947, 7);
    expect(zScoreTest(twelve).pValue).toBeCloseTo(0.0488982, 7);
  });

  it("find the critical defaults of a correlated book (BCBS working paper 14, page 50)", () => {
    for (const [correlation, critical] of [
      [0.05, 35],
      [0.2, 77]
    ] as const) {
      const at = (events: number) => correlatedBinomialPValue({observations: 1000, events, pd: 0.01}, correlation);
      expect(at(critical)).toBeLessThanOrEqual(0.01);
      expect(at(critical - 1)).toBeGreaterThan(0.01);
    }
  });

  it("find more fault with each default more, and less with a higher PD", () => {
    const tests = [jeffreysPValue, binomialPValue, (g: Parameters<typeof zScoreTest>[0]) => zScoreTest(g).pValue];
    fc.assert(
      fc.property(group, (tested) => {
        for (const pValue of tests) {
          const p = pValue(tested);
          if (tested.events < tested.observations) {
            expect(pValue({...tested, events: tested.events + 1})).toBeLessThanOrEqual(p + 1e-12);
          }
          expect(pValue({...tested, pd: tested.pd * 1.2})).toBeGreaterThanOrEqual(p - 1e-12);
        }
      })
    );
  });

  it("doubt no less with correlation where defaults are many", () => {
    const many = {observations: 1000, events: 25, pd: 0.01};
    expect(correlatedBinomialPValue(many, 0.1)).toBeGreaterThan(binomialPValue(many));
  });
});

describe("the calibration curve", () => {
  it("has Jeffreys' interval (scipy 1.17.1), closed at 0 without defaults", () => {
    const [lower, upper] = jeffreysInterval(12, 500);
    expect(lower).toBeCloseTo(0.01318518, 8);
    expect(upper).toBeCloseTo(0.04028803, 8);
    expect(jeffreysInterval(0, 100)[0]).toBe(0);
    expect(jeffreysInterval(0, 100)[1]).toBeCloseTo(0.02474527001526989, 12);
    expect(jeffreysInterval(100, 100)[1]).toBe(1);
  });

  it("loses no row between its groups, and keeps rows of one PD together", () => {
    const {pd, defaulted} = drawnSample(999, 2);
    const rounded = pd.map((value) => Math.round(value * 200) / 200);
    const levels = riskLevels(rounded, defaulted);
    const groups = groupsByPd(levels, 10);
    const whole = wholeOf(levels);
    const sum = (value: (g: (typeof groups)[number]) => number) => groups.reduce((total, g) => total + value(g), 0);
    expect(sum(({observations}) => observations)).toBe(999);
    expect(sum(({events}) => events)).toBe(whole.events);
    expect(sum(({observations, pd: mean}) => observations * mean)).toBeCloseTo(999 * whole.pd, 9);
    expect(groups.map(({pd: mean}) => mean)).toEqual(groups.map(({pd: mean}) => mean).sort((a, b) => a - b));
    expect(calibrationCurve(groups).every(({lower, odr, upper}) => lower <= odr && odr <= upper)).toBe(true);
  });

  it("knows the grades without rows from those without defaults", () => {
    const rows = rankedRows(Float64Array.of(0.01, 0.03, 0.2), Uint8Array.of(0, 0, 1));
    expect(groupsByGrade(rows, [0, 0, 2], 3)).toEqual([
      {observations: 2, events: 0, pd: 0.02},
      null,
      {observations: 1, events: 1, pd: 0.2}
    ]);
  });
});

describe("Holm's adjustment", () => {
  it("is stepwise, in the order given (by hand)", () => {
    const adjusted = holmAdjusted([0.04, 0.01, 0.03]);
    [0.06, 0.03, 0.06].forEach((expected, k) => expect(adjusted[k]).toBeCloseTo(expected, 12));
    expect(holmAdjusted([0.5, 0.9])).toEqual([1, 1]);
  });
});
