import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {logistic} from "#models/numerics/logistic.js";
import {permutation, randomOf} from "#models/numerics/random.js";
import {applyNormalScore, fitNormalScore} from "#models/rating/normalScore.js";
import {applyPdModel, fitPdModel} from "#models/rating/pdModel.js";
import {auc} from "#models/validation/auc.js";

function sample(seed: number, rows: number) {
  const random = randomOf(seed);
  const leverage = Float64Array.from({length: rows}, () => random());
  const margin = Float64Array.from({length: rows}, () => (random() < 0.1 ? NaN : Math.tan(3 * (random() - 0.5))));
  const truth = leverage.map((value, row) =>
    logistic(-4 + 3 * value - (Number.isNaN(margin[row]) ? -1 : margin[row]! / 4))
  );
  const defaulted = Uint8Array.from(truth, (pd) => (random() < pd ? 1 : 0));
  return {
    features: new Map([
      ["leverage", leverage],
      ["margin", margin]
    ]),
    defaulted,
    truth
  };
}

const options = {ridge: 1, floor: 0.0005};

describe("fitPdModel", () => {
  it("orders new obligors nearly as well as the PD that made them", () => {
    const train = sample(1, 6000);
    const test = sample(2, 6000);
    const fitted = auc(
      applyPdModel(fitPdModel(train.features, train.defaulted, options), test.features),
      test.defaulted
    );
    expect(auc(test.truth, test.defaulted).auc - fitted.auc).toBeLessThan(0.015);
  });

  it("gives the training sample its own default rate on average", () => {
    const {features, defaulted} = sample(3, 4000);
    const model = fitPdModel(features, defaulted, {...options, floor: 0});
    expect(model.training.meanPd).toBeCloseTo(model.training.events / 4000, 9);
  });

  it("survives JSON and gives the same PDs", () => {
    const {features, defaulted} = sample(4, 2000);
    const model = fitPdModel(features, defaulted, options);
    expect(applyPdModel(JSON.parse(JSON.stringify(model)), features)).toEqual(applyPdModel(model, features));
  });

  it("rates an obligor alike whatever the order of the rows beside it", () => {
    const {features, defaulted} = sample(5, 500);
    const model = fitPdModel(features, defaulted, options);
    const order = permutation(500, randomOf(9));
    const shuffled = new Map(
      [...features].map(([name, values]) => [name, Float64Array.from(order, (row) => values[row]!)])
    );
    const pds = applyPdModel(model, features);
    expect(applyPdModel(model, shuffled)).toEqual(Float64Array.from(order, (row) => pds[row]!));
  });

  it("leaves out a feature that is absent or constant, and never goes below the floor", () => {
    const {features, defaulted} = sample(6, 1000);
    const wider = new Map([
      ...features,
      ["absent", new Float64Array(1000).fill(NaN)],
      ["constant", new Float64Array(1000).fill(2)]
    ]);
    const model = fitPdModel(wider, defaulted, {ridge: 1, floor: 0.02});
    expect(model.terms.map(({feature}) => feature)).toEqual(["leverage", "margin"]);
    expect(Math.min(...applyPdModel(model, wider))).toBe(0.02);
  });
});

describe("fitNormalScore", () => {
  it("keeps order and stays within the scores of its ends", () => {
    const values = fc.array(fc.double({min: -1e6, max: 1e6, noNaN: true}), {minLength: 60, maxLength: 120});
    fc.assert(
      fc.property(values, (list) => {
        const column = Float64Array.from(list);
        const transform = fitNormalScore(column);
        fc.pre(transform !== null);
        const sorted = column.slice().sort();
        const scores = applyNormalScore(transform!, sorted);
        scores.forEach((score, row) => row > 0 && expect(score).toBeGreaterThanOrEqual(scores[row - 1]!));
        expect(Math.max(...scores.map(Math.abs))).toBeLessThan(2.7);
      })
    );
  });

  it("tells a rare flag from its usual value, and puts what is missing at the median", () => {
    const flag = Float64Array.from({length: 1000}, (_, i) => (i < 3 ? 1 : 0));
    const transform = fitNormalScore(flag)!;
    const [on, off, missing] = applyNormalScore(transform, Float64Array.of(1, 0, NaN));
    expect(on).toBeGreaterThan(off!);
    expect(missing).toBe(0);
    expect(fitNormalScore(new Float64Array(10))).toBeNull();
  });
});
