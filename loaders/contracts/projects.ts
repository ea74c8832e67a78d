import {defineExtract} from "#warehouse/contract.js";
import {amount, code, credit, date, id, text} from "./column.js";

/** Projects whose own income repays the loan; a change of the plan is a new row with a later `valid_from`. */
export const projects = defineExtract({
  name: "projects",
  about: {en: "Financed projects", zh: "融资项目"},
  grain: ["project_id", "valid_from"],
  dates: {event: "valid_from", published: "published_date", mayBeAnnounced: true},
  columns: {
    project_id: id(credit, {en: "Project", zh: "项目编号"}),
    obligor_id: id(credit, {en: "Project company that owes", zh: "债务人编号"}, {references: "obligors.obligor_id"}),
    valid_from: date(credit, {en: "First day on which this version of the facts holds", zh: "版本生效日"}),
    published_date: date(credit, {en: "Day on which this version became known", zh: "获知日期"}),
    name: text(credit, {en: "Name of the project", zh: "项目名称"}, {nullable: true}),
    type: code(
      credit,
      {en: "Kind of project", zh: "项目类型"},
      {allowed: ["power", "transport", "water_environment", "industrial_plant", "real_estate", "other"]}
    ),
    stage: code(credit, {en: "Stage", zh: "项目阶段"}, {allowed: ["planned", "construction", "operation", "ended"]}),
    total_cost: amount(credit, {en: "Planned cost in all", zh: "项目总投资"}, {sign: "positive"}),
    equity: amount(credit, {en: "Part of it that owners bring", zh: "项目资本金"}, {sign: "nonnegative"}),
    construction_start_date: date(credit, {en: "Start of construction", zh: "开工日期"}, {nullable: true}),
    planned_completion_date: date(credit, {en: "Completion as planned", zh: "计划完工日期"}, {nullable: true}),
    completion_date: date(
      credit,
      {en: "Completion; empty while it is being built", zh: "实际完工日期"},
      {nullable: true}
    ),
    concession_end_date: date(
      credit,
      {en: "Last day of the concession or of the plant's life", zh: "特许经营期末"},
      {nullable: true}
    )
  }
});
