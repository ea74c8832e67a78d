import {observationKey} from "../column.js";
import {defineTable, type Text} from "../contract.js";
import {featureFrom} from "../feature.js";

const LINK = ["invoices", "obligors"];
const EVENTS = ["credit_events"];
const ARREARS = ["exposures", "facilities", "repayments"];

const UNDATED: Text = {en: "the source dates no event", zh: "来源不提供事件日期"};

const KINDS = {
  failed: {
    from: EVENTS,
    about: {
      en: "obligors of whom a bankruptcy filing, write-off or default was known by then",
      zh: "当时已知破产申请、核销或违约的债务人"
    },
    unseen: UNDATED
  },
  restructured: {
    from: EVENTS,
    about: {
      en: "obligors of whom a distressed restructuring became known in the 36 months to the observation date",
      zh: "近36个月内获知发生困境重组的债务人"
    },
    unseen: UNDATED
  },
  past_due: {
    from: ARREARS,
    about: {
      en: "obligors more than 30 days past due at the observation date, by the book or by a material instalment then unpaid",
      zh: "观察日逾期超过30天(按账面或达到重要性标准的未结清应还款)的债务人"
    },
    unseen: {en: "the source has no book and no instalments by then", zh: "当时来源无月末敞口与还款记录"}
  }
};

/** `unseen` is what leaves a source silent about the kind. */
function emptyFor(unseen: Text): Text {
  return {
    en: `None of the year's counterparties is known to be an obligor, or ${unseen.en}; 0 where some are and none is of this kind`,
    zh: `近一年交易对手均未识别为债务人,或${unseen.zh};已识别但无此类情形为0`
  };
}

const noTrade: Text = {en: "No such invoices in the year", zh: "近一年无此类发票"};

function shareOf(kind: keyof typeof KINDS, traded: Text) {
  const {from, about, unseen} = KINDS[kind];
  return featureFrom(...LINK, ...from)("double", "share", {
    about: {
      en: `Valid ${traded.en} ${about.en}, in all of the twelve months, refunds not taken off`,
      zh: `近12个月有效${traded.zh}(不扣红字)中,对手为${about.zh}的比例`
    },
    empty: emptyFor(unseen),
    safer: "lower"
  });
}

function linkedShare(traded: Text) {
  return featureFrom(...LINK)("double", "share", {
    about: {
      en: `Valid ${traded.en} obligors of this bank, in all of the twelve months: told by number or registration number, not by name`,
      zh: `近12个月有效${traded.zh}中,对手为本行债务人的比例(按编号或统一社会信用代码识别,不按名称)`
    },
    empty: noTrade,
    safer: "neither"
  });
}

function linkedCount(many: Text) {
  return featureFrom(...LINK)("bigint", "count", {
    about: {
      en: `${many.en} of the twelve months that are obligors of this bank, told by number or registration number`,
      zh: `近12个月${many.zh}中的本行债务人数(按编号或统一社会信用代码识别)`
    },
    empty: noTrade,
    safer: "neither"
  });
}

const toCustomers: Text = {en: "sales invoiced to", zh: "销项金额"};
const fromSuppliers: Text = {en: "purchases invoiced by", zh: "进项金额"};

export const featCounterpartyRisk = defineTable({
  name: "feat_counterparty_risk",
  about: {
    en: "The distress of those it trades with, as far as they are obligors too",
    zh: "交易对手(同为本行债务人者)的风险"
  },
  grain: ["obligor_id", "observation_date"],
  reach: "others",
  columns: {
    ...observationKey,
    linked_customers: linkedCount({en: "Customers", zh: "客户"}),
    sales_to_obligors_share: linkedShare(toCustomers),
    sales_to_failed_share: shareOf("failed", toCustomers),
    sales_to_restructured_share: shareOf("restructured", toCustomers),
    sales_to_past_due_share: shareOf("past_due", toCustomers),
    linked_suppliers: linkedCount({en: "Suppliers", zh: "供应商"}),
    purchases_from_obligors_share: linkedShare(fromSuppliers),
    purchases_from_failed_share: shareOf("failed", fromSuppliers),
    purchases_from_restructured_share: shareOf("restructured", fromSuppliers),
    purchases_from_past_due_share: shareOf("past_due", fromSuppliers)
  }
});
