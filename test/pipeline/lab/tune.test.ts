import {describe, expect, it} from "vitest";
import {candidatesOf} from "#pipeline/lab/candidates.js";
import {crossValidate} from "#pipeline/lab/crossValidate.js";
import {fitModel, pdsOf} from "#pipeline/lab/methods.js";
import {labPart, type LabRows} from "#pipeline/lab/rows.js";
import {specSchema, type Spec} from "#pipeline/lab/spec.js";
import {tuned} from "#pipeline/lab/tune.js";
import {silentProgress} from "#pipeline/progress.js";
import {groupedFolds} from "#models/validation/crossValidation.js";
import {logLoss} from "#models/validation/logLoss.js";
import {permutation, randomOf} from "#models/numerics/random.js";
import {plantedRows, withFeature} from "../../support/labRows.js";
import {SPEC} from "../../support/labBank.js";

const request = {safer: new Map(), floor: 0.0005, seed: SPEC.seed};
const rows = plantedRows(200);
const OPTIONS = {windowMonths: 0, progress: silentProgress, signal: new AbortController().signal};
const scorecard = {kind: "scorecard", prebins: 12, max_bins: [2, 4], min_events: [3, 15], min_iv: 0, p_value: 1};
const specOf = (changes: object = {}): Spec => specSchema.parse({...SPEC, method: scorecard, ...changes});
const nested = (of: LabRows, spec: Spec = specOf()) => crossValidate(of, spec, request, OPTIONS);
const aucOf = ({figures: {figures}}: Awaited<ReturnType<typeof nested>>) =>
  figures.find(({metric}) => metric === "auc")!.value;

describe("tuning", () => {
  it("chooses what trying every candidate on the same folds by hand chooses", () => {
    const spec = specOf({tuning: {folds: 3, rungs: [1], keep: 0.5}});
    const fold = groupedFolds(rows.groups, rows.defaulted, 3, request.seed);
    const losses = candidatesOf(spec.method).map((candidate) => {
      let total = 0;
      for (let held = 0; held < 3; held++) {
        const test = labPart(rows, (row) => fold[row] === held);
        const model = fitModel(
          candidate,
          labPart(rows, (row) => fold[row] !== held),
          request
        );
        total += logLoss(pdsOf(model, test.features), test.defaulted);
      }
      return total / rows.defaulted.length;
    });
    const {record, candidate} = tuned(rows, spec, request);
    expect(record.rungs[0]!.losses).toEqual(losses);
    expect(record.winner).toBe(losses.indexOf(Math.min(...losses)));
    expect(candidate).toEqual(record.candidates[record.winner]);
  });

  it("is the same for the same seed, and its races are run on whole obligors", () => {
    const spec = specOf({tuning: {folds: 2, rungs: [0.5, 1], keep: 0.5}});
    expect(tuned(rows, spec, request)).toEqual(tuned(rows, spec, request));
    expect(tuned(rows, spec, request).record.rungs.map(({candidates}) => candidates.length)).toEqual([4, 2]);
  });

  it("fits nothing where there is nothing to choose", () => {
    const spec = specOf({method: {kind: "logistic", ridge: 1}});
    const none = labPart(rows, () => false);
    expect(tuned(none, spec, request).record).toMatchObject({rungs: [], winner: 0});
  });

  it("says null for a candidate that cannot be fitted, and takes another", () => {
    const spec = specOf({method: {...scorecard, max_bins: 4, min_events: [1000, 3]}});
    const {record} = tuned(rows, spec, request);
    expect(record.rungs[0]!.losses[0]).toBeNull();
    expect(record.winner).toBe(1);
  });
});

