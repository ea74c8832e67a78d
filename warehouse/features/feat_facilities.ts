import {observationKey} from "../column.js";
import {defineTable} from "../contract.js";
import {featureFrom} from "../feature.js";

const book = featureFrom("exposures", "facilities");
const terms = featureFrom("facilities");
const noBook = {en: "Not in the book on that day", zh: "当日不在册"};
const noDrawn = {en: "Nothing drawn", zh: "无未偿本金"};
/** The extract keeps no earlier terms: an extension or a new rate shows at dates before it too. */
const asHandedOver = {en: "terms as last handed over", zh: "按最近交付的合同条款"};
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
      about: {
        en: `A year's interest on what is drawn, at the contract rates; ${asHandedOver.en}`,
        zh: `未偿本金按合同利率计的年利息；${asHandedOver.zh}`
      },
      empty: noBook,
      safer: "neither"
    }),
    utilisation_share: book("double", "share", {
      about: {en: "Principal outstanding to limits in force", zh: "额度使用率：未偿本金与有效额度之比"},
      empty: noLimit,
      safer: "lower"
    }),
    undrawn: book("double", "currency", {
      about: {
        en: "Limits less principal outstanding, facility by facility: an excess of one takes nothing off another",
        zh: "未使用额度：有效额度减未偿本金，逐笔计算，超额不抵减"
      },
      empty: noBook,
      safer: "higher"
    }),
    excess_share: book("double", "share", {
      about: {en: "Principal above the limit of its facility, to limits", zh: "超限额本金占额度比"},
      empty: noLimit,
      safer: "lower"
    }),
    average_rate: book("double", "rate", {
      about: {
        en: `Contract rate a year, weighted by what is drawn; ${asHandedOver.en}`,
        zh: `按未偿本金加权的合同年利率；${asHandedOver.zh}`
      },
      empty: noDrawn,
      safer: "lower"
    }),
    remaining_tenor_days: book("double", "days", {
      about: {
        en: `Days to maturity, weighted by what is drawn, zero where past; ${asHandedOver.en}`,
        zh: `按未偿本金加权的剩余期限天数，已到期计零；${asHandedOver.zh}`
      },
      empty: noDrawn,
      safer: "neither"
    }),
    maturing_share: book("double", "share", {
      about: {
        en: `Principal that matures within twelve months, or has, among what is drawn; ${asHandedOver.en}`,
        zh: `十二个月内到期（含已到期）本金占未偿本金比；${asHandedOver.zh}`
      },
      empty: noDrawn,
      safer: "lower"
    }),
    matured_share: book("double", "share", {
      about: {
        en: `Principal outstanding after the last day of its facility, among what is drawn; ${asHandedOver.en}`,
        zh: `已过到期日的本金占未偿本金比；${asHandedOver.zh}`
      },
      empty: noDrawn,
      safer: "lower"
    }),
    working_capital_share: book("double", "share", {
      about: {en: "Working-capital loans among what is drawn", zh: "流动资金贷款占未偿本金比"},
      empty: noDrawn,
      safer: "neither"
    }),
    trade_share: book("double", "share", {
      about: {en: "Supply-chain and trade finance among what is drawn", zh: "供应链及贸易融资占未偿本金比"},
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
        en: "Times within twelve months that the limit of a facility was lower than at the month end before, as planned or not",
        zh: "近十二个月单笔授信额度低于上月末的次数（含按计划递减）"
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
