import {observationKey} from "../column.js";
import {defineTable, type Text} from "../contract.js";
import {featureFrom, type FeatureText} from "../feature.js";

const industry = featureFrom("obligors", "industry_series");

const OUTPUT: Text = {en: "Growth of the industry's output (output_growth)", zh: "行业产出增速 (output_growth)"};
const MARGIN: Text = {en: "Profit margin of the industry (profit_margin)", zh: "行业利润率 (profit_margin)"};
const NOT_PUBLISHED: Text = {
  en: "The obligor's section was not known, or nothing of it of the last twelve months had been published by then",
  zh: "行业门类未知,或该门类近十二个月无已公布数据"
};

function level(name: Text): FeatureText {
  return {
    about: {
      en: `${name.en}: last period published by then, in its latest version`,
      zh: `${name.zh}:截至当时已公布的最近一期(最新版本)`
    },
    empty: NOT_PUBLISHED,
    safer: "higher"
  };
}

function change(name: Text, months: number): FeatureText {
  return {
    about: {
      en: `${name.en}: last period published by then less that of ${months} months before it`,
      zh: `${name.zh}:已公布最近一期减其前 ${months} 个月的值`
    },
    empty: {
      en: "The section was not known, or one of the two periods not published",
      zh: "行业门类未知,或两期之一尚未公布"
    },
    safer: "higher"
  };
}

function gap(name: Text): FeatureText {
  return {
    about: {
      en: `${name.en}: last period published by then less the mean of all sections, each counting once`,
      zh: `${name.zh}:已公布最近一期减各门类简单平均`
    },
    empty: NOT_PUBLISHED,
    safer: "higher"
  };
}

function worst(name: Text): FeatureText {
  return {
    about: {
      en: `${name.en}: lowest of the periods of 24 months published by then`,
      zh: `${name.zh}:近二十四个月已公布各期最低值`
    },
    empty: NOT_PUBLISHED,
    safer: "higher"
  };
}

export const featIndustry = defineTable({
  name: "feat_industry",
  about: {en: "How the obligor's industry did, as published by then", zh: "行业景气(截至观察日已公布)"},
  grain: ["obligor_id", "observation_date"],
  columns: {
    ...observationKey,
    industry_output_growth_rate: industry("double", "rate", level(OUTPUT)),
    industry_output_growth_quarter_change_rate: industry("double", "rate", change(OUTPUT, 3)),
    industry_output_growth_year_change_rate: industry("double", "rate", change(OUTPUT, 12)),
    industry_output_growth_gap_rate: industry("double", "rate", gap(OUTPUT)),
    industry_output_growth_worst_rate: industry("double", "rate", worst(OUTPUT)),
    industry_output_growth_range_rate: industry("double", "rate", {
      about: {
        en: `${OUTPUT.en}: highest less lowest of the periods of 24 months published by then`,
        zh: `${OUTPUT.zh}:近二十四个月已公布各期最高值减最低值`
      },
      empty: NOT_PUBLISHED,
      safer: "lower"
    }),
    industry_profit_margin_rate: industry("double", "rate", level(MARGIN)),
    industry_profit_margin_quarter_change_rate: industry("double", "rate", change(MARGIN, 3)),
    industry_profit_margin_year_change_rate: industry("double", "rate", change(MARGIN, 12)),
    industry_profit_margin_gap_rate: industry("double", "rate", gap(MARGIN)),
    industry_profit_margin_worst_rate: industry("double", "rate", worst(MARGIN))
  }
});
