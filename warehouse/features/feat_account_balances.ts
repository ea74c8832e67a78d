import {observationKey} from "../column.js";
import {defineTable} from "../contract.js";
import {featureFrom} from "../feature.js";

const flows = featureFrom("account_transactions");
const withBook = featureFrom("account_transactions", "exposures", "facilities");
const noBalance = {
  en: "No balance stated within the two years to then, or nothing went out in the quarter",
  zh: "届时近两年无余额记录，或近三个月无流出"
};

export const featAccountBalances = defineTable({
  name: "feat_account_balances",
  about: {en: "What lies on the accounts at this bank, against what is spent", zh: "本行账户余额与支出对比"},
  grain: ["obligor_id", "observation_date"],
  columns: {
    ...observationKey,
    balance_outflow_days: flows("double", "days", {
      about: {
        en: "Balance last stated, in days of the mean outflow of the last three months",
        zh: "最近余额可支付的天数（按近三个月日均流出）"
      },
      empty: noBalance,
      safer: "higher"
    }),
    lowest_balance_outflow_days: flows("double", "days", {
      about: {
        en: "Lowest balance of the last three months, in days of their mean outflow",
        zh: "近三个月最低余额可支付的天数（按同期日均流出）"
      },
      empty: noBalance,
      safer: "higher"
    }),
    low_balance_share: flows("double", "share", {
      about: {
        en: "Days of the last three months with less than five days' mean outflow on the accounts, among the days whose balance is known; a balance holds from its day until the next one stated",
        zh: "近三个月余额低于五天日均流出的天数占余额已知天数比（余额自当日延续至下一笔记录）"
      },
      empty: noBalance,
      safer: "lower"
    }),
    overdrawn_share: flows("double", "share", {
      about: {
        en: "Days of the last three months with a balance below zero, among the days whose balance is known",
        zh: "近三个月余额为负的天数占余额已知天数比"
      },
      empty: {en: "No balance stated within the two years to then", zh: "届时近两年无余额记录"},
      safer: "lower"
    }),
    balance_range_share: flows("double", "share", {
      about: {
        en: "Highest less lowest balance of the last three months, to the highest",
        zh: "近三个月最高与最低余额之差占最高余额比"
      },
      empty: {
        en: "No balance above zero in the last three months, or none stated within two years",
        zh: "近三个月无正余额，或近两年无余额记录"
      },
      safer: "lower"
    }),
    balance_growth_rate: flows("double", "rate", {
      about: {en: "Balance last stated against that of a year before", zh: "最近余额较一年前余额的增长率"},
      empty: {
        en: "No balance within the two years to then, or none above zero a year before that was stated in these",
        zh: "近两年无余额记录，或其中一年前无正余额"
      },
      safer: "higher"
    }),
    balance_to_drawn_ratio: withBook("double", "ratio", {
      about: {en: "Balance last stated to principal outstanding", zh: "最近余额与未偿本金之比"},
      empty: {
        en: "No balance stated within the two years to then, or nothing drawn",
        zh: "届时近两年无余额记录，或无未偿本金"
      },
      safer: "higher"
    })
  }
});
