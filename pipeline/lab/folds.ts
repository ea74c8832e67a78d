import {groupedFolds} from "#models/validation/crossValidation.js";
import {epochDays, isoDate} from "#warehouse/engine/columns.js";
import type {LabRows} from "./rows.js";
import type {Spec} from "./spec.js";
import {rowsIn, walkForward} from "./splits.js";

/** One fold: the rows that teach, and those that are predicted. */
export interface Fold {
  readonly about: string;
  readonly train: Uint32Array;
  readonly test: Uint32Array;
}

/**
 * The folds in which a spec evaluates its procedure, by repeat: obligors whole, or, where it walks forward, each year predicted by the
 * rows whose windows were over before it.
 */
export function foldsOf(
  rows: LabRows,
  {evaluation, seed}: Pick<Spec, "evaluation" | "seed">,
  windowMonths: number
): Fold[][] {
  const {folds, repeats, walk_forward_from: from} = evaluation;
  if (from !== undefined) return [yearByYear(rows, epochDays(from), windowMonths)];
  return Array.from({length: repeats}, (_, repeat) => {
    const foldOf = groupedFolds(rows.groups, rows.defaulted, folds, seed + repeat);
    const places = Uint32Array.from(foldOf.keys());
    return Array.from({length: folds}, (_, held) => ({
      about: `repeat ${repeat + 1} of ${repeats}, fold ${held + 1} of ${folds}`,
      train: places.filter((row) => foldOf[row] !== held),
      test: places.filter((row) => foldOf[row] === held)
    }));
  });
}

function yearByYear({days}: LabRows, firstTest: number, windowMonths: number): Fold[] {
  const until = days.reduce((last, day) => Math.max(last, day), 0);
  return walkForward({days, windowMonths, firstTest, until}).map((fold) => ({
    about: `from ${isoDate(fold.testFrom)}`,
    train: rowsIn(fold, "train"),
    test: rowsIn(fold, "test")
  }));
}
