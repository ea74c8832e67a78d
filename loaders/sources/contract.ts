import type {TableContract, Text} from "#warehouse/contract.js";
import type {Absence} from "#warehouse/manifest.js";
import type {Database} from "../database/schema.js";
import type {Hints} from "../formats/contract.js";
import type {Mapping} from "../mapping/contract.js";

/** An extract that a source hands over, and how its files become the contract's rows. */
export interface SourceExtract {
  readonly contract: TableContract;
  /** Paths below the folder of a delivery; `*` stands for anything but a slash. The order is the order of the rows. */
  readonly files: readonly string[];
  readonly isRequired: boolean;
  /** Whether a delivery holds all rows there are, so that what it lacks has ended, or rows to add and to correct. */
  readonly delivery: "full" | "increment";
  readonly hints: Hints;
  readonly mapping: Mapping;
}

/**
 * On what ground a field may be used that its contract allows only with consent: each party's own, from the extract
 * `consents`, or one that holds for all of the source.
 */
export type ConsentGround = "each_party" | {readonly basis: "public_information" | "synthetic"; readonly why: Text};

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
  readonly id: string;
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
  readonly consents: ConsentGround;
  /** Where its extracts are pulled from; null, or nothing said, where they are handed over as files. */
  readonly database?: Database | null;
  /** Key of the pseudonyms where the data are public or synthetic; null where the key is a secret of the bank. */
  readonly publicPseudonymKey: string | null;
}

/** Whether the source says when a default became known. */
export function hasDatedDefaults({absent}: Source): boolean {
  return !absent.includes("default_date");
}
