import {maybe, observationKey} from "#warehouse/column.js";
import {defineTable} from "#warehouse/contract.js";

export const scoreReferenceScores = defineTable({
  name: "score_reference_scores",
  about: {en: "Published scores beside the rating, of the statement known by then", zh: "参考评分(不进入评级)"},
  grain: ["obligor_id", "observation_date"],
  columns: {
    ...observationKey,
    altman_z: maybe("double", "points", {
      en: "Altman's Z'' in its emerging-market form, higher is safer; empty where an input is missing",
      zh: "Altman Z''(新兴市场版),越高越安全;缺输入时为空"
    }),
    zone: maybe("varchar", "code", {
      en: "Zone of Z'': distress below 4.35, safe above 5.85, else grey",
      zh: "Z''区间:低于4.35为困境,高于5.85为安全,其余为灰色"
    }),
    beneish_m: maybe("double", "points", {
      en: "Beneish's M of eight variables, higher looks more managed; empty where an index is missing",
      zh: "Beneish M 分(八变量),越高越像盈余管理;缺指标时为空"
    }),
    is_flagged: maybe("boolean", "flag", {
      en: "Whether M is above -1.78: a prompt to read the statement",
      zh: "M 分高于-1.78,提示复核报表"
    })
  }
});
