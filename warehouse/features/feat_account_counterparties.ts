import {observationKey} from "../column.js";
import {defineTable} from "../contract.js";
import {featureFrom} from "../feature.js";

const flows = featureFrom("account_transactions");
const noTrade = {
  en: "No trade with a known party through the accounts within the year",
  zh: "近一年账户无与已知对手的购销收付"
};

export const featAccountCounterparties = defineTable({
  name: "feat_account_counterparties",
  about: {en: "With whom money flows through the accounts at this bank", zh: "本行账户交易对手"},
  grain: ["obligor_id", "observation_date"],
  columns: {
    ...observationKey,
    customer_hhi_ratio: flows("double", "ratio", {
      about: {
        en: "Concentration of twelve months' receipts for sales over known payers: sum of squared shares",
        zh: "近十二个月销售回款集中度（已知付款方份额平方和）"
      },
      empty: {en: "No receipt for a sale from a known payer within the year", zh: "近一年无已知付款方的销售回款"},
      safer: "lower"
    }),
    supplier_hhi_ratio: flows("double", "ratio", {
      about: {
        en: "Concentration of twelve months' payments for purchases over known payees: sum of squared shares",
        zh: "近十二个月采购付款集中度（已知收款方份额平方和）"
      },
      empty: {en: "No payment for a purchase to a known payee within the year", zh: "近一年无已知收款方的采购付款"},
      safer: "lower"
    }),
    customers: flows("bigint", "count", {
      about: {en: "Known parties that paid for sales within twelve months", zh: "近十二个月已知销售付款方数量"},
      empty: noTrade,
      safer: "higher"
    }),
    suppliers: flows("bigint", "count", {
      about: {
        en: "Known parties that were paid for purchases within twelve months",
        zh: "近十二个月已知采购收款方数量"
      },
      empty: noTrade,
      safer: "higher"
    })
  }
});
