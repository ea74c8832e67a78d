import {observationKey} from "../column.js";
import {defineTable} from "../contract.js";
import {featureFrom} from "../feature.js";

const book = featureFrom("exposures", "facilities");
const terms = featureFrom("facilities");
const noBook = {en: "Not in the book on that day", zh: "当日不在册"};
const noDrawn = {en: "Nothing drawn", zh: "无未偿本金"};
const noLimit = {en: "No limit", zh: "无额度"};

export const featFacilities = defineTable({
  name: "feat_facilities",
  about: {en: "What the obligor may draw, has drawn, until when, and pays for it", zh: "授信使用情况"},
  grain: ["obligor_id", "observation_date"],
  columns: {
    ...observationKey,
    facilities: book("bigint", "count", {
      about: {en: "Facilities in the book", zh: "授信笔数"},
      empty: noBook,
      safer: "neither"
    }),
    limit: book("double", "currency", {
      about: {en: "Limits in force", zh: "有效额度"},
      empty: noBook,
      safer: "neither"
    }),
    drawn: book("double", "currency", {
      about: {en: "Principal outstanding", zh: "未偿本金"},
      empty: noBook,
      safer: "neither"
    }),
    annual_interest: book("double", "currency", {
      about: {en: "A year's interest on what is drawn, at the contract rates", zh: "按合同利率计的年利息"},
      empty: noBook,
      safer: "neither"
    }),
    utilisation_share: book("double", "share", {
      about: {en: "Drawn to limit", zh: "额度使用率"},
      empty: noLimit,
      safer: "lower"
    }),
    undrawn: book("double", "currency", {
      about: {en: "What may still be drawn, facility by facility", zh: "未使用额度"},
      empty: noBook,
      safer: "higher"
    }),
    excess_share: book("double", "share", {
      about: {en: "Principal above the limit of its facility, to limits", zh: "超限额本金占额度比"},
      empty: noLimit,
      safer: "lower"
    }),
    average_rate: book("double", "rate", {
      about: {en: "Contract rate a year, weighted by what is drawn", zh: "加权合同年利率"},
      empty: noDrawn,
      safer: "lower"
    }),
    remaining_tenor_days: book("double", "days", {
      about: {en: "Days to maturity, weighted by what is drawn; zero where past", zh: "加权剩余期限天数，已到期计零"},
      empty: noDrawn,
      safer: "neither"
    }),
    maturing_share: book("double", "share", {
      about: {en: "Principal that matures within twelve months, or has", zh: "十二个月内到期（含已到期）本金占比"},
      empty: noDrawn,
      safer: "lower"
    }),
    matured_share: book("double", "share", {
      about: {en: "Principal outstanding after the last day of its facility", zh: "已过到期日的未偿本金占比"},
      empty: noDrawn,
      safer: "lower"
    }),
    working_capital_share: book("double", "share", {
      about: {en: "Working-capital loans among what is drawn", zh: "流动资金贷款占比"},
      empty: noDrawn,
      safer: "neither"
    }),
    trade_share: book("double", "share", {
      about: {en: "Supply-chain and trade finance among what is drawn", zh: "供应链及贸易融资占比"},
      empty: noDrawn,
      safer: "neither"
    }),
    products: book("bigint", "count", {
      about: {en: "Kinds of loan in the book", zh: "在册产品种类数"},
      empty: noBook,
      safer: "higher"
    }),
    limit_growth_rate: book("double", "rate", {
      about: {en: "Limits in force against those of a year before", zh: "额度同比增长率"},
      empty: {en: "Not in the book on one of the two days, or no limit then", zh: "两个日期之一不在册，或当时无额度"},
      safer: "higher"
    }),
    limit_cuts: book("bigint", "count", {
      about: {
        en: "Times within twelve months that the limit of a facility was lower than at the month end before",
        zh: "近十二个月额度下调次数"
      },
      empty: noBook,
      safer: "lower"
    }),
    new_facilities: terms("bigint", "count", {
      about: {en: "Facilities that began within twelve months", zh: "近十二个月新增授信笔数"},
      empty: {en: "No facility began by then", zh: "届时尚无授信"},
      safer: "neither"
    }),
    since_first_facility_days: terms("integer", "days", {
      about: {en: "Days since the first facility began", zh: "首笔授信起始距今天数"},
      empty: {en: "No facility began by then", zh: "届时尚无授信"},
      safer: "higher"
    }),
    since_last_facility_days: terms("integer", "days", {
      about: {en: "Days since the newest facility began", zh: "最近一笔授信起始距今天数"},
      empty: {en: "No facility began by then", zh: "届时尚无授信"},
      safer: "neither"
    })
  }
});
