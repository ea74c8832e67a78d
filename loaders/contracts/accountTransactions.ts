import {defineExtract} from "#warehouse/contract.js";
import {accountFlows, amount, code, date, id, text} from "./column.js";

/** Movements on the obligor's accounts at this bank. */
export const accountTransactions = defineExtract({
  name: "account_transactions",
  about: {en: "Account movements at this bank", zh: "本行账户流水"},
  grain: ["transaction_id"],
  dates: {event: "transaction_date", published: "transaction_date"},
  columns: {
    transaction_id: id(accountFlows, {en: "Movement", zh: "流水号"}),
    obligor_id: id(accountFlows, {en: "Obligor", zh: "债务人编号"}, {references: "obligors.obligor_id"}),
    transaction_date: date(accountFlows, {en: "Booking day", zh: "记账日"}),
    direction: code(accountFlows, {en: "Into or out of the account", zh: "收付方向"}, {allowed: ["in", "out"]}),
    category: code(
      accountFlows,
      {en: "What the movement is for", zh: "用途"},
      {allowed: ["sales", "purchase", "payroll", "tax", "loan", "other"]}
    ),
    amount: amount(accountFlows, {en: "Amount, never negative", zh: "金额"}, {sign: "nonnegative"}),
    counterparty_id: id(accountFlows, {en: "Other party, where known", zh: "交易对手"}, {nullable: true}),
    counterparty_name: text(accountFlows, {en: "Name of the other party", zh: "交易对手名称"}, {nullable: true}),
    counterparty_registration_number: id(
      accountFlows,
      {en: "Registration number of the other party", zh: "交易对手统一社会信用代码"},
      {nullable: true}
    ),
    balance_after: amount(accountFlows, {en: "Balance after the movement", zh: "交易后余额"}, {nullable: true})
  }
});
