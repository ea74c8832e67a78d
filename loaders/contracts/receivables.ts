import {defineExtract} from "#warehouse/contract.js";
import {amount, date, erp, id} from "./column.js";

/**
 * The obligor's own receivables ledger (ERP), known item by item on its day, since the feed shows the ledger as it stands. A ledger that is handed
 * over later than that has no place here to say so.
 */
export const receivables = defineExtract({
  name: "receivables",
  about: {en: "Receivables ledger (ERP)", zh: "应收账款台账 (ERP)"},
  grain: ["receivable_id"],
  dates: {event: "invoice_date", published: "invoice_date"},
  columns: {
    receivable_id: id(erp, {en: "Ledger item", zh: "台账编号"}),
    obligor_id: id(erp, {en: "Obligor", zh: "债务人编号"}, {references: "obligors.obligor_id"}),
    counterparty_id: id(erp, {en: "Customer", zh: "客户编号"}, {nullable: true}),
    invoice_date: date(erp, {en: "Day on which it arose", zh: "形成日"}),
    due_date: date(erp, {en: "Day on which it falls due", zh: "到期日"}),
    amount: amount(erp, {en: "Amount", zh: "金额"}, {sign: "nonnegative"}),
    settled_date: date(erp, {en: "Day on which the customer paid; empty while open", zh: "收款日"}, {nullable: true})
  }
});
