import {markup, type Html} from "../../components/html.js";
import {show} from "../../components/figureText.js";
import type {Figure} from "../../components/figure.js";
import type {CalibrationFindings} from "../../findings/grades.js";
import type {MigrationFindings} from "../../findings/migration.js";
import {day} from "../../format/date.js";
import type {Language} from "../../format/language.js";
import type {Reading} from "../../format/value.js";
import {codeName} from "../members.js";

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

const AFTER = {en: "On dates after those that it learned from", zh: "在建模所用日期之后的跨时间样本上"} as const;

/** Where the model was measured; the test sample holds later dates than the training sample. */
const SAMPLES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  out_of_time: AFTER,
  test: AFTER,
  cross_validation: {en: "In cross-validation", zh: "按交叉验证"},
  train: {en: "On the very sample that it learned from", zh: "在建模所用的训练样本上"}
};

function sampleOf(language: Language, split: string): string {
  const name = codeName("split", split, language);
  return SAMPLES[split]?.[language] ?? (language === "en" ? `On the sample “${name}”` : `以“${name}”度量`);
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
  calibration({firstDate, lastDate, isDated, tooLow, tooHigh, inversions, order, spotless, latest}) {
    const years = !isDated
      ? "Among the outcomes that are known, without their dates"
      : firstDate === lastDate
        ? `In the year from ${day(firstDate, "en")}`
        : `Over all years that began between ${day(firstDate, "en")} and ${day(lastDate, "en")}`;
    const off = [
      ...(tooLow.length > 0 ? [`more defaulted than the PD allows in ${list(tooLow, " and ")}`] : []),
      ...(tooHigh.length > 0 ? [`fewer defaulted than the PD allows in ${list(tooHigh, " and ")}`] : [])
    ];
    const level = off.join("; ") || "the PD lies in the 95% interval of the observed rate in every grade";
    const spared = spotless.length > 0 ? `; ${list(spotless, " and ")} saw no default` : "";
    const ordered = {
      rising: " The observed rate rises with every grade.",
      level: ` The observed rate never falls from one grade to the next${spared}.`,
      broken: ` The order is broken between ${list(
        inversions.map(([safer, riskier]) => `${safer} and ${riskier}`),
        ", "
      )}.`,
      no_defaults: " Nobody defaulted, so nothing can be said of the order."
    };
    const last = {
      too_low: "more defaulted than the PDs allow",
      too_high: "fewer defaulted than the PDs allow",
      in_line: "the mean PD held"
    };
    const differing =
      latest === null ? "" : ` In the latest year, from ${day(latest.date, "en")}, ${last[latest.verdict]}.`;
    return markup`${years}, ${level}.${order === null ? "" : ordered[order]}${differing}`;
  },
  model({split, auc, lower, upper, best}, reading) {
    const interval =
      lower.value === null || upper.value === null
        ? null
        : markup` (95% interval ${show(lower, reading)} to ${show(upper, reading)})`;
    const told = best === null ? null : markup` The true PDs of the made-up bank would reach ${show(best, reading)}.`;
    return markup`${sampleOf("en", split)}, given one obligor that defaults and one that does not, the model ranks them rightly with probability ${show(auc, reading)}${interval}.${told}`;
  },
  reading: "Rows are the grades at the start, columns those twelve months later; shares are of the row."
};

const zh: RatingSentences = {
  migration(findings, reading) {
    const {upgraded, downgraded, defaulted, unchangedShare, left} = findings;
    const verdict = {up: "上调多于下调。", down: "下调多于上调。", even: "上调与下调持平。"};
    return markup`${verdict[balance(findings)]}自${day(findings.date, "zh")}起12个月内，${show(upgraded, reading)}户上调，${show(downgraded, reading)}户下调，${show(defaulted, reading)}户违约，${show(left, reading)}户退出组合。在留存债务人中，${show(unchangedShare, reading)}等级不变。`;
  },
  calibration({firstDate, lastDate, isDated, tooLow, tooHigh, inversions, order, spotless, latest}) {
    const years = !isDated
      ? "在已知结果(来源未给出日期)中"
      : firstDate === lastDate
        ? `自${day(firstDate, "zh")}起12个月内`
        : `合并${day(firstDate, "zh")}至${day(lastDate, "zh")}起始的各年度`;
    const off = [
      ...(tooLow.length > 0 ? [`${list(tooLow, "、")}级的实际违约超出违约概率`] : []),
      ...(tooHigh.length > 0 ? [`${list(tooHigh, "、")}级的实际违约低于违约概率`] : [])
    ];
    const level = off.join("；") || "各等级的违约概率均处于实际违约率的95%置信区间之内";
    const spared = spotless.length > 0 ? `；${list(spotless, "、")}级未见违约` : "";
    const ordered = {
      rising: "实际违约率随等级逐级上升。",
      level: `实际违约率逐级不降${spared}。`,
      broken: `次序颠倒之处：${list(
        inversions.map(([safer, riskier]) => `${safer}与${riskier}`),
        "、"
      )}。`,
      no_defaults: "未见违约，次序无从判断。"
    };
    const last = {too_low: "实际违约超出违约概率", too_high: "实际违约低于违约概率", in_line: "平均违约概率与实际相符"};
    const differing = latest === null ? "" : `最近年度（自${day(latest.date, "zh")}起）${last[latest.verdict]}。`;
    return markup`${years}，${level}。${order === null ? "" : ordered[order]}${differing}`;
  },
  model({split, auc, lower, upper, best}, reading) {
    const interval =
      lower.value === null || upper.value === null
        ? null
        : markup`（95%置信区间${show(lower, reading)}至${show(upper, reading)}）`;
    const told = best === null ? null : markup`以虚构银行的真实违约概率排序可达${show(best, reading)}。`;
    return markup`${sampleOf("zh", split)}：任取一户违约与一户未违约的债务人，模型排序正确的概率为${show(auc, reading)}${interval}。${told}`;
  },
  reading: "行为期初等级，列为12个月后的等级；占比以行计。"
};

function list(names: readonly string[], last: string): string {
  if (names.length <= 1 || last !== " and ") return names.join(last);
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

export const RATINGS: Readonly<Record<Language, RatingSentences>> = {en, zh};
