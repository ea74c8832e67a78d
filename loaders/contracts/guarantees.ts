import {defineExtract} from "#warehouse/contract.js";
import {amount, code, credit, date, id} from "./column.js";

/** Who answers for a facility of another. The guarantor is an obligor or an outside party. */
export const guarantees = defineExtract({
  name: "guarantees",
  about: {en: "Guarantees", zh: "保证担保"},
  grain: ["guarantee_id"],
  dates: {event: "valid_from", published: "valid_from"},
  columns: {
    guarantee_id: id(credit, {en: "Guarantee", zh: "保证合同编号"}),
    facility_id: id(credit, {en: "Facility that it secures", zh: "授信编号"}, {references: "facilities.facility_id"}),
    guarantor_id: id(credit, {en: "Guarantor: an obligor's number, or an outside party's", zh: "保证人编号"}),
    type: code(
      credit,
      {en: "Joint and several, or only after the debtor was pursued", zh: "保证方式"},
      {nullable: true, allowed: ["joint", "general"]}
    ),
    amount: amount(
      credit,
      {en: "Amount up to which it holds; empty for all that is owed", zh: "保证金额"},
      {nullable: true, sign: "positive"}
    ),
    valid_from: date(credit, {en: "First day", zh: "保证起始日"}),
    valid_until: date(credit, {en: "Last day; empty where it ends with the debt", zh: "保证到期日"}, {nullable: true})
  }
});
