import {beforeAll, describe, expect, it} from "vitest";
import {logistic} from "#models/numerics/logistic.js";
import {normalQuantile} from "#models/numerics/normal.js";
import {randomOf} from "#models/numerics/random.js";
import {calibrationLine} from "#models/validation/calibrationLine.js";
import type {Candidate} from "#pipeline/lab/candidates.js";
import {fitModel, pdsOf} from "#pipeline/lab/methods.js";
import {quantified, type Quantification} from "#pipeline/lab/quantify.js";
import type {LabRows} from "#pipeline/lab/rows.js";
import type {Spec} from "#pipeline/lab/spec.js";

const YEARS = [17897, 18262]; // 2018-12-31 and 2019-12-31

/** One feature that matters among forty that do not; the second year has half the rows and twice the odds of default. */
function bank(obligors: number, seed: number): LabRows {
  const random = randomOf(seed);
  const normal = () => normalQuantile((Math.floor(random() * 1e6) + 0.5) / 1e6);
  const rows = YEARS.flatMap((day, year) =>
    Array.from({length: year === 0 ? obligors : obligors / 2}, (_, group) => ({day, group, year}))
  );
  const features = new Map(
    Array.from({length: 41}, (_, index): [string, Float64Array] => [`x${index}`, Float64Array.from(rows, normal)])
  );
  const truth = rows.map(({year}, row) => logistic(-3 + features.get("x0")![row]! + year * Math.log(2)));
  return {
    features,
    defaulted: Uint8Array.from(truth, (pd) => (random() < pd ? 1 : 0)),
    groups: Uint32Array.from(rows, ({group}) => group),
    names: rows.map(({group}) => `O${group}`),
    days: Int32Array.from(rows, ({day}) => day),
    segments: rows.map(() => null),
    isMeasured: new Uint8Array(rows.length).fill(1)
  };
}

const CARD: Candidate = {
  kind: "scorecard",
  prebins: 20,
  max_bins: 8,
  min_events: 5,
  min_iv: 0,
  max_features: 25,
  max_correlation: 1,
  max_vif: 100,
  p_value: 0.5,
  ridge: 0,
  scaling: {pdo: 20, base_score: 600, base_odds: 50}
} as Candidate;

const REQUEST = {safer: new Map(), floor: 0.0001, seed: 7};
const calibration = (given: Partial<Spec["calibration"]>): Pick<Spec, "calibration"> => ({
  calibration: {slope: "out_of_fold", level: "training_mean", margin: [], ...given}
});

describe("the level of a model", () => {
  const train = bank(2000, 1);
  const fresh = bank(6000, 2);
  const model = fitModel(CARD, train, REQUEST);
  const found = (given: Partial<Spec["calibration"]>) => quantified(model, CARD, train, calibration(given), REQUEST);
  let held: ReturnType<typeof found>;
  beforeAll(() => {
    held = found({});
  });

  it("spreads less than a fit that chose among noise, and nearer the truth on obligors that nobody saw", () => {
    const slope = (pds: Float64Array) => calibrationLine(pds, fresh.defaulted)!.slope.estimate;
    const [before, after] = [slope(pdsOf(model, fresh.features)), slope(pdsOf(held.model, fresh.features))];
    expect(held.quantification.b).toBeLessThan(0.95);
    expect(before).toBeLessThan(0.9);
    expect(Math.abs(after - 1)).toBeLessThan(Math.abs(before - 1) / 2);
  });

  it("keeps the order of the obligors", () => {
    const [before, after] = [pdsOf(model, fresh.features), pdsOf(held.model, fresh.features)];
    const order = Array.from(before.keys()).sort((x, y) => before[x]! - before[y]!);
    for (let place = 1; place < order.length; place++) {
      expect(after[order[place]!]!).toBeGreaterThanOrEqual(after[order[place - 1]!]!);
    }
  });

  it("counts every year alike where the long-run average is asked for", () => {
    const rate = (day: number) => {
      const rows = Array.from(train.days.keys()).filter((row) => train.days[row] === day);
      return rows.filter((row) => train.defaulted[row] === 1).length / rows.length;
    };
    const longRun = (rate(YEARS[0]!) + rate(YEARS[1]!)) / 2;
    const {quantification, model: levelled} = found({level: "long_run", slope: "training"});
    expect(quantification.target).toBeCloseTo(longRun, 12);
    const pds = pdsOf(levelled, train.features);
    const mean = pds.reduce((total, pd) => total + pd, 0) / pds.length;
    expect(mean).toBeCloseTo(longRun, 3);
    expect(quantification.target).toBeGreaterThan(held.quantification.target * 1.05);
  });

  it("rises by its margin, which is kept apart from the best estimate", () => {
    const margin: Quantification["margin"] = [{category: "C", reason: "few defaults", size: 0.2}];
    const {model: prudent, quantification} = found({margin});
    expect(quantification.a).toBeCloseTo(held.quantification.a, 12);
    const odds = (pd: number) => Math.log(pd / (1 - pd));
    const [best, raised] = [pdsOf(held.model, fresh.features), pdsOf(prudent, fresh.features)];
    const row = best.findIndex((pd) => pd > 0.01 && pd < 0.2);
    expect(odds(raised[row]!) - odds(best[row]!)).toBeCloseTo(0.2, 9);
  });
});
