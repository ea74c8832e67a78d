import {maybe, observationKey} from "../column.js";
import {defineTable} from "../contract.js";

export const featFacilities = defineTable({
  name: "feat_facilities",
  about: {en: "What the obligor may draw, has drawn, and pays for it", zh: "授信使用情况"},
  grain: ["obligor_id", "observation_date"],
  columns: {
    ...observationKey,
    facilities: maybe("bigint", "count", {
      en: "Facilities in the book; empty where the source has no exposures",
      zh: "授信笔数"
    }),
    limit: maybe("double", "currency", {en: "Limits in force", zh: "有效额度"}),
    drawn: maybe("double", "currency", {en: "Principal outstanding", zh: "未偿本金"}),
    annual_interest: maybe("double", "currency", {
      en: "A year's interest on what is drawn, at the contract rates",
      zh: "按合同利率计的年利息"
    }),
    utilisation_share: maybe("double", "share", {en: "Drawn to limit; empty where there is no limit", zh: "额度使用率"})
  }
});
