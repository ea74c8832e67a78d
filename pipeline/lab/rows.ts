import type {LabelledRows} from "#models/rating/selectRidge.js";
import {UserError} from "#warehouse/engine/userError.js";

/** Rows that a model learns from or is judged on, sorted by date and obligor. */
export interface LabRows extends LabelledRows {
  /** What each row is called: the obligor, or the number of the line. */
  readonly names: readonly string[];
  /** Observation dates as days since 1970; all zero where rows have no date. */
  readonly days: Int32Array;
  /** Section of industry of each row's obligor; null where none is known. */
  readonly segments: readonly (string | null)[];
  /** 1 for rows on which figures are measured: yearly dates, whose performance windows do not overlap. */
  readonly isMeasured: Uint8Array;
}

/** Which way each feature is safer; those that are not named may take either. */
export type Directions = ReadonlyMap<string, "higher" | "lower" | "neither">;

export interface Samples {
  readonly train: LabRows;
  readonly validation: LabRows | null;
  readonly safer: Directions;
  /** Months of the performance window after a row's date; 0 where rows have no date. */
  readonly windowMonths: number;
  /** Rows that the population left out, by reason. */
  readonly excluded: readonly {readonly reason: string; readonly rows: number}[];
  /** Reads the test rows; null where there are none. Nothing but a validation may ask for them. */
  readonly test: (() => Promise<LabRows>) | null;
}

/** The rows for which `isIn` holds. */
export function labPart(rows: LabRows, isIn: (row: number) => boolean): LabRows {
  return rowsAt(rows, Uint32Array.from(rows.defaulted.keys()).filter(isIn));
}

/** The rows at some places, in their order. */
export function rowsAt(rows: LabRows, places: Uint32Array): LabRows {
  const pick = (values: Float64Array) => Float64Array.from(places, (row) => values[row]!);
  return {
    features: new Map([...rows.features].map(([name, values]) => [name, pick(values)])),
    defaulted: Uint8Array.from(places, (row) => rows.defaulted[row]!),
    groups: Uint32Array.from(places, (row) => rows.groups[row]!),
    names: Array.from(places, (row) => rows.names[row]!),
    days: Int32Array.from(places, (row) => rows.days[row]!),
    segments: Array.from(places, (row) => rows.segments[row]!),
    isMeasured: Uint8Array.from(places, (row) => rows.isMeasured[row]!)
  };
}

/** The rows on which figures are measured. */
export function measuredPart(rows: LabRows): LabRows {
  return rows.isMeasured.every((flag) => flag === 1) ? rows : labPart(rows, (row) => rows.isMeasured[row] === 1);
}

export function eventsOf({defaulted}: {readonly defaulted: Uint8Array}): number {
  return defaulted.reduce((total, flag) => total + flag, 0);
}

export function hasBothClasses(rows: {readonly defaulted: Uint8Array}): boolean {
  const events = eventsOf(rows);
  return events > 0 && events < rows.defaulted.length;
}

/** Throws a UserError that begins with `what` where there is no default, or nothing else. */
export function requireBothClasses(what: string, rows: LabRows): void {
  if (hasBothClasses(rows)) return;
  throw new UserError(
    `${what}: ${eventsOf(rows)} defaults among ${rows.defaulted.length} rows to learn from; a model of default needs both: ` +
      "look at the population and the split"
  );
}
