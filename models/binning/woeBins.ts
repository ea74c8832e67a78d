import type {BinCounts} from "./bins.js";

/** Which values a bin holds: above `lower` up to and with `upper`, open where null; one special value; some categories; or none known. */
export type BinContent =
  | {readonly kind: "interval"; readonly lower: number | null; readonly upper: number | null}
  | {readonly kind: "special"; readonly value: number}
  | {readonly kind: "categories"; readonly values: readonly string[]}
  | {readonly kind: "missing"}
  | {readonly kind: "unseen"};

/** A bin with its training rows and its weight of evidence, positive where safer than the book. */
export type WoeBin = BinContent &
  BinCounts & {
    readonly woe: number;
    /** Whether it holds the least events and non-events, so that its weight rests on its own rows. */
    readonly isSupported: boolean;
  };

/** Where the information value comes from. */
interface Information {
  /** Of all bins that hold rows, the prior added; finite. */
  readonly iv: number;
  /** Of the bins of known values, without a prior: what the binning made as large as can be. */
  readonly rawIv: number;
}

/**
 * Bins of a number. In order of their index: the intervals, rising; each special value; the missing (NaN). Every number is in one of
 * them: infinities in the end intervals, -0 where 0 is.
 */
export interface NumericBins extends Information {
  readonly kind: "numeric";
  /** Which way the weight of evidence rises over the intervals; `neither` where its shape was left free. */
  readonly safer: Safer;
  /** Upper ends of all intervals but the last, rising and finite; a value at a cut is in the interval below. */
  readonly cuts: readonly number[];
  readonly specials: readonly number[];
  readonly bins: readonly WoeBin[];
}

/** Bins of a text. In order of their index: groups of categories, riskiest first; the missing (null); what training did not hold. */
export interface CategoryBins extends Information {
  readonly kind: "category";
  readonly groups: readonly (readonly string[])[];
  /** Categories of too few rows, which were pooled before groups were made; they share a group. */
  readonly rare: readonly string[];
  readonly bins: readonly WoeBin[];
}

export type FeatureBins = NumericBins | CategoryBins;

/**
 * Why a feature has no bins: no value is known; all known values are alike; no cut leaves enough events and non-events on either
 * side; the bins on either side of every cut default alike; or they go against the business sign.
 */
export type UnbinnedReason = "no_values" | "one_value" | "too_few" | "no_difference" | "against_sign";

/** A feature that could not be made monotone with two bins or more. */
export interface Unbinned {
  readonly kind: "unbinned";
  readonly reason: UnbinnedReason;
  /** Rows whose value is known and not special. */
  readonly known: BinCounts;
}

/** The business sign of a number: which way is safer; either, where business has no view. */
export type Safer = "higher" | "lower" | "neither";

/** `monotone`: default rates fall strictly in one direction. `free`: any shape, such as one that is riskiest at both ends. */
export type Shape = "monotone" | "free";

/**
 * What a value that nobody knows counts as: at most as the average of the known ones and never in favour (`neutral`), or as the
 * riskiest bin (`worst`).
 */
export type UnknownRule = "neutral" | "worst";

export interface BinningOptions {
  /** Bins at most, those of missing and special values not counted. */
  readonly maxBins?: number;
  /** Events (defaults) that each bin of known values holds at least; one in any case, and so of non-events. */
  readonly minEvents?: number;
  readonly minNonEvents?: number;
  /** Share of all rows that each bin of known values holds at least. */
  readonly minShare?: number;
  readonly unknown?: UnknownRule;
}

export interface NumericOptions extends BinningOptions {
  readonly safer?: Safer;
  /** What the default rates of a number without a business sign may do: fall one way only, or take any shape. One with a sign is always monotone. */
  readonly shape?: Shape;
  /** Bins of about equal counts from which those of the feature are joined. */
  readonly preBins?: number;
  /** Finite values that stand for something else than an amount, each in a bin of its own. */
  readonly specials?: readonly number[];
}

export interface CategoryOptions extends BinningOptions {
  /** Rows below which a category is pooled with the other rare ones. */
  readonly minRows?: number;
}
