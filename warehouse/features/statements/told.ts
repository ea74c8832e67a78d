import type {FeatureFacts, Text, Unit} from "../../contract.js";
import {featureFrom} from "../../feature.js";

export const fromStatements = featureFrom("financial_statements");

/** Ratios of a statement that is older say nothing about the obligor of today; its age is told all the same. */
export const NO_ANNUAL: Text = {
  en: "No annual statement of a year that ended within the last 24 months was known by then",
  zh: "截至当时无近24个月内截止的年报"
};

export const NO_LATEST: Text = {
  en: "No statement of a period that ended within the last 24 months was known by then",
  zh: "截至当时无近24个月内截止的报表"
};

/** A figure of statements in words; `or` is what leaves it empty beside a missing statement or line. */
export interface Told {
  readonly en: string;
  readonly zh: string;
  readonly safer: FeatureFacts["safer"];
  readonly or?: Text;
  readonly absent?: Text;
}

/** A ratio, rate, share or number of days from the lines of statements. */
export function figure(unit: Unit, {en, zh, safer, or, absent = NO_ANNUAL}: Told) {
  return fromStatements("double", unit, {
    about: {en, zh},
    safer,
    empty: {
      en: `${absent.en}, a line was missing${or === undefined ? "" : `, or ${or.en}`}`,
      zh: `${absent.zh}、或缺少所需项目${or === undefined ? "" : `、或${or.zh}`}`
    }
  });
}

/** That a denominator was zero or negative, so that the ratio says nothing. */
export function notPositive(en: string, zh: string): Text {
  return {en: `${en} were not above zero`, zh: `${zh}不为正`};
}

export const noSales = notPositive("sales", "营业收入");
export const noCost = notPositive("costs of sales", "营业成本");
export const noAssets = notPositive("total assets", "资产总计");
export const noDebt = notPositive("debts", "有息债务");
export const noInterest = notPositive("interest expenses", "利息支出");
