import {normalTestOf, pooledAuc, type AcrossYears} from "./acrossYears.js";
import {earlyDefaults, type EarlyDefaults} from "./earlyDefaults.js";
import {rankingsOf, splitRankings, type Rankings} from "./rankings.js";
import type {Ranking} from "./rankMeasures.js";
import {earlyTests, stabilityTests, yearTests} from "./sampleTests.js";
import {stabilityMeasures, type StabilityMeasures} from "./stabilityMeasures.js";
import {validationCell, type ValidationCell} from "./validationCell.js";
import {settingsOf, type Settings, type ValidationOptions} from "./validationOptions.js";
import {requireSample, yearCodes, type ValidationSample} from "./validationSample.js";
import type {TestResult} from "./verdict.js";

/** The validation of one model on one sample: plain JSON. */
export interface ValidationReport {
  readonly settings: Pick<Settings, "level" | "minimumEvents" | "understatement" | "aucLoss" | "assetCorrelation">;
  readonly overall: ValidationCell;
  /** In the order of their codes; those without rows are left out. */
  readonly segments: readonly ValidationCell[];
  readonly years: readonly ValidationCell[];
  readonly acrossYears: AcrossYears | null;
  readonly stability: StabilityMeasures;
  readonly early: EarlyDefaults | null;
}

/**
 * Validates PDs, and the score and grades they come with, on rows with known outcomes: over all, by segment and by year.
 *
 * Each ranking is sorted once. Tests take rows as independent: choose yearly observation dates, and see `clusteredStandardError`. Throws as
 * `requireSample`.
 */
export function validate(sample: ValidationSample, options: ValidationOptions = {}): ValidationReport {
  const settings = settingsOf(options);
  requireSample(sample, settings.grades, settings.segments);
  const rankings = rankingsOf(sample, settings.initial);
  const cell = (name: string | null, own: Rankings, further: readonly TestResult[] = []) =>
    validationCell(name, own, sample.grade, settings, further);
  const cells = (names: readonly string[], parts: readonly Rankings[]) =>
    names.flatMap((name, code) => (parts[code]![0].rows.order.length === 0 ? [] : [cell(name, parts[code]!)]));

  const dated = sample.date && yearCodes(sample.date);
  const yearly = dated ? splitRankings(rankings, dated.codes, dated.years.length) : [];
  const years = cells(dated?.years.map(String) ?? [], yearly);
  const normal = normalTestOf(years, settings);
  const stability = stabilityMeasures(sample, settings);
  const early =
    settings.early === undefined
      ? null
      : earlyDefaults(settings.early.pd, settings.early.defaulted, settings.early.seenShare);
  const further = [...yearTests(years, normal), ...earlyTests(early), ...stabilityTests(stability)];
  const overall = cell(null, rankings, further);
  const pooled = (ranking: Ranking, at: number) =>
    pooledAuc(
      ranking.by,
      yearly.map((own) => own[at]!.rows),
      sample.defaulted,
      settings
    );
  const {level, minimumEvents, understatement, aucLoss, assetCorrelation} = settings;
  return {
    settings: {level, minimumEvents, understatement, aucLoss, assetCorrelation},
    overall,
    segments: sample.segment
      ? cells(settings.segments, splitRankings(rankings, sample.segment, settings.segments.length))
      : [],
    years,
    acrossYears: dated === undefined ? null : {normalTest: normal, pooled: overall.enough ? rankings.map(pooled) : []},
    stability,
    early
  };
}
