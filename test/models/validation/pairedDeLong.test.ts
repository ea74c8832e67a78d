import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {drawsFrom} from "../../support/random.js";
import {auc} from "#models/validation/auc.js";
import {detectableDifference, pairedDeLong} from "#models/validation/pairedDeLong.js";
import {drawnSample, rows, TWELVE} from "./samples.js";

describe("the paired DeLong test", () => {
  it("gives the oracle of two risks on twelve rows (numpy covariances of placements, scipy 1.17.1)", () => {
    const test = pairedDeLong(TWELVE.risk, TWELVE.rival, TWELVE.defaulted);
    expect(test.first).toBeCloseTo(0.9285714285714286, 12);
    expect(test.second).toBeCloseTo(0.8571428571428571, 12);
    expect(test.standardError).toBeCloseTo(0.07237468644557458, 12);
    expect(test.correlation).toBeCloseTo(0.8413038736343771, 12);
    expect(test.z).toBeCloseTo(0.9869275424396546, 11);
    expect(test.pValue).toBeCloseTo(0.32367816090701584, 11);
  });

  it("turns its sign when the models change places", () => {
    fc.assert(
      fc.property(rows, ({risk, rival, defaulted}) => {
        const [forth, back] = [pairedDeLong(risk, rival, defaulted), pairedDeLong(rival, risk, defaulted)];
        expect(forth.difference).toBeCloseTo(-back.difference, 12);
        expect(forth.standardError).toBeCloseTo(back.standardError, 12);
        expect(forth.pValue).toBeCloseTo(back.pValue, 9);
        expect(forth.pFirstWorse + back.pFirstWorse).toBeCloseTo(1, 9);
      })
    );
  });

  it("states AUCs and variances as they are one at a time", () => {
    fc.assert(
      fc.property(rows, ({risk, rival, defaulted}) => {
        const test = pairedDeLong(risk, rival, defaulted);
        const [a, b] = [auc(risk, defaulted), auc(rival, defaulted)];
        expect(test.first).toBeCloseTo(a.auc, 12);
        expect(test.second).toBeCloseTo(b.auc, 12);
        const covariance = (test.correlation ?? 0) * a.standardError * b.standardError;
        expect(test.standardError ** 2).toBeCloseTo(a.standardError ** 2 + b.standardError ** 2 - 2 * covariance, 10);
      })
    );
  });

  it("finds no difference of a model and its strictly rising transform", () => {
    const {risk, defaulted} = TWELVE;
    const test = pairedDeLong(
      risk,
      risk.map((value) => Math.exp(3 * value)),
      defaulted
    );
    expect(test).toMatchObject({difference: 0, standardError: 0, z: null, pValue: 1, pFirstWorse: 0.5});
  });

  it("finds fault with equal models about as often as its level says", () => {
    const draw = drawsFrom(11);
    const noise = () => (draw(1000) + draw(1000) + draw(1000)) / 1000 - 1.5;
    let found = 0;
    for (let trial = 0; trial < 400; trial++) {
      const {pd, defaulted} = drawnSample(400, trial + 1);
      const [a, b] = [0, 1].map(() => pd.map((p) => Math.log(p) + noise())) as [Float64Array, Float64Array];
      if (pairedDeLong(a, b, defaulted).pValue < 0.05) found++;
    }
    // 20 expected; four standard deviations of a binomial count, 17.4, on each side.
    expect(found).toBeGreaterThan(2);
    expect(found).toBeLessThan(38);
  });

  it("finds a difference of the stated size with the stated power", () => {
    // 1.959964 + 0.841621 standard errors (normal quantiles).
    expect(detectableDifference(0.01)).toBeCloseTo(0.028015852, 8);
  });
});
