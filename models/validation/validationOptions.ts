import type {CharacteristicCounts} from "./csi.js";
import type {Rule} from "./verdict.js";

export interface ValidationOptions {
  /** Names of the grade codes, safest first. Needed with grades. */
  readonly grades?: readonly string[];
  /** Names of the segment codes. Needed with segments. */
  readonly segments?: readonly string[];
  /** Of tests and, as one less, of intervals. */
  readonly level?: number;
  /** With fewer defaulters, or fewer others, a part of the sample is not measured for rank. */
  readonly minimumEvents?: number;
  /** Powers are for PDs understated by this factor. */
  readonly understatement?: number;
  /** Powers are for an AUC lost by so much. */
  readonly aucLoss?: number;
  /** Of the correlated binomial test. */
  readonly assetCorrelation?: number;
  /** Parts of the calibration curve by PD, and of the gains table. */
  readonly parts?: number;
  /** Points of a ROC curve at most. */
  readonly curvePoints?: number;
  /** What the model showed when it was developed. */
  readonly initial?: InitialValidation;
  /** Yearly migration among grades, counts; and the obligors that began in each. */
  readonly migrationMatrix?: readonly (readonly number[])[];
  readonly migrationTotals?: readonly number[];
  readonly characteristics?: readonly CharacteristicCounts[];
  /** Rows whose window is not over; see `earlyDefaults`. */
  readonly early?: {readonly pd: Float64Array; readonly defaulted: Uint8Array; readonly seenShare: Float64Array};
  /** Bootstrap intervals of each AUC, obligors drawn whole. They cost a pass over all rows for each replicate: a minute on 600,000 rows. */
  readonly bootstrap?: {readonly seed: number; readonly replicates?: number};
  /** Without them nothing is judged. */
  readonly rules?: readonly Rule[];
}

export interface InitialValidation {
  readonly aucOfPd?: number;
  readonly aucOfScore?: number;
  readonly aucOfGrade?: number;
  /** Obligors by grade, with the empty grades. */
  readonly gradeCounts?: readonly number[];
}

export type Settings = Required<Omit<ValidationOptions, Optional>> & Pick<ValidationOptions, Optional>;

type Optional = "migrationMatrix" | "migrationTotals" | "characteristics" | "early" | "bootstrap" | "rules";

export function settingsOf(options: ValidationOptions): Settings {
  return {
    grades: [],
    segments: [],
    level: 0.05,
    minimumEvents: 20,
    understatement: 1.5,
    aucLoss: 0.05,
    assetCorrelation: 0.05,
    parts: 10,
    curvePoints: 100,
    initial: {},
    ...options
  };
}
