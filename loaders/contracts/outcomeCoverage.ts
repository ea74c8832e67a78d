import {defineUndatedExtract} from "#warehouse/contract.js";
import {credit, flag, id} from "./column.js";

/** Of whom it is known whether they defaulted. Where a source lacks it, that is known of all. */
export const outcomeCoverage = defineUndatedExtract({
  name: "outcome_coverage",
  about: {en: "Obligors whose outcome is known", zh: "违约结果是否已知"},
  grain: ["obligor_id"],
  columns: {
    obligor_id: id(credit, {en: "Obligor", zh: "债务人编号"}, {references: "obligors.obligor_id"}),
    is_known: flag(credit, {en: "Whether it is known if the obligor defaulted", zh: "违约结果是否已知"})
  }
});
