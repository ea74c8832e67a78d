import {windowEnds} from "./windowEnd.js";

/** What a row is to a split. A purged row would serve as training or validation if its window did not reach past what follows. */
export const SAMPLE = {none: 0, train: 1, validation: 2, test: 3, purged: 4} as const;

export type SampleName = keyof typeof SAMPLE;

export interface Split {
  /** Code of `SAMPLE` for each row. */
  readonly sample: Uint8Array;
  /** Rows of each kind; over all kinds, every row. */
  readonly counts: Readonly<Record<SampleName, number>>;
}

export interface OutOfTime {
  /** Observation date of each row; this and the following are days since 1970. */
  readonly days: Int32Array;
  /** Months of the performance window after an observation date. */
  readonly windowMonths: number;
  /** Last observation date for training. */
  readonly trainUntil: number;
  /** Last observation date for validation, whose first comes after `trainUntil`; none is set apart where this is left out. */
  readonly validateUntil?: number;
  /** First observation date of the test. */
  readonly testFrom: number;
  /** Last observation date of the test; all that follow where this is left out. */
  readonly testUntil?: number;
}

/**
 * Training, validation and test in the order of time. What a row teaches is known on the last day of its window, so that a training row
 * serves only if its window is over by the first validation day that there is (and by `testFrom`), and a validation row only if its own
 * is over by `testFrom`; those between are purged. Throws a RangeError unless `trainUntil`, `validateUntil`, `testFrom` and `testUntil` rise.
 */
export function outOfTime(options: OutOfTime): Split {
  const {days, windowMonths, trainUntil, validateUntil = trainUntil, testFrom, testUntil = Infinity} = options;
  if (!(trainUntil <= validateUntil && validateUntil < testFrom && testFrom <= testUntil)) {
    throw new RangeError(
      `training to ${trainUntil}, validation to ${validateUntil}, test from ${testFrom} to ${testUntil}: they must follow each other`
    );
  }
  const ends = windowEnds(days, windowMonths);
  const isValidation = (day: number) => day > trainUntil && day <= validateUntil;
  const firstAfter = days.reduce((first, day) => (isValidation(day) && day < first ? day : first), testFrom);
  const sample = days.map((day, row) => {
    if (day <= trainUntil) return ends[row]! <= firstAfter ? SAMPLE.train : SAMPLE.purged;
    if (day <= validateUntil) return ends[row]! <= testFrom ? SAMPLE.validation : SAMPLE.purged;
    return day >= testFrom && day <= testUntil ? SAMPLE.test : SAMPLE.none;
  });
  return counted(Uint8Array.from(sample));
}

export interface WalkForward {
  readonly days: Int32Array;
  readonly windowMonths: number;
  /** First observation date of the first test, a month end. */
  readonly firstTest: number;
  /** Last observation date that any test may hold. */
  readonly until: number;
  /** Months of observation dates in each test; the next begins where it ends. */
  readonly testMonths?: number;
}

export interface WalkForwardFold extends Split {
  /** First observation date of the test, and the last that it may hold. */
  readonly testFrom: number;
  readonly testUntil: number;
}

/**
 * Folds that walk through time: each is tested on the next `testMonths` of observation dates and learns from every row before whose window
 * is over by the first of them; the others before are purged. A last test that is cut off by `until` is kept where it holds a row.
 */
export function walkForward({days, windowMonths, firstTest, until, testMonths = 12}: WalkForward): WalkForwardFold[] {
  if (!Number.isInteger(testMonths) || testMonths < 1)
    throw new RangeError(`testMonths must be 1 or more; got ${testMonths}`);
  const folds: WalkForwardFold[] = [];
  for (let index = 0; ; index++) {
    const [from, next] = [index, index + 1].map((step) => windowEnds(Int32Array.of(firstTest), step * testMonths)[0]!);
    const testFrom = index === 0 ? firstTest : from!;
    if (testFrom > until) return folds;
    const testUntil = Math.min(next! - 1, until);
    const split = outOfTime({days, windowMonths, trainUntil: testFrom - 1, testFrom, testUntil});
    if (split.counts.test > 0) folds.push({...split, testFrom, testUntil});
  }
}

/**
 * A split by time that is one by obligor too: the obligors of `fold` are tested and nothing else is done with them; the others teach and
 * are not tested. `folds` holds the fold of each row, as `groupedFolds` gives it. Rows on the wrong side become `none`.
 */
export function heldOut({sample}: Split, folds: Uint8Array, fold: number): Split {
  return counted(
    sample.map((kind, row) => {
      if (kind === SAMPLE.none || kind === SAMPLE.purged) return kind;
      return (kind === SAMPLE.test) === (folds[row] === fold) ? kind : SAMPLE.none;
    })
  );
}

/** Rows of a split that have one of its kinds. */
export function rowsIn({sample}: Split, kind: SampleName): Uint32Array {
  return Uint32Array.from(sample.keys()).filter((row) => sample[row] === SAMPLE[kind]);
}

function counted(sample: Uint8Array): Split {
  const counts = {none: 0, train: 0, validation: 0, test: 0, purged: 0};
  const names = Object.keys(SAMPLE) as SampleName[];
  for (const kind of sample) counts[names[kind]!]++;
  return {sample, counts};
}
