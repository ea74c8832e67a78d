import {observationKey} from "../column.js";
import {defineTable, type Text} from "../contract.js";
import {featureFrom} from "../feature.js";

const planned = featureFrom("projects");
const financed = featureFrom("projects", "facilities");
const drawn = featureFrom("projects", "facilities", "exposures");
const NO_PROJECT: Text = {en: "It owed for no project that was not ended", zh: "当时无未结束的项目"};

/** Projects of one obligor are added up, so that the costly ones weigh more; the delay and the tail are the worst one's. */
export const featProjects = defineTable({
  name: "feat_projects",
  about: {
    en: "How the building of the obligor's projects goes and what was lent for them, as known by then",
    zh: "项目建设进度与融资(截至观察日已知)"
  },
  grain: ["obligor_id", "observation_date"],
  reach: "others",
  columns: {
    ...observationKey,
    projects: planned("bigint", "count", {
      about: {en: "Projects that have not ended", zh: "未结束项目数"},
      empty: NO_PROJECT,
      safer: "neither"
    }),
    is_building: planned("boolean", "flag", {
      about: {en: "At least one project is not complete", zh: "是否有在建项目"},
      empty: NO_PROJECT,
      safer: "lower"
    }),
    progress_share: planned("double", "share", {
      about: {
        en: "Planned building time that is over, 1 when complete, weighted by cost; time, for no extract has the work done",
        zh: "按投资额加权的计划工期已过比例,完工为 1(为时间口径,非实物进度)"
      },
      empty: {en: "No project with both a start and a planned completion", zh: "无同时有开工日与计划完工日的项目"},
      safer: "higher"
    }),
    delay_days: planned("integer", "days", {
      about: {
        en: "Days from the completion planned first to the completion, or the one now planned, or today if that is past; the latest project's; below zero when early",
        zh: "首次计划完工日至实际完工日(或现计划完工日,已过则至今)的天数,取延误最久的项目,提前为负"
      },
      empty: {
        en: "No project with a planned completion, or its completion is not dated",
        zh: "无计划完工日,或完工未注明日期"
      },
      safer: "lower"
    }),
    cost_overrun_rate: planned("double", "rate", {
      about: {
        en: "Cost as planned now against the first plan: change to the first",
        zh: "现计划总投资较首次计划的增幅"
      },
      empty: NO_PROJECT,
      safer: "lower"
    }),
    equity_share: planned("double", "share", {
      about: {en: "Planned equity to planned cost", zh: "计划项目资本金占计划总投资比"},
      empty: NO_PROJECT,
      safer: "higher"
    }),
    project_drawn_share: drawn("double", "share", {
      about: {
        en: "Principal outstanding of project loans in all that it has drawn",
        zh: "项目贷款未偿本金占全部未偿本金比"
      },
      empty: {en: "No project with a loan, or nothing drawn in the book", zh: "无有贷款的项目,或账上无未偿本金"},
      safer: "neither"
    }),
    drawn_ahead_share: drawn("double", "share", {
      about: {
        en: "Of projects being built: principal outstanding to cost less equity, less the share of the building time that is over",
        zh: "在建项目:未偿本金占债务资金比,减计划工期已过比例"
      },
      empty: {en: "No project being built with dates and a loan in the book", zh: "无有日期且账上有贷款的在建项目"},
      safer: "lower"
    }),
    tail_months: financed("integer", "months", {
      about: {
        en: "Months from the last day of the loans to the end of the concession; the shortest of its projects",
        zh: "贷款最后到期日至特许经营期末的月数,取最短者"
      },
      empty: {en: "No project with a loan and an end of its concession", zh: "无同时有贷款与特许经营期末的项目"},
      safer: "higher"
    })
  }
});
