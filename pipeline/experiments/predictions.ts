import {columnOf, numbersOf, textsOf, type Columns} from "#warehouse/engine/columns.js";

/** Samples of which predictions are kept: rows that the model had not learned from. Those of the test are there once a validation has read it. */
export const KEPT_SAMPLES = ["cross_validation", "validation", "test"] as const;
export type KeptSample = (typeof KEPT_SAMPLES)[number];

/** Rows on which figures are measured, with the PD that each was given. */
export interface Predictions {
  readonly names: readonly string[];
  /** Observation dates as days since 1970. */
  readonly days: Int32Array;
  readonly defaulted: Uint8Array;
  readonly pd: Float64Array;
}

/** The measured rows of each sample that has both defaults and others. */
export function predictionsIn(columns: Columns): ReadonlyMap<KeptSample, Predictions> {
  const samples = textsOf(columns, "sample");
  const isMeasured = numbersOf(columns, "is_measured");
  const all: Predictions = {
    names: textsOf(columns, "name") as string[],
    days: columnOf(columns, "observation_date").values as Int32Array,
    defaulted: Uint8Array.from(numbersOf(columns, "defaulted")),
    pd: numbersOf(columns, "pd")
  };
  const parts = KEPT_SAMPLES.map((sample) => {
    return [sample, partOf(all, (row) => samples[row] === sample && isMeasured[row] === 1)] as const;
  });
  return new Map(parts.filter(([, {defaulted}]) => defaulted.includes(1) && defaulted.includes(0)));
}

/** The rows for which `isIn` holds. */
export function partOf({names, days, defaulted, pd}: Predictions, isIn: (row: number) => boolean): Predictions {
  const rows = Uint32Array.from(pd.keys()).filter(isIn);
  return {
    names: Array.from(rows, (row) => names[row]!),
    days: Int32Array.from(rows, (row) => days[row]!),
    defaulted: Uint8Array.from(rows, (row) => defaulted[row]!),
    pd: Float64Array.from(rows, (row) => pd[row]!)
  };
}
