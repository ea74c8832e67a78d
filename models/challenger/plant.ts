import {mix32, randomOf} from "../numerics/random.js";
import {packageTree, type PackageForest} from "./mlRandomForest.js";
import {bootstrapRows} from "./sampleRows.js";

/** Nodes of so many rows or fewer are not split. */
const LEAF_ROWS = 40;

export interface PlantOptions {
  readonly trees: number;
  /** Share of the columns that each tree may ask about, in (0, 1]. */
  readonly featureShare: number;
  readonly seed: number;
}

/** Trees of the package on `answers`, one Float64Array a column; each on a bootstrap sample and a draw of columns of its own. */
export function plant(
  answers: readonly Float64Array[],
  outcomes: Uint8Array,
  {trees, featureShare, seed}: PlantOptions
): PackageForest[] {
  const rows = rowsOf(answers, outcomes.length);
  const columnsPerTree = Math.max(1, Math.round(featureShare * answers.length));
  return Array.from({length: trees}, (_, tree) => {
    const drawn = [...bootstrapRows(outcomes, randomOf(mix32(seed, 2 * tree)))];
    return packageTree(
      drawn.map((row) => rows[row]!),
      drawn.map((row) => outcomes[row]!),
      {columnsPerTree, leafRows: LEAF_ROWS, seed: mix32(seed, 2 * tree + 1)}
    );
  });
}

/** Columns as the rows that the package wants. */
export function rowsOf(columns: readonly Float64Array[], count: number): number[][] {
  return Array.from({length: count}, (_, row) => columns.map((column) => column[row]!));
}
