import {defineExtract} from "#warehouse/contract.js";
import {amount, date, erp, id} from "./column.js";

/** The obligor's sales orders (ERP), known order by order on its day, since the feed shows them as they stand; as of receivables. */
export const orders = defineExtract({
  name: "orders",
  about: {en: "Sales orders (ERP)", zh: "销售订单 (ERP)"},
  grain: ["order_id"],
  dates: {event: "order_date", published: "order_date"},
  columns: {
    order_id: id(erp, {en: "Order", zh: "订单编号"}),
    obligor_id: id(erp, {en: "Obligor", zh: "债务人编号"}, {references: "obligors.obligor_id"}),
    counterparty_id: id(erp, {en: "Customer", zh: "客户编号"}, {nullable: true}),
    order_date: date(erp, {en: "Day of the order", zh: "下单日"}),
    promised_date: date(erp, {en: "Promised delivery", zh: "承诺交付日"}),
    delivered_date: date(erp, {en: "Delivery; empty while open", zh: "交付日"}, {nullable: true}),
    cancelled_date: date(erp, {en: "Cancellation, if any", zh: "取消日"}, {nullable: true}),
    amount: amount(erp, {en: "Amount", zh: "金额"}, {sign: "nonnegative"})
  }
});
