import {show} from "../../components/figureText.js";
import {markup, type Html} from "../../components/html.js";
import type {ForwardFindings} from "../../findings/forward.js";
import {day} from "../../format/date.js";
import type {Language} from "../../format/language.js";
import type {Reading} from "../../format/value.js";

export interface ForwardSentences {
  readonly heading: string;
  readonly none: string;
  outlook(findings: ForwardFindings, reading: Reading): Html;
  coverage(findings: ForwardFindings, reading: Reading): Html | null;
  readonly quarters: string;
  readonly quartersNote: string;
  readonly coverageTitle: string;
  coverageCaption(nominal: string): string;
  readonly backtest: string;
  readonly backtestNote: string;
  readonly shortfalls: string;
  readonly shortfallsNote: string;
  readonly noShortfalls: string;
  readonly withheld: string;
  readonly quarter: string;
  readonly quarterEnd: string;
  readonly covered: string;
  readonly short: string;
  readonly shortShare: string;
  readonly surelyShort: string;
  readonly due: string;
  readonly basis: string;
  readonly year: string;
  readonly sample: string;
  readonly ahead: string;
  readonly outcomes: string;
  readonly inside: string;
  readonly below: string;
  readonly bias: string;
  readonly error: string;
  readonly naive: string;
  readonly obligor: string;
  readonly cashFlow: string;
  readonly interval: string;
  readonly cover: string;
  readonly coverHigh: string;
  readonly bases: Readonly<Record<string, string>>;
}

const en: ForwardSentences = {
  heading: "Who can pay in the next four quarters out of what the business earns",
  none: "This run made no projection: fewer than four quarters of cash flow are known, or nothing is due.",
  outlook({quarterEnd, covered, short, shortShare, surelyShort}, reading) {
    return markup`In the quarter to ${day(quarterEnd, "en")}, ${show(covered, reading)} obligors have a projection and something due to this bank. ${show(short, reading)} of them, ${show(shortShare, reading)}, are projected to earn less than that; for ${show(surelyShort, reading)} even the upper end of the interval falls short.`;
  },
  coverage({nominal, coverage, outcomes}, reading) {
    if (nominal.value === null || coverage.value === null) return null;
    return markup` On dates that the models have not seen, intervals made to hold ${show(nominal, reading)} of outcomes held ${show(coverage, reading)} of ${show(outcomes, reading)}.`;
  },
  quarters: "The next four quarters",
  quartersNote:
    "Loans are taken to be repaid when due, and none to be renewed: an obligor that lives on renewed lines falls short here.",
  coverageTitle: "Outcomes within their interval, by year of projection",
  coverageCaption: (nominal) =>
    `Intervals are made to hold ${nominal} of outcomes. Filled dots are years that the models have not learned from.`,
  backtest: "Backtest",
  backtestNote:
    "Past dates are projected with what was known then. Bias and errors are in quarterly sales; the last column takes the same quarter of the year before for the projection.",
  shortfalls: "Obligors projected to fall short",
  shortfallsNote:
    "Their weakest quarter, the surest shortfall first, and at most sixty obligors. Debt at other banks is not counted, and a line that matures is taken as due.",
  noShortfalls: "Nobody is projected to fall short.",
  withheld: "Obligors are named in the risk edition.",
  quarter: "Quarter ahead",
  quarterEnd: "Quarter end",
  covered: "Obligors with a cover",
  short: "Projected short",
  shortShare: "Share",
  surelyShort: "Short at the upper end",
  due: "Due to this bank",
  basis: "Basis",
  year: "Year",
  sample: "Sample",
  ahead: "Ahead",
  outcomes: "Outcomes",
  inside: "In the interval",
  below: "Below it",
  bias: "Bias",
  error: "Error",
  naive: "Error of last year's quarter",
  obligor: "Obligor",
  cashFlow: "Cash flow",
  interval: "Interval",
  cover: "Cover",
  coverHigh: "Cover, upper end",
  bases: {statements: "Statements", account_flows: "Account flows"}
};

const zh: ForwardSentences = {
  heading: "未来四个季度，经营所得能否偿付本息",
  none: "本次运行未作预测：已知现金流不足四个季度，或无应还本息。",
  outlook({quarterEnd, covered, short, shortShare, surelyShort}, reading) {
    return markup`截至${day(quarterEnd, "zh")}的季度，${show(covered, reading)}户有预测且有应还本行本息，其中${show(short, reading)}户（${show(shortShare, reading)}）预计经营现金流不足以偿付；${show(surelyShort, reading)}户即使按区间上限仍不足。`;
  },
  coverage({nominal, coverage, outcomes}, reading) {
    if (nominal.value === null || coverage.value === null) return null;
    return markup`在建模未用的日期上，名义覆盖率${show(nominal, reading)}的区间覆盖了${show(outcomes, reading)}个实际值中的${show(coverage, reading)}。`;
  },
  quarters: "未来四个季度",
  quartersNote: "假设贷款到期即还、不再续贷，依赖续贷周转的债务人在此计为不足。",
  coverageTitle: "各预测年份落入区间的实际值占比",
  coverageCaption: (nominal) => `区间名义覆盖率为${nominal}。实心点为建模未用的年份。`,
  backtest: "回溯检验",
  backtestNote: "历史各日仅以当时所知作预测。偏差与误差以季度销售额计；末列以上年同季作预测。",
  shortfalls: "预计不足以偿付的债务人",
  shortfallsNote: "列示各户最弱的季度，不足最确定者在前，至多六十户。未计他行债务，到期额度视为应还。",
  noShortfalls: "无预计不足的债务人。",
  withheld: "债务人名单见风险管理版。",
  quarter: "未来季度",
  quarterEnd: "季度末",
  covered: "可计算户数",
  short: "预计不足",
  shortShare: "占比",
  surelyShort: "上限仍不足",
  due: "应还本息",
  basis: "依据",
  year: "年份",
  sample: "样本",
  ahead: "季度",
  outcomes: "实际值数",
  inside: "落入区间",
  below: "低于区间",
  bias: "偏差",
  error: "误差",
  naive: "同季外推误差",
  obligor: "债务人",
  cashFlow: "预测现金流",
  interval: "区间",
  cover: "保障倍数",
  coverHigh: "保障倍数上限",
  bases: {statements: "财务报表", account_flows: "账户流水"}
};

export const FORWARD: Readonly<Record<Language, ForwardSentences>> = {en, zh};
