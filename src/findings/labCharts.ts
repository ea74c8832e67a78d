import {martExperimentCurves} from "#warehouse/marts/mart_experiment_curves.js";
import {martExperimentGroups} from "#warehouse/marts/mart_experiment_groups.js";
import {martExperimentSpread} from "#warehouse/marts/mart_experiment_spread.js";
import type {Site} from "./site.js";

interface Sampled {
  readonly experiment_id: string;
  readonly sample: string;
}

export interface CurveRow extends Sampled {
  readonly point: number;
  readonly called_share: number;
  readonly hit_rate: number;
  readonly false_alarm_rate: number;
}

export interface GroupRow extends Sampled {
  readonly part: number;
  readonly observations: bigint;
  readonly defaults: bigint;
  readonly mean_pd: number;
  readonly odr: number;
  readonly lower: number;
  readonly upper: number;
  readonly captured_share: number | null;
}

export interface SpreadRow extends Sampled {
  readonly class_order: number;
  readonly lower_pd: number;
  readonly upper_pd: number;
  readonly observations: bigint;
  readonly defaults: bigint;
}

/** What charts show of one experiment. */
export interface Series {
  readonly id: string;
  /** Place among those shown together. */
  readonly place: number;
  readonly curve: readonly CurveRow[];
  readonly groups: readonly GroupRow[];
  readonly spread: readonly SpreadRow[];
}

/** The experiments on the later rows where all have been measured on these, else on rows held out; null where one has neither. */
export function seriesOf(
  site: Site,
  ids: readonly string[]
): {readonly sample: string; readonly series: readonly Series[]} | null {
  const curves = site.rows<CurveRow>(martExperimentCurves);
  const has = (sample: string) =>
    ids.every((id) => curves.some((row) => row.experiment_id === id && row.sample === sample));
  const sample = ["validation", "cross_validation"].find(has);
  if (sample === undefined || ids.length === 0) return null;
  const series = ids.map((id, place): Series => {
    const isIn = (row: Sampled) => row.experiment_id === id && row.sample === sample;
    return {
      id,
      place,
      curve: curves.filter(isIn),
      groups: site.rows<GroupRow>(martExperimentGroups).filter(isIn),
      spread: site.rows<SpreadRow>(martExperimentSpread).filter(isIn)
    };
  });
  return {sample, series};
}