describe("nested cross-validation", () => {
  it("lets nothing of the held-out fold in: a feature that is the outcome there, and one value elsewhere, does nothing", async () => {
    const logistic = specOf({method: {kind: "logistic", ridge: [1, 10]}});
    const fold = groupedFolds(rows.groups, rows.defaulted, 2, request.seed);
    const honest = await nested(rows, logistic);
    const told = await nested(withFeature(rows, "told", Float64Array.from(rows.defaulted)), logistic);
    expect(aucOf(told)).toBeGreaterThan(0.99); // what it would do where it could be learned
    for (const which of [0, 1]) {
      const isHeld = (row: number) => fold[row] === which;
      const hindsight = Float64Array.from(rows.defaulted, (flag, row) => (isHeld(row) ? flag : 0.5));
      const {pds} = await nested(withFeature(rows, "told", hindsight), logistic);
      for (const row of [...rows.defaulted.keys()].filter(isHeld)) expect(pds[row]).toBeCloseTo(honest.pds[row]!, 10);
    }
  });

  it("gives the held-out rows the PDs that they have whatever became of them", async () => {
    const {pds} = await nested(rows);
    const fold = groupedFolds(rows.groups, rows.defaulted, 2, request.seed);
    // Outcomes of one fold change places among obligors that had none and some: the folds stay as they are where the set of obligors with events does.
    const turned = rows.defaulted.map((flag, row) => {
      if (fold[row] !== 0) return flag;
      const first = row - (row % 3);
      return rows.defaulted[first + ((row + 1) % 3)]!;
    });
    const changed = await nested({...rows, defaulted: turned});
    const inFold = [...pds.keys()].filter((row) => fold[row] === 0);
    expect(inFold.some((row) => turned[row] !== rows.defaulted[row])).toBe(true);
    for (const row of inFold) expect(changed.pds[row]).toBe(pds[row]);
  });

  it("keeps an obligor on one side: knowing who it is does not help", async () => {
    // Obligors default always or never: with a row of the same obligor to learn from, its name would tell.
    const doomed = rows.defaulted.map((_, row) => (Math.floor(row / 3) % 4 === 0 ? 1 : 0));
    const random = randomOf(3);
    const names = Float64Array.from({length: 200}, () => random());
    const who = Float64Array.from(rows.defaulted, (_, row) => names[Math.floor(row / 3)]!);
    const fates: LabRows = {...rows, defaulted: doomed, features: new Map([["who", who]])};
    const forest = specOf({method: {kind: "random_forest", rows: 400, trees: 30, feature_share: 1, features: 2}});
    expect(aucOf(await nested(fates, forest))).toBeLessThan(0.65);
  });

  it("gives the same figures for the same seed", async () => {
    const [one, two] = [await nested(rows), await nested(rows)];
    expect(two).toEqual(one);
  });

  it("gives the final model whatever the order of the rows", () => {
    const order = permutation(rows.defaulted.length, randomOf(2));
    const pick = (values: Float64Array) => Float64Array.from(order, (row) => values[row]!);
    const mixed = {
      features: new Map([...rows.features].map(([name, values]) => [name, pick(values)])),
      defaulted: Uint8Array.from(order, (row) => rows.defaulted[row]!),
      groups: Uint32Array.from(order, (row) => rows.groups[row]!)
    };
    const [candidate] = candidatesOf(specOf({method: {...scorecard, max_bins: 4, min_events: 3}}).method);
    const [one, two] = [rows, mixed].map((of) => fitModel(candidate!, of, request));
    if (one?.kind !== "scorecard" || two?.kind !== "scorecard") throw new Error("no scorecard");
    expect(two.basePoints).toBe(one.basePoints);
    expect(two.characteristics.map(({feature, points}) => [feature, points])).toEqual(
      one.characteristics.map(({feature, points}) => [feature, points])
    );
    const [pds, other] = [pdsOf(one, rows.features), pdsOf(two, rows.features)];
    pds.forEach((pd, row) => expect(other[row]).toBeCloseTo(pd, 10));
  });

  it("measures what it is told to measure, and averages the AUC over repeats", async () => {
    const half = {...rows, isMeasured: rows.isMeasured.map((_, row) => (row % 3 === 0 ? 1 : 0))};
    const {figures} = await nested(half);
    expect(figures.observations).toBe(200);
    const single = [1, 2].map(async (seed) =>
      aucOf(await crossValidate(rows, specOf({seed}), {...request, seed}, OPTIONS))
    );
    const [a, b] = await Promise.all(single);
    const twice = await nested(rows, specOf({evaluation: {folds: 2, repeats: 2}}));
    // A repeat draws other folds; its tuning keeps the seed.
    expect(aucOf(twice)).toBeGreaterThan(Math.min(a!, b!) - 0.02);
    expect(aucOf(twice)).toBeLessThan(Math.max(a!, b!) + 0.02);
    expect(twice.foldDeviation).toBeGreaterThan(0);
  });

  it("stops at the signal", async () => {
    const signal = AbortSignal.abort();
    await expect(crossValidate(rows, specOf(), request, {...OPTIONS, signal})).rejects.toThrow(/abort/i);
  });
});
