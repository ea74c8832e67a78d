import {observationKey} from "../column.js";
import {defineTable, type Text} from "../contract.js";
import {featureFrom} from "../feature.js";

const feature = featureFrom("invoices");

/** Each side of the chain has the same figures. */
function sideOf(one: Text, many: Text, traded: Text) {
  const noTrade: Text = {
    en: `No ${traded.en} known with named ${many.en} in the year`,
    zh: `近一年无具名${many.zh}的${traded.zh}`
  };
  const noYears: Text = {
    en: `Named ${traded.en} do not reach two whole years back, or there is none to compare with`,
    zh: `具名${many.zh}的${traded.zh}不足两个完整年度或无可比基数`
  };
  return {
    count: feature("bigint", "count", {
      about: {
        en: `${capital(many.en)} with net valid ${traded.en} above zero in the twelve months to the observation date`,
        zh: `近12个月有效净${traded.zh}为正的${many.zh}数`
      },
      empty: {
        en: `No ${traded.en} known by then; 0 where none falls in the year`,
        zh: `当时无${traded.zh}记录;近一年无交易为0`
      },
      safer: "higher"
    }),
    growth: feature("double", "rate", {
      about: {
        en: `Number of ${many.en} of the twelve months against that of the twelve before, less one`,
        zh: `近12个月${many.zh}数与前12个月之比减一`
      },
      empty: noYears,
      safer: "higher"
    }),
    concentration: feature("double", "ratio", {
      about: {
        en: `Herfindahl index: sum of the squared shares of each ${one.en} in those ${traded.en} of the twelve months that name one, from near 0 to 1`,
        zh: `近12个月各${one.zh}占具名${traded.zh}份额的平方和(赫芬达尔指数),接近0至1`
      },
      empty: noTrade,
      safer: "lower"
    }),
    largest: feature("double", "share", {
      about: {
        en: `${capital(traded.en)} of the largest ${one.en} in those of all named ${many.en}, twelve months`,
        zh: `近12个月最大${one.zh}占具名${traded.zh}的比例`
      },
      empty: noTrade,
      safer: "lower"
    }),
    topFive: feature("double", "share", {
      about: {
        en: `${capital(traded.en)} of the five largest ${many.en} in those of all named ${many.en}, twelve months`,
        zh: `近12个月前五大${many.zh}占具名${traded.zh}的比例`
      },
      empty: noTrade,
      safer: "lower"
    }),
    tenure: feature("double", "months", {
      about: {
        en: `Months since the first invoice with each ${one.en}, weighted by the ${traded.en} of the twelve months; never above the history that is known`,
        zh: `自与各${one.zh}首次开票以来的月数,按近12个月${traded.zh}加权;不超过已知历史`
      },
      empty: noTrade,
      safer: "higher"
    }),
    fresh: feature("double", "share", {
      about: {
        en: `${capital(traded.en)} of the twelve months with ${many.en} first traded with in them, in those of all named ${many.en}`,
        zh: `近12个月内首次交易的${many.zh}占具名${traded.zh}的比例`
      },
      empty: noYears,
      safer: "neither"
    }),
    retained: feature("double", "share", {
      about: {
        en: `Of the net ${traded.en} of the twelve months before, the part with ${many.en} that still trade in the last twelve`,
        zh: `前12个月净${traded.zh}中,近12个月仍有交易的${many.zh}所占比例`
      },
      empty: noYears,
      safer: "higher"
    })
  };
}

function capital(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1);
}

const customer = sideOf({en: "customer", zh: "客户"}, {en: "customers", zh: "客户"}, {en: "sales", zh: "销项金额"});
const supplier = sideOf(
  {en: "supplier", zh: "供应商"},
  {en: "suppliers", zh: "供应商"},
  {en: "purchases", zh: "进项金额"}
);

export const featSupplyChain = defineTable({
  name: "feat_supply_chain",
  about: {
    en: "Whom the obligor sold to and bought from in the year, as known by then",
    zh: "上下游集中度与稳定性"
  },
  grain: ["obligor_id", "observation_date"],
  columns: {
    ...observationKey,
    customers: customer.count,
    customers_growth_rate: customer.growth,
    customer_concentration_ratio: customer.concentration,
    largest_customer_share: customer.largest,
    top_5_customers_share: customer.topFive,
    customer_tenure_months: customer.tenure,
    new_customers_share: customer.fresh,
    retained_customers_share: customer.retained,
    suppliers: supplier.count,
    suppliers_growth_rate: supplier.growth,
    supplier_concentration_ratio: supplier.concentration,
    largest_supplier_share: supplier.largest,
    top_5_suppliers_share: supplier.topFive,
    supplier_tenure_months: supplier.tenure,
    new_suppliers_share: supplier.fresh,
    retained_suppliers_share: supplier.retained
  }
});
