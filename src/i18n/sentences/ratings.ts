import {markup, type Html} from "../../components/html.js";
import {show} from "../../components/figureText.js";
import type {Figure} from "../../components/figure.js";
import type {CalibrationFindings} from "../../findings/grades.js";
import type {MigrationFindings} from "../../findings/migration.js";
import {day} from "../../format/date.js";
import type {Language} from "../../format/language.js";
import type {Reading} from "../../format/value.js";

export interface ModelFinding {
  readonly split: string;
  readonly auc: Figure;
  readonly lower: Figure;
  readonly upper: Figure;
  /** What a model that knew the true PD would reach; a made-up bank alone can tell. */
  readonly best: Figure | null;
}

export interface RatingSentences {
  migration(findings: MigrationFindings, reading: Reading): Html;
  calibration(findings: CalibrationFindings): Html;
  model(finding: ModelFinding, reading: Reading): Html;
  reading: string;
}

type Balance = "up" | "down" | "even";

function balance({upgraded, downgraded}: MigrationFindings): Balance {
  if (upgraded.value === downgraded.value) return "even";
  return upgraded.value! > downgraded.value! ? "up" : "down";
}

const en: RatingSentences = {
  migration(findings, reading) {
    const {upgraded, downgraded, defaulted, unchangedShare, left} = findings;
    const verdict = {
      up: "More obligors rose than fell.",
      down: "More obligors fell than rose.",
      even: "As many obligors rose as fell."
    };
    return markup`${verdict[balance(findings)]} In the twelve months from ${day(findings.date, "en")}, ${show(upgraded, reading)} moved to a safer grade and ${show(downgraded, reading)} to a riskier one; ${show(defaulted, reading)} defaulted, and ${show(left, reading)} left the book. Of those who stayed, ${show(unchangedShare, reading)} kept their grade.`;
  },
  calibration({tooLow, tooHigh, inversions}) {
    const low = tooLow.length > 0 ? markup`More defaulted than the PD allows in ${list(tooLow, " and ")}. ` : null;
    const high = tooHigh.length > 0 ? markup`Fewer defaulted than the PD allows in ${list(tooHigh, " and ")}. ` : null;
    const level =
      low || high
        ? markup`${low}${high}`
        : markup`In every grade the PD lies in the 95% interval of the observed rate. `;
    const order =
      inversions.length === 0
        ? markup`The observed rate rises with every grade.`
        : markup`The order is broken between ${list(
            inversions.map(([safer, riskier]) => `${safer} and ${riskier}`),
            ", "
          )}.`;
    return markup`${level}${order}`;
  },
  model({auc, lower, upper, best}, reading) {
    const told = best === null ? null : markup` The true PDs of the made-up bank would reach ${show(best, reading)}.`;
    return markup`Given one obligor that defaults and one that does not, the model ranks them rightly with probability ${show(auc, reading)} (95% interval ${show(lower, reading)} to ${show(upper, reading)}).${told}`;
  },
  reading: "Rows are the grades at the start, columns those twelve months later; shares are of the row."
};

const zh: RatingSentences = {
  migration(findings, reading) {
    const {upgraded, downgraded, defaulted, unchangedShare, left} = findings;
    const verdict = {up: "上调多于下调。", down: "下调多于上调。", even: "上调与下调持平。"};
    return markup`${verdict[balance(findings)]}自${day(findings.date, "zh")}起12个月内，${show(upgraded, reading)}户上调，${show(downgraded, reading)}户下调，${show(defaulted, reading)}户违约，${show(left, reading)}户退出组合。在留存债务人中，${show(unchangedShare, reading)}等级不变。`;
  },
  calibration({tooLow, tooHigh, inversions}) {
    const low = tooLow.length > 0 ? markup`${list(tooLow, "、")}级的实际违约超出违约概率。` : null;
    const high = tooHigh.length > 0 ? markup`${list(tooHigh, "、")}级的实际违约低于违约概率。` : null;
    const level = low || high ? markup`${low}${high}` : markup`各等级的违约概率均处于实际违约率的95%区间之内。`;
    const order =
      inversions.length === 0
        ? markup`实际违约率随等级逐级上升。`
        : markup`次序颠倒之处：${list(
            inversions.map(([safer, riskier]) => `${safer}与${riskier}`),
            "、"
          )}。`;
    return markup`${level}${order}`;
  },
  model({auc, lower, upper, best}, reading) {
    const told = best === null ? null : markup`以虚构银行的真实违约概率排序可达${show(best, reading)}。`;
    return markup`任取一户违约与一户未违约的债务人，模型排序正确的概率为${show(auc, reading)}（95%区间${show(lower, reading)}至${show(upper, reading)}）。${told}`;
  },
  reading: "行为期初等级，列为12个月后的等级；占比以行计。"
};

function list(names: readonly string[], last: string): string {
  if (names.length <= 1 || last !== " and ") return names.join(last);
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

export const RATINGS: Readonly<Record<Language, RatingSentences>> = {en, zh};
