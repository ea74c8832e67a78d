import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {auc} from "#models/validation/auc.js";
import {generalisedAuc} from "#models/validation/generalisedAuc.js";
import {lgdTTest} from "#models/validation/lgdTTest.js";
import {slotBacktest} from "#models/validation/slotBacktest.js";
import {rows} from "./samples.js";

describe("the t-test of LGDs", () => {
  it("gives scipy's paired one-sided test (1.17.1)", () => {
    const test = lgdTTest([0.4, 0.35, 0.7, 0.3, 0.55, 0.5], [0.3, 0.4, 0.5, 0.2, 0.6, 0.35])!;
    expect(test.statistic).toBeCloseTo(1.7718732696558552, 11);
    expect(test.pValue).toBeCloseTo(0.06830876808667911, 11);
    expect(test.degrees).toBe(5);
  });

  it("needs two facilities that differ", () => {
    expect(lgdTTest([0.4], [0.3])).toBeNull();
    expect(lgdTTest([0.5, 0.5], [0.25, 0.25])).toMatchObject({statistic: null, pValue: null, meanDifference: 0.25});
    expect(() => lgdTTest([0.5], [])).toThrow(/1 realised LGDs, but 0 estimated/);
  });
});

describe("the generalised AUC", () => {
  it("gives the oracle of a three by three table (scipy 1.17.1)", () => {
    const found = generalisedAuc([
      [8, 3, 1],
      [2, 6, 2],
      [1, 2, 9]
    ])!;
    expect(found.somersD).toBeCloseTo(0.5963541667, 9);
    expect(found.gAuc).toBeCloseTo(0.7981770833, 9);
    expect(found.standardError).toBeCloseTo(0.0602850774, 9);
  });

  it("is the AUC where there are two realised classes: they then stand in rows", () => {
    fc.assert(
      fc.property(rows, ({risk, defaulted}) => {
        const table = [0, 1].map((flag) =>
          Array.from({length: 10}, (_, value) => risk.filter((r, row) => r === value && defaulted[row] === flag).length)
        );
        expect(generalisedAuc(table)!.gAuc).toBeCloseTo(auc(risk, defaulted).auc, 12);
      })
    );
  });

  it("is null with one estimated class", () => {
    expect(generalisedAuc([[3, 4, 5]])).toBeNull();
  });
});

describe("the back-test of a slot", () => {
  it("gives the formula of the ECB (numpy, scipy 1.17.1)", () => {
    const years = [3, 2, 4, 1, 2].map((events, year) => ({events, observations: [40, 45, 50, 42, 48][year]!}));
    const test = slotBacktest(years, [0.2, 0.5, 0.35, 0.6], 0.015)!;
    expect(test.defaultRate).toBeCloseTo(0.05298412698412698, 12);
    expect(test.loss).toBeCloseTo(0.4125, 12);
    expect(test.statistic).toBeCloseTo(0.8748351915953768, 11);
    expect(test.pValue).toBeCloseTo(0.19083179303562453, 11);
  });

  it("says nothing of too little", () => {
    expect(slotBacktest([], [0.2, 0.3], 0.01)).toBeNull();
    expect(slotBacktest([{events: 0, observations: 10}], [0.2, 0.2], 0.01)).toMatchObject({
      statistic: null,
      pValue: null
    });
  });
});
