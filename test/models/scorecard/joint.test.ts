import {describe, expect, it} from "vitest";
import {applyScorecard} from "#models/scorecard/applyScorecard.js";
import {candidatesOf} from "#models/scorecard/candidates.js";
import {fitScorecard} from "#models/scorecard/fitScorecard.js";
import {blockOf} from "#models/scorecard/joint/blocks.js";
import {informationOf} from "#models/scorecard/joint/cells.js";
import {jointEvidence} from "#models/scorecard/joint/jointEvidence.js";
import type {ScorecardOptions} from "#models/scorecard/options.js";
import {auc} from "#models/validation/auc.js";
import {fitLogistic, logistic} from "#models/numerics/logistic.js";
import {randomOf} from "#models/numerics/random.js";
import {obligors, SAFER} from "./obligors.js";

const OPTIONS: ScorecardOptions = {floor: 0.0005, binning: {specials: [-999], shape: "free"}, evidence: "joint"};
const ROWS = obligors(6000, 2);
const {candidates} = candidatesOf(ROWS, OPTIONS, 0.02);
const hasNoSign = () => false;
const named = (feature: string) => candidates.find((candidate) => candidate.feature === feature)!;

describe("joint evidence", () => {
  it("rests on the information that the whole design has, computed row by row", () => {
    const blocks = [blockOf(named("leverage"), false), blockOf(named("size"), true), blockOf(named("margin"), false)];
    const weights = Float64Array.from(ROWS.defaulted, (_, row) => 0.1 + (row % 7) / 10);
    const columns = [
      new Float64Array(weights.length).fill(1),
      ...blocks.flatMap(({candidate, basis, parameters}) =>
        Array.from({length: parameters}, (_, j) =>
          Float64Array.from(candidate.indices, (bin) => basis[bin * parameters + j]!)
        )
      )
    ];
    const found = informationOf(blocks, weights);
    for (let j = 0; j < columns.length; j++) {
      for (let k = 0; k <= j; k++) {
        const direct = weights.reduce((sum, weight, row) => sum + weight * columns[j]![row]! * columns[k]![row]!, 0);
        expect(found[j * columns.length + k]!).toBeCloseTo(direct, 8);
      }
    }
  });

  it("of one feature in two bins is that of a ridge regression on its step", () => {
    const two = candidatesOf(
      ROWS,
      {...OPTIONS, binning: {maxBins: 2, shape: "free"}, features: ["noise"]},
      0
    ).candidates;
    const {weighed} = jointEvidence(two, ROWS.defaulted, {smoothing: 7, hasSign: hasNoSign});
    const step = Float64Array.from(two[0]!.indices, (bin) => (bin === 1 ? 1 : 0));
    const [slope] = fitLogistic([step], ROWS.defaulted, {ridge: 7}).coefficients;
    expect(weighed[0]!.weights[0]! - weighed[0]!.weights[1]!).toBeCloseTo(slope!, 4);
  });

  it("shrinks to nothing under endless smoothing, and keeps a sign where business has one", () => {
    const flat = jointEvidence(candidates, ROWS.defaulted, {smoothing: 1e9, hasSign: hasNoSign}).weighed;
    for (const {weights} of flat) for (const weight of weights) expect(Math.abs(weight)).toBeLessThan(1e-4);
    const signed = candidatesOf(ROWS, {...OPTIONS, safer: SAFER}, 0).candidates;
    const {weighed} = jointEvidence(signed, ROWS.defaulted, {smoothing: 1, hasSign: () => true});
    weighed.forEach(({weights}, at) => {
      const least = Math.min(...signed[at]!.weights.map((woe, bin) => (woe === 0 ? 0 : weights[bin]! / woe)));
      expect(least).toBeGreaterThanOrEqual(0);
    });
  });

  it("holds at zero what would turn beside the others under a business sign, and lets it turn without one", () => {
    // Beside `risky`, `echo` counts against what it says alone; its missing values are safer than most.
    const random = randomOf(5);
    const [risky, echo] = [new Float64Array(8000), new Float64Array(8000)];
    const defaulted = Uint8Array.from(risky, (_, row) => {
      const own = 4 * random() - 2;
      risky[row] = own;
      const seen = own + random();
      echo[row] = row % 10 === 0 ? NaN : seen;
      return random() < logistic(-2 + 3.5 * own - 2 * seen - (row % 10 === 0 ? 1.5 : 0)) ? 1 : 0;
    });
    const groups = Uint32Array.from(risky.keys());
    const both = candidatesOf(
      {features: new Map(Object.entries({risky, echo})), defaulted, groups},
      OPTIONS,
      0
    ).candidates;
    const evidence = (hasSign: () => boolean) =>
      jointEvidence(both, defaulted, {smoothing: 1, hasSign}).weighed.find(({feature}) => feature === "echo")!;
    expect([...evidence(() => true).weights]).toEqual([...evidence(() => true).weights].map(() => 0));
    const {bins, weights} = evidence(hasNoSign);
    const intervals = bins.bins.flatMap(({kind}, bin) => (kind === "interval" ? [weights[bin]!] : []));
    expect(intervals.at(-1)!).toBeGreaterThan(intervals[0]! + 1);
    expect(bins.bins.at(-1)).toMatchObject({kind: "missing", isSupported: true});
    expect(weights.at(-1)).toBe(0);
  });

  it("makes a scorecard of whole points that ranks as well, with a reason for every candidate", () => {
    const [joint, marginal] = [fitScorecard(ROWS, OPTIONS), fitScorecard(ROWS, {...OPTIONS, evidence: "marginal"})];
    const area = (card: typeof joint) => auc(applyScorecard(card, ROWS).pd, ROWS.defaulted).auc;
    expect(area(joint)).toBeGreaterThan(area(marginal) - 0.005);
    expect(joint.training.meanPd).toBeCloseTo(joint.training.events / joint.training.observations, 6);
    expect(joint.fates).toHaveLength(ROWS.features.size + 1);
    for (const {bins, points, coefficient} of joint.characteristics) {
      expect(coefficient).toBe(-1);
      bins.bins.forEach(({kind}, bin) => {
        expect(Number.isInteger(points[bin])).toBe(true);
        if (kind === "missing" || kind === "unseen") expect(points[bin]!).toBeLessThanOrEqual(0);
      });
    }
  });

  it("fits the same with bins that were found before, whose binning is not done again", () => {
    const memory = new Map();
    const first = fitScorecard(ROWS, {...OPTIONS, memory});
    const held = [...memory.values()];
    expect(held).toHaveLength(ROWS.features.size + 1);
    expect(fitScorecard(ROWS, {...OPTIONS, memory})).toEqual(first);
    expect([...memory.values()].every((found, at) => found === held[at])).toBe(true);
    expect(fitScorecard(ROWS, OPTIONS)).toEqual(first);
  });
});
