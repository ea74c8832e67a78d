import {observationKey} from "../column.js";
import {defineTable, type Text} from "../contract.js";
import {featureFrom, type FeatureText} from "../feature.js";

const economy = featureFrom("macro_series");

function level(name: Text, safer: FeatureText["safer"]): FeatureText {
  return {
    about: {
      en: `${name.en}: last period published by then, in its latest version`,
      zh: `${name.zh}:截至当时已公布的最近一期(最新版本)`
    },
    empty: {en: "Nothing of the last twelve months had been published by then", zh: "近十二个月无已公布数据"},
    safer
  };
}

function change(name: Text, months: number, safer: FeatureText["safer"]): FeatureText {
  return {
    about: {
      en: `${name.en}: last period published by then less that of ${months} months before it`,
      zh: `${name.zh}:已公布最近一期减其前 ${months} 个月的值`
    },
    empty: {en: "One of the two periods had not been published by then", zh: "两期之一当时尚未公布"},
    safer
  };
}

const GDP: Text = {en: "Growth of the domestic product over a year (gdp_growth)", zh: "国内生产总值同比 (gdp_growth)"};
const PMI: Text = {
  en: "Purchasing managers' index as a fraction, 0.5 neither grows nor shrinks (pmi)",
  zh: "采购经理指数,0.5 为荣枯线 (pmi)"
};
const PPI: Text = {en: "Growth of producer prices over a year (ppi)", zh: "工业生产者出厂价格同比 (ppi)"};
const LPR: Text = {en: "Loan prime rate of one year (lpr_1y)", zh: "一年期贷款市场报价利率 (lpr_1y)"};

export const featMacro = defineTable({
  name: "feat_macro",
  about: {en: "How the economy did, as published by then", zh: "宏观经济(截至观察日已公布)"},
  grain: ["obligor_id", "observation_date"],
  columns: {
    ...observationKey,
    gdp_growth_rate: economy("double", "rate", level(GDP, "higher")),
    gdp_growth_quarter_change_rate: economy("double", "rate", change(GDP, 3, "higher")),
    gdp_growth_year_change_rate: economy("double", "rate", change(GDP, 12, "higher")),
    pmi_share: economy("double", "share", level(PMI, "higher")),
    pmi_quarter_change_share: economy("double", "share", change(PMI, 3, "higher")),
    pmi_year_change_share: economy("double", "share", change(PMI, 12, "higher")),
    pmi_contraction_months: economy("integer", "months", {
      about: {
        en: "Months below 0.5 among the twelve to the last that the purchasing managers' index was published for",
        zh: "采购经理指数最近已公布十二个月中低于 0.5 的月数"
      },
      empty: {en: "Nothing of the last twelve months had been published by then", zh: "近十二个月无已公布数据"},
      safer: "lower"
    }),
    ppi_rate: economy("double", "rate", level(PPI, "neither")),
    ppi_quarter_change_rate: economy("double", "rate", change(PPI, 3, "neither")),
    ppi_year_change_rate: economy("double", "rate", change(PPI, 12, "neither")),
    lpr_1y_rate: economy("double", "rate", level(LPR, "neither")),
    lpr_1y_quarter_change_rate: economy("double", "rate", change(LPR, 3, "neither")),
    lpr_1y_year_change_rate: economy("double", "rate", change(LPR, 12, "neither")),
    lpr_1y_real_rate: economy("double", "rate", {
      about: {
        en: "Loan prime rate less growth of producer prices, each as last published by then",
        zh: "贷款市场报价利率减工业生产者出厂价格同比(均为已公布最近一期)"
      },
      empty: {en: "One of the two had not been published by then", zh: "两者之一当时尚未公布"},
      safer: "lower"
    })
  }
});
