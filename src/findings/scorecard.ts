import {martBinStability} from "#warehouse/marts/mart_bin_stability.js";
import {martCharacteristicBins} from "#warehouse/marts/mart_characteristic_bins.js";
import {martCharacteristics} from "#warehouse/marts/mart_characteristics.js";
import {martFeatures} from "#warehouse/marts/mart_features.js";
import type {ExperimentRow} from "./lab.js";
import type {FeatureRow} from "./features.js";
import type {Site} from "./site.js";

export interface CharacteristicRow {
  readonly experiment_id: string;
  readonly feature: string;
  readonly coefficient: number | null;
  readonly standard_error: number | null;
  readonly p_value: number | null;
  readonly vif: number | null;
  readonly iv: number | null;
}

export interface ScoredBin {
  readonly experiment_id: string;
  readonly feature: string;
  readonly bin_order: number;
  readonly kind: string;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly label: string | null;
  readonly observations: bigint;
  readonly defaults: bigint;
  readonly odr: number | null;
  readonly woe: number;
  readonly points: number;
}

export interface BinYear {
  readonly experiment_id: string;
  readonly feature: string;
  readonly bin_order: number;
  readonly year: number;
  readonly share: number;
  readonly odr: number | null;
  readonly psi: number | null;
  readonly psi_critical: number | null;
  readonly is_crossed: boolean;
}

export interface Characteristic extends CharacteristicRow {
  /** Of the feature in the catalogue; undefined where this run has none of that name. */
  readonly catalogued: FeatureRow | undefined;
  readonly bins: readonly ScoredBin[];
  readonly years: readonly BinYear[];
}

/** The features of a model in their order, each with its bins and how these stood year by year. */
export function characteristicsOf(site: Site, {experiment_id: id}: ExperimentRow): readonly Characteristic[] {
  const isOf = (row: {readonly experiment_id: string}) => row.experiment_id === id;
  const bins = site.rows<ScoredBin>(martCharacteristicBins).filter(isOf);
  const years = site.rows<BinYear>(martBinStability).filter(isOf);
  const catalogue = new Map(site.rows<FeatureRow>(martFeatures).map((row) => [row.feature, row]));
  return site
    .rows<CharacteristicRow>(martCharacteristics)
    .filter(isOf)
    .map((row) => ({
      ...row,
      catalogued: catalogue.get(row.feature),
      bins: bins.filter(({feature}) => feature === row.feature),
      years: years.filter(({feature}) => feature === row.feature)
    }));
}
