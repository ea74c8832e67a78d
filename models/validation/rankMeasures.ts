import {aucAgainstInitial, detectableLoss, type AucTest} from "./aucAgainstInitial.js";
import {aucInterval, aucOfLevels, gini} from "./auc.js";
import {aucStatistic} from "./aucStatistic.js";
import {bootstrapInterval, type BootstrapInterval} from "./bootstrap.js";
import {clusteredError} from "./clusteredAuc.js";
import {curvesOf, type CurvePoint} from "./curves.js";
import {gainsTable, type GainsRow} from "./gains.js";
import {ksOfLevels, type Ks} from "./ks.js";
import {powerOfAucAgainstInitial} from "./power.js";
import type {RankedRows} from "./rankedRows.js";
import type {RiskLevels} from "./riskLevels.js";
import type {Settings} from "./validationOptions.js";

/** What orders the obligors. */
export type RankedBy = "pd" | "score" | "grade";

/** How well one measure of risk tells defaulters from others. */
export interface RankMeasures {
  readonly by: RankedBy;
  readonly auc: number;
  readonly gini: number;
  /** DeLong's, rows taken as independent. */
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
  /** With rows of one obligor kept together. */
  readonly clusteredStandardError: number;
  readonly ks: Ks;
  /** Null where no initial AUC is known. */
  readonly againstInitial: (AucTest & {readonly power: number | null}) | null;
  /** Least loss of AUC that the test would find with 80 % power. */
  readonly detectableLoss: number;
  /** By obligor; null where not asked for. */
  readonly bootstrap: BootstrapInterval | null;
  readonly curve: readonly CurvePoint[];
  readonly gains: readonly GainsRow[];
}

/** Rows by one measure of risk. */
export interface Ranking {
  readonly by: RankedBy;
  readonly rows: RankedRows;
  readonly levels: RiskLevels;
  /** AUC at development, where it is known. */
  readonly initial: number | undefined;
}

/** Both classes must be there. */
export function rankMeasures({by, rows, levels, initial}: Ranking, settings: Settings): RankMeasures {
  const {level, parts, curvePoints, aucLoss, bootstrap} = settings;
  const estimate = aucOfLevels(levels);
  const {auc, standardError} = estimate;
  const [lower, upper] = aucInterval(estimate, 1 - level);
  const power = standardError > 0 ? powerOfAucAgainstInitial(standardError, aucLoss, level) : null;
  return {
    by,
    auc,
    gini: gini(auc),
    standardError,
    lower,
    upper,
    clusteredStandardError: clusteredError(rows, levels, auc),
    ks: ksOfLevels(levels),
    againstInitial: initial === undefined ? null : {...aucAgainstInitial(initial, estimate), power},
    detectableLoss: detectableLoss(standardError, {level}),
    bootstrap:
      bootstrap === undefined
        ? null
        : bootstrapInterval(rows.group, aucStatistic(rows), {...bootstrap, level: 1 - level}),
    curve: curvesOf(levels, {most: curvePoints}),
    gains: gainsTable(levels, {parts})
  };
}
