import {describe, expect, it} from "vitest";
import {permutation, randomOf} from "#models/numerics/random.js";
import {auc} from "#models/validation/auc.js";
import {aucStatistic} from "#models/validation/aucStatistic.js";
import {bca} from "#models/validation/bca.js";
import {bootstrapInterval} from "#models/validation/bootstrap.js";
import {clusteredAuc} from "#models/validation/clusteredAuc.js";
import {rankedRows} from "#models/validation/rankedRows.js";
import {drawnSample, shuffledLike} from "./samples.js";

const {pd, defaulted} = drawnSample(1500, 5);
const rows = rankedRows(pd, defaulted);

/** Share of rows whose outcome is 1. */
const rate = (outcomes: Uint8Array) => (weights: Uint32Array) => {
  let [count, events] = [0, 0];
  for (let row = 0; row < outcomes.length; row++) {
    count += weights[row]!;
    events += weights[row]! * outcomes[row]!;
  }
  return count === 0 ? null : events / count;
};

describe("BCa", () => {
  it("moves tail probabilities by bias and skewness (numpy, scipy 1.17.1)", () => {
    const replicates = Float64Array.from({length: 100}, (_, k) => k + 1);
    const adjusted = bca(replicates, 45, [44, 44.5, 45.2, 45.6, 47])!;
    expect(adjusted(0.025)).toBeCloseTo(0.007679768989487897, 11);
    expect(adjusted(0.975)).toBeCloseTo(0.9409038826238633, 11);
  });

  it("gives up where all replicates lie on one side", () => {
    expect(bca(Float64Array.of(1, 2, 3), 0.5, [1, 2])).toBeNull();
    expect(bca(Float64Array.of(1, 2, 3), 4, [1, 2])).toBeNull();
  });
});

describe("the bootstrap interval", () => {
  it("has the AUC as its estimate and about DeLong's error, by either method", () => {
    const estimate = auc(pd, defaulted);
    for (const method of ["percentile", "bca"] as const) {
      const interval = bootstrapInterval(rows.group, aucStatistic(rows), {seed: 1, replicates: 400, method})!;
      expect(interval.estimate).toBeCloseTo(estimate.auc, 12);
      expect(interval.standardError / estimate.standardError).toBeGreaterThan(0.85);
      expect(interval.standardError / estimate.standardError).toBeLessThan(1.15);
      expect(interval.lower).toBeLessThan(interval.estimate);
      expect(interval.upper).toBeGreaterThan(interval.estimate);
      expect(interval.method).toBe(method);
    }
  });

  it("is one for one seed, another for another, and keeps to the order of groups whatever the rows' order", () => {
    const own = Uint32Array.from(defaulted.keys());
    const once = bootstrapInterval(own, rate(defaulted), {seed: 1, replicates: 99});
    expect(bootstrapInterval(own, rate(defaulted), {seed: 1, replicates: 99})).toEqual(once);
    expect(bootstrapInterval(own, rate(defaulted), {seed: 2, replicates: 99})).not.toEqual(once);
    const order = permutation(own.length, randomOf(9));
    const shuffled = bootstrapInterval(shuffledLike(own, order), rate(shuffledLike(defaulted, order)), {
      seed: 1,
      replicates: 99
    });
    expect(shuffled).toEqual(once);
    const gaps = own.map((group) => 3 * group + 2);
    expect(bootstrapInterval(gaps, rate(defaulted), {seed: 1, replicates: 99})).toEqual(once);
  });

  it("draws rows of one obligor together: four copies of each row tell no more than one", () => {
    const repeat = <T extends Float64Array | Uint8Array>(column: T) =>
      Array.from({length: 4}, () => [...column]).flat();
    const groups = Uint32Array.from({length: 4 * pd.length}, (_, row) => row % pd.length);
    const [risk, outcomes] = [Float64Array.from(repeat(pd)), Uint8Array.from(repeat(defaulted))];
    const copied = rankedRows(risk, outcomes, groups);
    const interval = bootstrapInterval(copied.group, aucStatistic(copied), {seed: 1, replicates: 200})!;
    expect(interval.standardError / clusteredAuc(risk, outcomes, groups).standardError).toBeGreaterThan(0.8);
    expect(interval.standardError / auc(risk, outcomes).standardError).toBeGreaterThan(1.6);
  });

  it("covers a known rate about as often as it says", () => {
    let covered = 0;
    for (let trial = 0; trial < 200; trial++) {
      const random = randomOf(trial + 1000);
      const outcomes = Uint8Array.from({length: 150}, () => (random() < 0.2 ? 1 : 0));
      const groups = Uint32Array.from(outcomes.keys());
      const {lower, upper} = bootstrapInterval(groups, rate(outcomes), {
        seed: trial,
        replicates: 199,
        level: 0.9,
        blocks: 30
      })!;
      if (lower <= 0.2 && upper >= 0.2) covered++;
    }
    // 180 expected; four standard deviations of a binomial count, 17, on each side.
    expect(covered).toBeGreaterThan(163);
    expect(covered).toBeLessThan(197);
  });

  it("says nothing where the statistic says nothing", () => {
    const none = rankedRows(pd, new Uint8Array(pd.length));
    expect(bootstrapInterval(none.group, aucStatistic(none), {seed: 1, replicates: 9})).toBeNull();
  });
});
