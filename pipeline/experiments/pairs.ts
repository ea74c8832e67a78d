import {gradeIndexOf, type MasterScale} from "#models/rating/masterScale.js";
import {detectableDifference, pairedDeLong} from "#models/validation/pairedDeLong.js";
import {isoDate} from "#warehouse/engine/columns.js";
import {eventsOf} from "../lab/rows.js";
import type {KeptSample, Predictions} from "./predictions.js";
import {rankCorrelation} from "./rankCorrelation.js";

/** An experiment with the predictions of each of its samples. */
export interface Predicted {
  readonly id: string;
  readonly samples: ReadonlyMap<KeptSample, Predictions>;
}

/** Rows to which both models gave a PD. */
export interface SharedRows {
  readonly sample: KeptSample;
  readonly names: readonly string[];
  readonly days: Int32Array;
  readonly defaulted: Uint8Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/** The rows that two experiments share, those of the validation period where there are both defaults and others; null where there are none. */
export function sharedRows(first: Predicted, second: Predicted): SharedRows | null {
  for (const sample of ["validation", "cross_validation"] as const) {
    const [a, b] = [first.samples.get(sample), second.samples.get(sample)];
    if (a === undefined || b === undefined) continue;
    const shared = join(sample, a, b);
    if (shared.defaulted.includes(1) && shared.defaulted.includes(0)) return shared;
  }
  return null;
}

function join(sample: KeptSample, a: Predictions, b: Predictions): SharedRows {
  const key = ({names, days}: Predictions, row: number) => `${days[row]} ${names[row]}`;
  const places = new Map(b.names.map((_, row) => [key(b, row), row]));
  const pairs = a.names.flatMap((_, row): [number, number][] => {
    const other = places.get(key(a, row));
    return other === undefined || a.defaulted[row] !== b.defaulted[other] ? [] : [[row, other]];
  });
  return {
    sample,
    names: pairs.map(([row]) => a.names[row]!),
    days: Int32Array.from(pairs, ([row]) => a.days[row]!),
    defaulted: Uint8Array.from(pairs, ([row]) => a.defaulted[row]!),
    first: Float64Array.from(pairs, ([row]) => a.pd[row]!),
    second: Float64Array.from(pairs, ([, row]) => b.pd[row]!)
  };
}

interface PairKey {
  readonly first_id: string;
  readonly second_id: string;
}

/** Two models on the same rows: the paired test of their AUCs, and how far they agree. */
export function pairRow(key: PairKey, shared: SharedRows, scale: MasterScale) {
  const {first, second, defaulted, sample} = shared;
  const test = pairedDeLong(second, first, defaulted);
  const notches = first.map((pd, row) => gradeIndexOf(second[row]!, scale) - gradeIndexOf(pd, scale));
  const count = (isIn: (notch: number) => boolean) => notches.filter(isIn).length;
  return {
    ...key,
    sample,
    observations: defaulted.length,
    defaults: eventsOf({defaulted}),
    first_auc: test.second,
    second_auc: test.first,
    difference: test.difference,
    standard_error: test.standardError,
    p_value: test.pValue,
    detectable: detectableDifference(test.standardError),
    rank_correlation: rankCorrelation(first, second),
    moved: count((notch) => notch !== 0),
    moved_safer: count((notch) => notch < 0),
    moved_riskier: count((notch) => notch > 0)
  };
}

/** Obligors listed for a pair. */
const LISTED = 10;

/** The obligors, each once, whose log odds differ most between two models. */
export function moveRows(key: PairKey, shared: SharedRows, scale: MasterScale) {
  const {first, second, names, days, defaulted} = shared;
  const change = first.map((pd, row) => Math.abs(logOdds(second[row]!) - logOdds(pd)));
  const order = Uint32Array.from(change.keys()).sort((a, b) => change[b]! - change[a]! || a - b);
  const seen = new Set<string>();
  const rows = [...order].filter((row) => {
    const isNew = change[row]! > 0 && !seen.has(names[row]!);
    seen.add(names[row]!);
    return isNew;
  });
  return rows.slice(0, LISTED).map((row, place) => {
    const [from, to] = [gradeIndexOf(first[row]!, scale), gradeIndexOf(second[row]!, scale)];
    return {
      ...key,
      place,
      obligor_id: names[row]!,
      observation_date: isoDate(days[row]!),
      first_pd: first[row]!,
      second_pd: second[row]!,
      first_grade: scale[from]!.label,
      second_grade: scale[to]!.label,
      notches: to - from,
      defaulted: defaulted[row] === 1
    };
  });
}

/** Near enough to certain that a PD of 0 or 1 does not come before all others. */
const EDGE = 1e-6;

function logOdds(pd: number): number {
  const within = Math.min(1 - EDGE, Math.max(EDGE, pd));
  return Math.log(within / (1 - within));
}
