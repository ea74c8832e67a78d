import type {ValidationCell} from "#models/validation/validationCell.js";
import type {ValidationReport} from "#models/validation/validate.js";
import type {Finding, TestName} from "#models/validation/verdict.js";

interface Scoped {
  readonly kind: "overall" | "segment" | "year";
  readonly order: number;
  readonly cell: ValidationCell;
}

function scopesOf({overall, segments, years}: ValidationReport): Scoped[] {
  return [
    {kind: "overall", order: 0, cell: overall},
    ...segments.map((cell, order): Scoped => ({kind: "segment", order, cell})),
    ...years.map((cell, order): Scoped => ({kind: "year", order, cell}))
  ];
}

/** What the validation saw over all, of each segment and of each year. */
export function cellRows(id: string, report: ValidationReport) {
  return scopesOf(report).map(({kind, order, cell}) => {
    const byPd = cell.discrimination.find(({by}) => by === "pd");
    return {
      experiment_id: id,
      scope_kind: kind,
      scope: cell.name ?? "all",
      scope_order: order,
      observations: cell.observations,
      defaults: cell.events,
      mean_pd: cell.pd,
      odr: cell.odr,
      auc: byPd?.auc ?? null,
      auc_lower: byPd?.lower ?? null,
      auc_upper: byPd?.upper ?? null,
      verdict: cell.verdict?.outcome ?? null
    };
  });
}

/** Every finding, in the order of the rules. */
export function testRows(id: string, report: ValidationReport) {
  return scopesOf(report).flatMap(({kind, cell}) =>
    (cell.verdict?.findings ?? []).map((finding, order) => ({
      experiment_id: id,
      scope_kind: kind,
      scope: cell.name ?? "all",
      test: finding.test,
      test_order: order,
      ...judged(finding, cell)
    }))
  );
}

function judged({test, value, bound, threshold, power, outcome}: Finding, cell: ValidationCell) {
  return {statistic: statisticOf(test, cell), value, bound, threshold, power, verdict: outcome};
}

/** The statistic behind a p-value; null where the p-value has none of its own, or the rule reads the measure itself. */
function statisticOf(test: TestName, {calibration, discrimination}: ValidationCell): number | null {
  const against = (by: string) => discrimination.find((measures) => measures.by === by)?.againstInitial?.statistic;
  switch (test) {
    case "z_score":
      return calibration.zScore.z;
    case "hosmer_lemeshow":
      return calibration.hosmerLemeshow?.statistic ?? null;
    case "spiegelhalter":
      return calibration.spiegelhalter?.z ?? null;
    case "calibration_line":
      return calibration.line?.likelihoodRatio.statistic ?? null;
    case "auc_loss_pd":
      return against("pd") ?? null;
    case "auc_loss_score":
      return against("score") ?? null;
    case "auc_loss_grade":
      return against("grade") ?? null;
    default:
      return null;
  }
}
