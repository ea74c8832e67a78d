import {partOf, type LabelledRows} from "#models/rating/selectRidge.js";
import type {BinningMemory} from "#models/scorecard/candidate.js";
import {permutation, randomOf} from "#models/numerics/random.js";
import {successiveHalving} from "#models/tuning/successiveHalving.js";
import {groupedFolds} from "#models/validation/crossValidation.js";
import {logLoss} from "#models/validation/logLoss.js";
import {candidatesOf, type Candidate} from "./candidates.js";
import type {TuningRecord} from "./experiment.js";
import {fitModel, pdsOf, type FitRequest} from "./methods.js";
import type {Spec} from "./spec.js";

/**
 * The candidate under which held-out obligors are least surprising: lowest mean log loss over folds that keep an obligor whole, by
 * successive halving. Nothing but `rows` enters.
 */
export function tuned(
  rows: LabelledRows,
  {method, tuning}: Pick<Spec, "method" | "tuning">,
  request: FitRequest
): {readonly candidate: Candidate; readonly record: TuningRecord} {
  const candidates = candidatesOf(method);
  if (candidates.length === 1) return {candidate: candidates[0]!, record: {candidates, rungs: [], winner: 0}};
  const parts = new Map(tuning.rungs.map((share) => [share, foldsOf(rows, share, tuning.folds, request.seed)]));
  const race = successiveHalving(candidates.length, {shares: tuning.rungs, keep: tuning.keep}, (candidate, share) =>
    heldOutLoss(candidates[candidate]!, parts.get(share)!, request)
  );
  const rungs = race.rungs.map(({losses, ...rung}) => ({
    ...rung,
    losses: losses.map((loss) => (Number.isFinite(loss) ? loss : null))
  }));
  return {candidate: candidates[race.winner]!, record: {candidates, rungs, winner: race.winner}};
}

interface Fold {
  readonly train: LabelledRows;
  readonly test: LabelledRows;
  /** Candidates that bin alike bin once. */
  readonly memory: BinningMemory;
}

function foldsOf(rows: LabelledRows, share: number, folds: number, seed: number): Fold[] {
  const some = share === 1 ? rows : shareOf(rows, share, seed);
  const fold = groupedFolds(some.groups, some.defaulted, folds, seed);
  return Array.from({length: folds}, (_, held) => ({
    train: partOf(some, (row) => fold[row] !== held),
    test: partOf(some, (row) => fold[row] === held),
    memory: new Map()
  }));
}

/** The rows of a share of the obligors, drawn by the seed alone, those that default and the others alike. */
function shareOf(rows: LabelledRows, share: number, seed: number): LabelledRows {
  const count = rows.groups.reduce((most, group) => Math.max(most, group + 1), 0);
  const hasEvent = new Uint8Array(count);
  rows.groups.forEach((group, row) => (hasEvent[group]! |= rows.defaulted[row]!));
  const isIn = new Uint8Array(count);
  const order = permutation(count, randomOf(seed));
  for (const kind of [0, 1]) {
    const members = order.filter((group) => hasEvent[group] === kind);
    for (const group of members.subarray(0, Math.ceil(members.length * share))) isIn[group] = 1;
  }
  return partOf(rows, (row) => isIn[rows.groups[row]!] === 1);
}

/** Infinity where a fold cannot be fitted: a candidate that fails on a part of the rows is no candidate. */
function heldOutLoss(candidate: Candidate, folds: readonly Fold[], request: FitRequest): number {
  let [total, rows] = [0, 0];
  for (const {train, test, memory} of folds) {
    try {
      total += logLoss(pdsOf(fitModel(candidate, train, {...request, memory}), test.features), test.defaulted);
    } catch (error) {
      if (error instanceof RangeError) return Infinity;
      throw error;
    }
    rows += test.defaulted.length;
  }
  return total / rows;
}
