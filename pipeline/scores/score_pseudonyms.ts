import {derived} from "#warehouse/column.js";
import {defineTable} from "#warehouse/contract.js";

export const scorePseudonyms = defineTable({
  name: "score_pseudonyms",
  about: {en: "Pseudonym of every obligor", zh: "债务人代号"},
  grain: ["obligor_id"],
  columns: {
    obligor_id: derived("varchar", "id", {en: "Obligor", zh: "债务人编号"}),
    pseudonym: derived("varchar", "id", {en: "Pseudonym", zh: "代号"})
  }
});
