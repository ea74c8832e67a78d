import {defineExtract} from "#warehouse/contract.js";
import {amount, code, date, id, shared} from "./column.js";

/** VAT invoices from the obligor's side. A negative amount is a red-letter refund, not an error. */
export const invoices = defineExtract({
  name: "invoices",
  about: {en: "VAT invoices", zh: "增值税发票"},
  grain: ["invoice_id"],
  dates: {event: "invoice_date", published: "invoice_date"},
  columns: {
    invoice_id: id(shared, {en: "Invoice line as handed over", zh: "发票行标识"}),
    obligor_id: id(shared, {en: "Obligor", zh: "债务人编号"}, {references: "obligors.obligor_id"}),
    invoice_date: date(shared, {en: "Day of issue", zh: "开票日期"}),
    direction: code(
      shared,
      {en: "Sale or purchase, seen from the obligor", zh: "销项或进项"},
      {allowed: ["sale", "purchase"]}
    ),
    counterparty_id: id(shared, {en: "Customer or supplier", zh: "购销对方"}, {nullable: true}),
    amount: amount(shared, {en: "Amount before tax", zh: "金额"}),
    tax: amount(shared, {en: "Tax", zh: "税额"}),
    total: amount(shared, {en: "Amount with tax", zh: "价税合计"}),
    status: code(shared, {en: "Valid, or void", zh: "发票状态"}, {allowed: ["valid", "void"]})
  }
});
