import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {auc} from "#models/validation/auc.js";
import {aucAgainstInitial, detectableLoss} from "#models/validation/aucAgainstInitial.js";
import {pooledRanks} from "#models/validation/pooledRanks.js";
import {powerOfAucAgainstInitial} from "#models/validation/power.js";
import {rankedRows, splitRows} from "#models/validation/rankedRows.js";
import {rows, TWELVE} from "./samples.js";

describe("current against initial AUC", () => {
  it("gives the oracle of twelve rows (scipy 1.17.1)", () => {
    const test = aucAgainstInitial(0.95, auc(TWELVE.risk, TWELVE.defaulted));
    expect(test.statistic).toBeCloseTo(0.2960782627318945, 11);
    expect(test.pValue).toBeCloseTo(0.38358515699135176, 11);
  });

  it("says nothing of an AUC without variance", () => {
    expect(aucAgainstInitial(0.9, {auc: 1, standardError: 0})).toMatchObject({statistic: null, pValue: null});
    expect(() => aucAgainstInitial(1.2, {auc: 1, standardError: 0})).toThrow(/got 1.2/);
  });

  it("finds the least detectable loss with the power it was made for", () => {
    expect(powerOfAucAgainstInitial(0.03, detectableLoss(0.03, {power: 0.8}), 0.05)).toBeCloseTo(0.8, 12);
    expect(powerOfAucAgainstInitial(0.03, 0, 0.05)).toBeCloseTo(0.05, 12);
  });
});

describe("the AUC", () => {
  it("is unmoved by strictly rising transforms of the risk", () => {
    fc.assert(
      fc.property(rows, ({risk, defaulted}) => {
        const plain = auc(risk, defaulted);
        expect(
          auc(
            risk.map((value) => Math.exp(value / 3) - 7),
            defaulted
          )
        ).toEqual(plain);
        expect(
          auc(
            risk.map((value) => value ** 3),
            defaulted
          )
        ).toEqual(plain);
      })
    );
  });
});

describe("ranks pooled over periods", () => {
  it("are unmoved by what moves a whole period", () => {
    const periods = Uint8Array.from(TWELVE.risk, (_, row) => row % 2);
    const moved = TWELVE.risk.map((risk, row) => (row % 2 === 0 ? risk : risk * 2 + 5));
    const ranksOf = (risk: Float64Array) => pooledRanks(splitRows(rankedRows(risk, TWELVE.defaulted), periods, 2));
    expect([...ranksOf(moved)]).toEqual([...ranksOf(TWELVE.risk)]);
    // By hand: rows 0, 2, 4, ... have risks .1 .7 .8 .2 .9 .05.
    expect(ranksOf(TWELVE.risk)[0]).toBeCloseTo(1.5 / 6, 12);
    expect(ranksOf(TWELVE.risk)[8]).toBeCloseTo(5.5 / 6, 12);
  });
});
