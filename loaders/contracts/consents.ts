import {DATA_CATEGORIES, LEGAL_BASES, PURPOSES, defineExtract, type Governance} from "#warehouse/contract.js";
import {code, date, id} from "./column.js";

/** Kept to prove that data were used rightly. */
const proof: Governance = {
  purpose: "reporting",
  legalBasis: "legal_obligation",
  retentionMonths: 120,
  sensitivity: "internal"
};

/** On what ground data of a party may be used. A withdrawal is the same row again with its date. */
export const consents = defineExtract({
  name: "consents",
  about: {en: "Consents and other grounds of use", zh: "数据使用授权"},
  grain: ["party_id", "data_category", "purpose", "granted_date"],
  dates: {event: "granted_date", published: "published_date"},
  columns: {
    party_id: id(proof, {en: "Party that the data are about", zh: "授权主体编号"}),
    data_category: code(proof, {en: "Category of data", zh: "数据类别"}, {allowed: DATA_CATEGORIES}),
    purpose: code(proof, {en: "Purpose of use", zh: "使用目的"}, {allowed: PURPOSES}),
    basis: code(proof, {en: "Legal basis", zh: "合法性基础"}, {allowed: LEGAL_BASES}),
    granted_date: date(proof, {en: "First day of use", zh: "授权日"}),
    expires_date: date(
      proof,
      {en: "Last day of use; empty where it does not end by itself", zh: "授权到期日"},
      {nullable: true}
    ),
    withdrawn_date: date(proof, {en: "First day on which it no longer holds", zh: "撤回日"}, {nullable: true}),
    published_date: date(proof, {en: "Day on which the bank knew of it", zh: "获知日期"})
  }
});
