import {defineExtract} from "#warehouse/contract.js";
import {amount, code, date, flag, id, text, vatInvoices} from "./column.js";

/** VAT invoices from the obligor's side. A negative amount is a red-letter refund, not an error. */
export const invoices = defineExtract({
  name: "invoices",
  about: {en: "VAT invoices", zh: "增值税发票"},
  grain: ["invoice_id"],
  dates: {event: "invoice_date", published: "invoice_date"},
  columns: {
    invoice_id: id(vatInvoices, {en: "Invoice line as handed over", zh: "发票行标识"}),
    obligor_id: id(vatInvoices, {en: "Obligor", zh: "债务人编号"}, {references: "obligors.obligor_id"}),
    invoice_date: date(vatInvoices, {en: "Day of issue", zh: "开票日期"}),
    direction: code(
      vatInvoices,
      {en: "Sale or purchase, seen from the obligor", zh: "销项或进项"},
      {allowed: ["sale", "purchase"]}
    ),
    counterparty_id: id(vatInvoices, {en: "Customer or supplier", zh: "购销对方"}, {nullable: true}),
    counterparty_name: text(
      vatInvoices,
      {en: "Name of the customer or supplier", zh: "购销对方名称"},
      {nullable: true}
    ),
    counterparty_registration_number: id(
      vatInvoices,
      {en: "Registration number of the customer or supplier", zh: "购销对方统一社会信用代码"},
      {nullable: true}
    ),
    amount: amount(vatInvoices, {en: "Amount before tax", zh: "金额"}),
    tax: amount(vatInvoices, {en: "Tax", zh: "税额"}),
    total: amount(vatInvoices, {en: "Amount with tax", zh: "价税合计"}),
    status: code(vatInvoices, {en: "Valid, or void", zh: "发票状态"}, {allowed: ["valid", "void"]}),
    is_red_letter: flag(
      vatInvoices,
      {en: "Whether it takes back an earlier invoice; its amounts are then not positive", zh: "是否红字发票"},
      {nullable: true}
    )
  }
});
