import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {applyForest, fitForest, type Forest} from "#models/challenger/randomForest.js";
import {permutation, randomOf} from "#models/numerics/random.js";
import {applyPdModel, fitPdModel} from "#models/rating/pdModel.js";
import {auc} from "#models/validation/auc.js";
import {BENT, LINEAR, planted} from "./planted.js";

const options = {rows: 1000, trees: 25, featureShare: 1, features: 6, floor: 0.0003, seed: 1};
const rows = planted(1, 6000, LINEAR);
const forest = fitForest(rows, options);
const fresh = planted(2, 6000, LINEAR);

function aucs(train: typeof rows, test: typeof rows, challenger: Forest): {ours: number; logistic: number} {
  const model = fitPdModel(train.features, train.defaulted, {ridge: 1, floor: 0.0003});
  return {
    ours: auc(applyForest(challenger, test.features), test.defaulted).auc,
    logistic: auc(applyPdModel(model, test.features), test.defaulted).auc
  };
}

describe("fitForest", () => {
  it("comes close to the logistic model where that one is true", () => {
    const {ours, logistic} = aucs(rows, fresh, forest);
    expect(ours).toBeGreaterThan(logistic - 0.03);
  });

  it("beats it by far where the truth is bent", () => {
    const bent = planted(3, 6000, BENT);
    const {ours, logistic} = aucs(bent, planted(4, 6000, BENT), fitForest(bent, options));
    expect(ours).toBeGreaterThan(logistic + 0.2);
  });

  it("sees what a missing value tells", () => {
    const told = planted(5, 4000, () => -2, {width: 3, missing: 0});
    const random = randomOf(6);
    const values = told.features.get("f1")!;
    values.forEach((_, row) => random() < (told.defaulted[row] === 1 ? 0.6 : 0.1) && (values[row] = NaN));
    const pds = applyForest(fitForest(told, options), told.features);
    const mean = (isIn: (row: number) => boolean) => {
      const part = pds.filter((_, row) => isIn(row));
      return part.reduce((total, pd) => total + pd, 0) / part.length;
    };
    expect(mean((row) => Number.isNaN(values[row]))).toBeGreaterThan(3 * mean((row) => !Number.isNaN(values[row])));
  });

  it("means the default rate on obligors that the trees never saw, though its sample is half events", () => {
    const rate = rows.defaulted.reduce((total, flag) => total + flag, 0) / rows.defaulted.length;
    expect(forest.training.meanPd).toBeCloseTo(rate, 10);
    expect(forest.training).toMatchObject({calibratedOn: "held_out", sample: {rows: 1000, events: 500}});
    const pds = applyForest(forest, fresh.features);
    expect(pds.reduce((total, pd) => total + pd, 0) / pds.length).toBeCloseTo(rate, 1);
  });

  it("calibrates by folds where a third of the obligors has too few events", () => {
    const few = planted(7, 150, LINEAR);
    const small = fitForest(few, options);
    const rate = few.defaulted.reduce((total, flag) => total + flag, 0) / 150;
    expect(small.training).toMatchObject({calibratedOn: "folds", observations: 150, sample: {rows: 150}});
    expect(small.training.meanPd).toBeCloseTo(rate, 3);
  });

  it("gives the same bytes again, and others for another seed", () => {
    const small = {...options, trees: 5, rows: 200};
    expect(JSON.stringify(fitForest(rows, small))).toBe(JSON.stringify(fitForest(rows, small)));
    expect(JSON.stringify(fitForest(rows, {...small, seed: 2}))).not.toBe(JSON.stringify(fitForest(rows, small)));
  });

  it("keeps the strongest columns and names only the features that it asks about", () => {
    const two = fitForest(rows, {...options, features: 2, trees: 5});
    expect([...two.features].sort()).toEqual(["f0", "f1"]);
    expect(() => applyForest(two, new Map([["f0", new Float64Array(1)]]))).toThrow("the model needs the feature f1");
  });

  it("refuses rows without default, and features that are all constant", () => {
    const constant = new Map([["f0", new Float64Array(6000)]]);
    expect(() => fitForest({...rows, features: constant}, options)).toThrow(/all features are constant/);
    expect(() => fitForest({...rows, defaulted: new Uint8Array(6000)}, options)).toThrow(/nothing to separate/);
  });
});

describe("applyForest", () => {
  const value = fc.oneof(
    fc.double({min: -1.2, max: 1.2, noNaN: true}),
    fc.constantFrom(NaN, Infinity, -Infinity, -0, 1e308)
  );
  const table = fc.array(fc.array(value, {minLength: 6, maxLength: 6}), {minLength: 1, maxLength: 30});
  const columnsOf = (drawn: number[][]) => {
    return new Map(Array.from({length: 6}, (_, at) => [`f${at}`, Float64Array.from(drawn, (row) => row[at]!)]));
  };

  it("gives PDs between the floor and 1, whatever the values", () => {
    fc.assert(
      fc.property(table, (drawn) => {
        for (const pd of applyForest(forest, columnsOf(drawn))) if (!(pd >= 0.0003 && pd <= 1)) return false;
        return true;
      })
    );
  });

  it("lifts PDs to the floor", () => {
    const pds = applyForest(forest, fresh.features);
    const lifted = applyForest({...forest, floor: 0.05}, fresh.features);
    expect(lifted).toEqual(pds.map((pd) => Math.max(0.05, pd)));
    expect(lifted).toContain(0.05);
  });

  it("follows the rows when they are put in another order", () => {
    const order = permutation(6000, randomOf(9));
    const moved = new Map(
      [...fresh.features].map(([name, values]) => [name, values.map((_, at) => values[order[at]!]!)])
    );
    const pds = applyForest(forest, fresh.features);
    expect(applyForest(forest, moved)).toEqual(pds.map((_, at) => pds[order[at]!]!));
  });

  it("gives equal PDs after a round trip through JSON", () => {
    const read = JSON.parse(JSON.stringify(forest)) as Forest;
    expect(read).toEqual(forest);
    expect(applyForest(read, fresh.features)).toEqual(applyForest(forest, fresh.features));
  });
});
