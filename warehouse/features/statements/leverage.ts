import {maybe} from "../../column.js";
import {figure, fromStatements, noAssets, NO_ANNUAL, noDebt, notPositive} from "./told.js";

/** Who else has a claim on what the obligor owns. */
export const leverage = {
  leverage_ratio: figure("ratio", {
    en: "Total liabilities to total assets; above 1 with negative equity",
    zh: "资产负债率:负债合计/资产总计;资不抵债时大于1",
    safer: "lower",
    or: noAssets
  }),
  equity_to_liabilities_ratio: maybe("double", "ratio", {
    en: "Equity to total liabilities (X4 of Altman's Z''): leverage_ratio in another form, so no feature of its own; empty without liabilities",
    zh: "所有者权益/负债合计(Altman Z''的X4);为leverage_ratio的另一形式,不作为单独特征;无负债时为空"
  }),
  debt_to_assets_ratio: figure("ratio", {
    en: "Interest-bearing debt, due within a year and later, to total assets; one of the two left empty counts as none",
    zh: "有息负债率:有息债务(短期与长期)/资产总计;仅一项为空时按零计",
    safer: "lower",
    or: noAssets
  }),
  net_debt_to_assets_ratio: figure("ratio", {
    en: "Interest-bearing debt less cash, to total assets; negative where cash exceeds debt",
    zh: "(有息债务-货币资金)/资产总计;货币资金超过债务时为负",
    safer: "lower",
    or: noAssets
  }),
  debt_to_ebitda_ratio: figure("ratio", {
    en: "Interest-bearing debt to EBITDA (sales less cost of sales and operating expense, plus depreciation)",
    zh: "有息债务/EBITDA(营业收入-营业成本-期间费用+折旧摊销)",
    safer: "lower",
    or: {en: "EBITDA was not above zero, as ebitda_margin_rate tells", zh: "EBITDA不为正(见ebitda_margin_rate)"}
  }),
  short_term_debt_share: figure("share", {
    en: "Part of interest-bearing debt that is due within a year",
    zh: "短期有息债务占有息债务的比重",
    safer: "lower",
    or: noDebt
  }),
  retained_earnings_ratio: figure("ratio", {
    en: "Retained earnings to total assets (X2 of Altman's Z''); negative where losses have piled up",
    zh: "未分配利润/资产总计(Altman Z''的X2);累计亏损时为负",
    safer: "higher",
    or: noAssets
  }),
  market_to_liabilities_ratio: figure("ratio", {
    en: "Market value of the equity to total liabilities",
    zh: "股权市值/负债合计",
    safer: "higher",
    or: {en: "the obligor is not listed or has no liabilities", zh: "未上市或无负债"}
  }),
  has_negative_equity: fromStatements("boolean", "flag", {
    about: {en: "Whether equity was below zero", zh: "是否资不抵债(所有者权益为负)"},
    empty: {en: `${NO_ANNUAL.en}, or equity was missing`, zh: `${NO_ANNUAL.zh}、或缺少所有者权益`},
    safer: "lower"
  })
};

/** What can be paid soon against what falls due soon. */
export const liquidity = {
  working_capital_to_assets_ratio: figure("ratio", {
    en: "Current assets less current liabilities, to total assets (X1 of Altman's Z'')",
    zh: "(流动资产-流动负债)/资产总计(Altman Z''的X1)",
    safer: "higher",
    or: noAssets
  }),
  current_ratio: figure("ratio", {
    en: "Current assets to current liabilities",
    zh: "流动比率:流动资产/流动负债",
    safer: "higher",
    or: notPositive("current liabilities", "流动负债")
  }),
  quick_ratio: figure("ratio", {
    en: "Current assets less inventory, to current liabilities",
    zh: "速动比率:(流动资产-存货)/流动负债",
    safer: "higher",
    or: notPositive("current liabilities", "流动负债")
  }),
  cash_to_liabilities_ratio: figure("ratio", {
    en: "Cash to current liabilities",
    zh: "现金比率:货币资金/流动负债",
    safer: "higher",
    or: notPositive("current liabilities", "流动负债")
  }),
  cash_to_short_term_debt_ratio: figure("ratio", {
    en: "Cash to interest-bearing debt due within a year",
    zh: "货币资金/短期有息债务",
    safer: "higher",
    or: notPositive("short-term debts", "短期有息债务")
  }),
  cash_cover_days: figure("days", {
    en: "Days of the year's paid costs (cost of sales and operating expense less depreciation) that cash would cover",
    zh: "货币资金可支付年度付现成本(营业成本+期间费用-折旧摊销)的天数",
    safer: "higher",
    or: notPositive("paid costs", "付现成本")
  })
};
