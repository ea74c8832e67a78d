import {derived, maybe} from "#warehouse/column.js";
import {defineTable} from "#warehouse/contract.js";

/** Obligors that one risk connects, on the last day of the source. Whoever stands alone is a group of one. */
export const stgConnectedGroups = defineTable({
  name: "stg_connected_groups",
  about: {en: "Groups of connected obligors", zh: "关联客户集团"},
  grain: ["obligor_id"],
  columns: {
    obligor_id: derived("varchar", "id", {en: "Obligor", zh: "债务人编号"}),
    group_id: derived("varchar", "id", {
      en: "The group: its first obligor's number",
      zh: "关联集团编号(组内最小债务人编号)"
    }),
    members: derived("integer", "count", {en: "Obligors in the group", zh: "组内债务人数"}),
    grounds: maybe("varchar", "text", {
      en: "What ties this obligor to others: group, guarantee, parent; empty where nothing does",
      zh: "关联依据:集团、保证、控股;无关联时为空"
    })
  }
});

/** Who obligors trade with and pay, and which of them is an obligor. */
export const stgCounterparties = defineTable({
  name: "stg_counterparties",
  about: {en: "Counterparties of invoices and account movements", zh: "发票及流水交易对手"},
  grain: ["counterparty_id"],
  columns: {
    counterparty_id: derived("varchar", "id", {
      en: "Counterparty: its number, or where rows have none, its registration number, or else its name",
      zh: "交易对手编号;无编号时为统一社会信用代码或名称"
    }),
    obligor_id: maybe("varchar", "id", {en: "The obligor that it is; empty where it is none", zh: "对应债务人编号"}),
    matched_by: maybe("varchar", "code", {
      en: "number, registration_number or name; empty where it is no obligor",
      zh: "匹配方式:编号、统一社会信用代码或名称"
    }),
    mentions: derived("integer", "count", {en: "Invoices and movements that name it", zh: "提及次数"})
  }
});
