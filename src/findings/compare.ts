import {martModelMoves} from "#warehouse/marts/mart_model_moves.js";
import {martModelPairs} from "#warehouse/marts/mart_model_pairs.js";
import {countOf, type Figure} from "../components/figure.js";
import {shownExperiments, type ExperimentRow} from "./lab.js";
import type {Site} from "./site.js";

export interface PairRow {
  readonly first_id: string;
  readonly second_id: string;
  readonly sample: string;
  readonly observations: bigint;
  readonly defaults: bigint;
  readonly first_auc: number;
  readonly second_auc: number;
  readonly difference: number;
  readonly standard_error: number;
  readonly p_value: number;
  readonly detectable: number;
  readonly rank_correlation: number | null;
  readonly moved: bigint;
  readonly moved_safer: bigint;
  readonly moved_riskier: bigint;
}

export interface MoveRow {
  readonly first_id: string;
  readonly second_id: string;
  readonly place: number;
  readonly pseudonym: string;
  readonly observation_date: string;
  readonly first_pd: number;
  readonly second_pd: number;
  readonly first_grade: string;
  readonly second_grade: string;
  readonly notches: number;
  readonly defaulted: boolean;
}

/** Above it a difference of AUC is no more than chance. */
const LEVEL = 0.05;

export function isClear({p_value: p}: PairRow): boolean {
  return p < LEVEL;
}

export interface Comparison {
  /** Oldest first, as pairs are named; their places number the series of the charts. */
  readonly experiments: readonly ExperimentRow[];
  readonly pairs: readonly PairRow[];
  readonly moves: readonly MoveRow[];
  /** Places of the two that are shown first: the champion, else the one before, and the latest. */
  readonly chosen: readonly [first: number, second: number];
  readonly counted: Figure;
  /** Pairs whose AUCs differ by more than chance. */
  readonly clear: Figure;
}

/** The experiments that can be put side by side; null where there are fewer than two. */
export function comparisonOf(site: Site): Comparison | null {
  const experiments = [...shownExperiments(site)].reverse();
  if (experiments.length < 2) return null;
  const pairs = site.rows<PairRow>(martModelPairs);
  const counted = countOf(site.mart(martModelPairs), "p_value");
  const last = experiments.length - 1;
  const champion = experiments.findIndex(({is_champion: isChampion}) => isChampion);
  const other = champion === -1 || champion === last ? last - 1 : champion;
  return {
    experiments,
    pairs,
    moves: site.rows<MoveRow>(martModelMoves),
    chosen: [other, last],
    counted,
    clear: {...counted, value: pairs.filter(isClear).length, proof: {...counted.proof, definition: "pair_p"}}
  };
}
