import {maybe, observationKey} from "#warehouse/column.js";
import {defineTable} from "#warehouse/contract.js";

export const scoreSizes = defineTable({
  name: "score_sizes",
  about: {en: "Size class of every obligor at each observation date", zh: "企业规模划型"},
  grain: ["obligor_id", "observation_date"],
  columns: {
    ...observationKey,
    size_class: maybe("varchar", "code", {
      en: "Size by the 2017 classification; empty where an indicator is unknown",
      zh: "规模;缺指标时为空"
    })
  }
});
