import {observationKey} from "../column.js";
import {defineTable, type Text} from "../contract.js";
import {featureFrom} from "../feature.js";

const cash = featureFrom("projects", "project_cashflows");
const NO_REPORT: Text = {en: "No cash flow of a project was reported by then", zh: "当时尚无项目现金流实绩"};
const NO_SERVICE: Text = {
  en: "No cash flow of a project was reported by then, or no debt service was due in it",
  zh: "当时尚无项目现金流实绩,或期内无应还债务"
};
const NO_FORECAST: Text = {
  en: "No forecast of periods ahead was known by then, or no debt service is due in them",
  zh: "当时无未来期预测,或期内无应还债务"
};

/**
 * CFADS is revenue less operating cost, tax, working capital tied up and maintenance; the last two count as none where not stated.
 * No extract states covenant levels, so headroom is the distance of the debt service cover to one.
 */
export const featProjectCashflows = defineTable({
  name: "feat_project_cashflows",
  about: {
    en: "What the obligor's projects earn against what they owe, as known by then",
    zh: "项目现金流与偿债覆盖(截至观察日已知)"
  },
  grain: ["obligor_id", "observation_date"],
  reach: "others",
  columns: {
    ...observationKey,
    dscr_ratio: cash("double", "ratio", {
      about: {
        en: "CFADS to debt service, both of the twelve months to each project's last reported period, added up",
        zh: "各项目最近已报告十二个月的可偿债现金流合计比应还本息合计"
      },
      empty: NO_SERVICE,
      safer: "higher"
    }),
    dscr_change_ratio: cash("double", "ratio", {
      about: {en: "That cover less the one of the twelve months before", zh: "偿债覆盖率减前十二个月"},
      empty: {en: "No debt service was reported in one of the two years", zh: "两年之一无应还债务实绩"},
      safer: "higher"
    }),
    worst_dscr_ratio: cash("double", "ratio", {
      about: {
        en: "Lowest cover of one project in one period of the last 24 months reported",
        zh: "近二十四个月单项目单期最低偿债覆盖率"
      },
      empty: NO_SERVICE,
      safer: "higher"
    }),
    short_periods_share: cash("double", "share", {
      about: {
        en: "Periods whose CFADS was below the debt service, among those of 24 months with debt service",
        zh: "近二十四个月可偿债现金流低于应还本息的期数占比"
      },
      empty: NO_SERVICE,
      safer: "lower"
    }),
    cfads_to_forecast_ratio: cash("double", "ratio", {
      about: {
        en: "CFADS of the last twelve months reported to the last forecast made before each period ended, of the periods that have both",
        zh: "最近已报告十二个月可偿债现金流比期末前最近一次预测(两者兼有的期)"
      },
      empty: {en: "No reported period had been foreseen, or nothing positive was", zh: "已报告期无事前预测,或预测非正"},
      safer: "higher"
    }),
    forecast_dscr_ratio: cash("double", "ratio", {
      about: {
        en: "CFADS to debt service that the last forecasts known by then foresee for the next twelve months",
        zh: "已知最近预测的未来十二个月偿债覆盖率"
      },
      empty: NO_FORECAST,
      safer: "higher"
    }),
    forecast_least_dscr_ratio: cash("double", "ratio", {
      about: {
        en: "Lowest cover foreseen of one project in one period ahead",
        zh: "未来各期中单项目单期最低预测偿债覆盖率"
      },
      empty: NO_FORECAST,
      safer: "higher"
    }),
    dscr_headroom_ratio: cash("double", "ratio", {
      about: {
        en: "Cover foreseen for the next twelve months, were forecasts missed as in the last twelve reported, less 1",
        zh: "按近十二个月预测实现程度折算的未来十二个月偿债覆盖率减 1"
      },
      empty: {
        en: "No cover was foreseen, or no reported period had been",
        zh: "无未来偿债覆盖率预测,或已报告期无事前预测"
      },
      safer: "higher"
    }),
    cashflow_age_days: cash("integer", "days", {
      about: {
        en: "Days since the last period reported; of the project that is furthest behind",
        zh: "最近已报告期末距今天数,取最久项目"
      },
      empty: NO_REPORT,
      safer: "lower"
    })
  }
});
