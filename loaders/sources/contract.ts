import type {TableContract, Text} from "#warehouse/contract.js";
import type {Absence} from "#warehouse/manifest.js";

/** A file that a source hands over. */
export interface RawFile {
  /** Names that it may have; the first is the usual one. At most one of them may be there. */
  readonly names: readonly string[];
  /** The columns that are read. Columns that no contract or mapping asks for stay outside. */
  readonly columns: readonly string[];
  readonly isRequired: boolean;
}

/** Files kept as they are, plus `source_file` and `source_line`; a column that one of the files lacks is null there. */
export interface RawTable {
  readonly name: string;
  readonly files: readonly RawFile[];
}

export interface SourceExtract {
  readonly contract: TableContract;
  readonly raw: RawTable;
  /** A select of the contract's columns with `source_file` and `source_line`; null where the file has them already. */
  readonly mapping: URL | null;
}

/** A figure that the source does not state and its mapping needs: `$id` in the SQL. */
export interface Assumption {
  readonly id: string;
  readonly value: number | string;
  readonly about: Text;
}

/** Month ends at which the book is observed, and the last day covered by outcomes; ISO dates. */
export interface Calendar {
  readonly first: string;
  readonly last: string;
  readonly everyMonths: number;
  readonly dataEnd: string;
}

/** How a model of this source is judged: on later dates, or, where outcomes have no date, on other obligors. */
export type Evaluation =
  | {readonly kind: "out_of_time"; readonly trainUntil: string; readonly testFrom: string}
  | {readonly kind: "cross_validation"; readonly folds: number; readonly repeats: number};

export interface Source {
  readonly id: "demo" | "cumcm2020c" | "american-bankruptcy";
  readonly name: Text;
  readonly isSynthetic: boolean;
  /** ISO 4217. */
  readonly currency: string;
  readonly absent: readonly Absence[];
  readonly assumptions: readonly Assumption[];
  readonly calendar: Calendar;
  /** Observation dates of the training and the test sample; ISO dates. */
  readonly evaluation: Evaluation;
  readonly extracts: readonly SourceExtract[];
  /** A select of `obligor_id` and `is_known`; null where the outcome of every obligor is known. */
  readonly outcomeCoverage: URL | null;
  /** Key of the pseudonyms where the data are public or synthetic; null where the key is a secret of the bank. */
  readonly publicPseudonymKey: string | null;
}

/** Whether the source says when a default became known. */
export function hasDatedDefaults({absent}: Source): boolean {
  return !absent.includes("default_date");
}
