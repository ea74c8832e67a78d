import {figure, noAssets} from "./told.js";

const noYearBefore = {
  en: "the year before was not known in the same scope, or a ratio of either year was not above zero",
  zh: "上年同一口径报表未知、或任一年比率不为正"
};

/** Signs that earnings are not what they seem: accruals, and the indices of Beneish that the extract has lines for. */
export const earnings = {
  accruals_ratio: figure("ratio", {
    en: "Net income less operating cash flow, to total assets: accruals as cash flow tells them (TATA of Beneish)",
    zh: "应计项目:(净利润-经营活动现金流量净额)/资产总计(Beneish的TATA)",
    safer: "lower",
    or: noAssets
  }),
  receivables_index_ratio: figure("ratio", {
    en: "Receivables to sales, to the same of the year before (DSRI of Beneish): receivables that outgrow sales",
    zh: "应收账款/营业收入与上年之比(Beneish的DSRI):应收增长快于收入",
    safer: "lower",
    or: noYearBefore
  }),
  gross_margin_index_ratio: figure("ratio", {
    en: "Gross margin of the year before to this year's (GMI of Beneish); above 1 the margin fell",
    zh: "上年毛利率/本年毛利率(Beneish的GMI);大于1表示毛利率下降",
    safer: "lower",
    or: {
      en: "the year before was not known in the same scope, or this year's gross margin was not above zero",
      zh: "上年同一口径报表未知、或本年毛利率不为正"
    }
  }),
  asset_quality_index_ratio: figure("ratio", {
    en: "Share of assets neither current nor fixed, to the same of the year before (AQI of Beneish); 1 where neither year had any",
    zh: "流动与固定资产以外的资产占比与上年之比(Beneish的AQI);两年均无此类资产时为1",
    safer: "lower",
    or: {
      en: "the year before was not known in the same scope, or it alone had no such assets",
      zh: "上年同一口径报表未知、或仅上年无此类资产"
    }
  }),
  depreciation_index_ratio: figure("ratio", {
    en: "Depreciation to depreciation plus net fixed assets, of the year before to this year's (DEPI of Beneish); above 1 assets are written down more slowly",
    zh: "上年折旧率/本年折旧率,折旧率=折旧摊销/(折旧摊销+固定资产净额)(Beneish的DEPI);大于1表示折旧放缓",
    safer: "lower",
    or: noYearBefore
  }),
  expense_index_ratio: figure("ratio", {
    en: "Operating expense to sales, to the same of the year before (SGAI of Beneish; operating expense holds research and depreciation too)",
    zh: "期间费用/营业收入与上年之比(Beneish的SGAI;期间费用含研发与折旧)",
    safer: "lower",
    or: noYearBefore
  }),
  leverage_index_ratio: figure("ratio", {
    en: "Total liabilities to total assets, to the same of the year before (LVGI of Beneish, all liabilities taken)",
    zh: "资产负债率与上年之比(Beneish的LVGI,取全部负债)",
    safer: "lower",
    or: noYearBefore
  })
};
