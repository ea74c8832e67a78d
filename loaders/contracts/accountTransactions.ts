import {defineExtract} from "#warehouse/contract.js";
import {amount, code, date, id, shared} from "./column.js";

/** Movements on the obligor's accounts at this bank. */
export const accountTransactions = defineExtract({
  name: "account_transactions",
  about: {en: "Account movements at this bank", zh: "本行账户流水"},
  grain: ["transaction_id"],
  dates: {event: "transaction_date", published: "transaction_date"},
  columns: {
    transaction_id: id(shared, {en: "Movement", zh: "流水号"}),
    obligor_id: id(shared, {en: "Obligor", zh: "债务人编号"}, {references: "obligors.obligor_id"}),
    transaction_date: date(shared, {en: "Booking day", zh: "记账日"}),
    direction: code(shared, {en: "Into or out of the account", zh: "收付方向"}, {allowed: ["in", "out"]}),
    category: code(
      shared,
      {en: "What the movement is for", zh: "用途"},
      {allowed: ["sales", "purchase", "payroll", "tax", "loan", "other"]}
    ),
    amount: amount(shared, {en: "Amount, never negative", zh: "金额"}, {sign: "nonnegative"}),
    counterparty_id: id(shared, {en: "Other party, where known", zh: "交易对手"}, {nullable: true}),
    balance_after: amount(shared, {en: "Balance after the movement", zh: "交易后余额"}, {nullable: true})
  }
});
