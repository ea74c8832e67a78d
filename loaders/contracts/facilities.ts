import {defineExtract} from "#warehouse/contract.js";
import {amount, code, credit, date, id, rate} from "./column.js";

/**
 * Credit agreements and their terms; effective-dated: an extension, another rate or another security is a new row with a later
 * `valid_from`. Whose it is and when it began stay as its first version says: who takes a debt over has a facility of their own.
 */
export const facilities = defineExtract({
  name: "facilities",
  about: {en: "Credit agreements", zh: "授信额度与借款合同"},
  grain: ["facility_id", "valid_from"],
  dates: {event: "valid_from", published: "published_date", mayBeAnnounced: true},
  columns: {
    facility_id: id(credit, {en: "Facility", zh: "授信编号"}),
    valid_from: date(credit, {en: "First day on which these terms hold", zh: "版本生效日"}),
    published_date: date(credit, {en: "Day on which these terms became known", zh: "获知日期"}),
    obligor_id: id(credit, {en: "Obligor", zh: "债务人编号"}, {references: "obligors.obligor_id"}),
    product: code(
      credit,
      {en: "Kind of loan", zh: "产品类型"},
      {allowed: ["working_capital", "fixed_asset", "supply_chain", "trade_finance", "project_finance"]}
    ),
    start_date: date(credit, {en: "First day", zh: "起始日"}),
    maturity_date: date(credit, {en: "Last day", zh: "到期日"}),
    limit: amount(credit, {en: "Agreed limit", zh: "授信额度"}, {sign: "nonnegative"}),
    annual_rate: rate(credit, {en: "Contract rate a year", zh: "合同年利率"}, {sign: "nonnegative"}),
    collateral_type: code(
      credit,
      {en: "Main security", zh: "主要担保方式"},
      {nullable: true, allowed: ["unsecured", "guaranteed", "mortgage", "pledge"]}
    ),
    project_id: id(
      credit,
      {en: "Project that it finances", zh: "所融资项目编号"},
      {nullable: true, references: "projects.project_id"}
    )
  }
});
