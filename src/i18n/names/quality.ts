import type {Names} from "./names.js";

export const EXTRACT_NAMES: Names = {
  zh: {
    obligors: "债务人",
    financial_statements: "财务报表",
    facilities: "授信合同",
    exposures: "月末敞口",
    repayments: "还款记录",
    collateral: "押品",
    guarantees: "保证",
    account_transactions: "账户流水",
    invoices: "增值税发票",
    receivables: "应收账款",
    orders: "销售订单",
    qualitative_reviews: "定性评估",
    interactions: "客户反馈",
    relationship_income: "综合收益",
    projects: "项目",
    project_cashflows: "项目现金流",
    macro_series: "宏观序列",
    industry_series: "行业序列",
    fx_rates: "汇率",
    applications: "授信申请",
    credit_events: "信用事件",
    consents: "数据授权",
    outcome_coverage: "结果覆盖"
  },
  en: {
    obligors: "Obligors",
    financial_statements: "Financial statements",
    facilities: "Facilities",
    exposures: "Exposures",
    repayments: "Repayments",
    collateral: "Collateral",
    guarantees: "Guarantees",
    account_transactions: "Account movements",
    invoices: "VAT invoices",
    receivables: "Receivables",
    orders: "Orders",
    qualitative_reviews: "Questionnaires",
    interactions: "Feedback",
    relationship_income: "Relationship income",
    projects: "Projects",
    project_cashflows: "Project cash flows",
    macro_series: "Economic series",
    industry_series: "Industry series",
    fx_rates: "Exchange rates",
    applications: "Applications",
    credit_events: "Credit events",
    consents: "Consents",
    outcome_coverage: "Known outcomes"
  }
};

export const RULES: Names = {
  zh: {
    unreadable: "无法读取",
    wrong_field_count: "字段数不符",
    totals_row: "合计行",
    missing_value: "缺必填值",
    not_a_date: "不是日期",
    not_a_number: "不是数值",
    not_allowed: "取值不在清单",
    bad_format: "格式不符",
    check_digit: "校验码不符",
    sign: "符号不符",
    date_out_of_range: "日期超出范围",
    published_too_early: "获知早于事件",
    accounting_identity: "勾稽不平",
    partial_payment: "未结清却有还款",
    red_letter_sign: "红字发票金额为正",
    unknown_reference: "引用不存在",
    no_exchange_rate: "缺汇率",
    key_conflict: "主键冲突",
    duplicate: "重复行"
  },
  en: {
    unreadable: "unreadable",
    wrong_field_count: "wrong number of fields",
    totals_row: "row of totals",
    missing_value: "missing value",
    not_a_date: "not a date",
    not_a_number: "not a number",
    not_allowed: "value not on the list",
    bad_format: "wrong format",
    check_digit: "wrong check digit",
    sign: "wrong sign",
    date_out_of_range: "date out of range",
    published_too_early: "known before its event",
    accounting_identity: "does not balance",
    partial_payment: "paid though open",
    red_letter_sign: "red letter above zero",
    unknown_reference: "refers to nothing",
    no_exchange_rate: "no exchange rate",
    key_conflict: "key taken",
    duplicate: "duplicate"
  }
};

export const CHECK_KINDS: Names = {
  zh: {
    key: "主键",
    required: "必填",
    reference: "引用",
    identity: "勾稽",
    range: "取值范围",
    freshness: "时效",
    volume: "数量",
    drift: "漂移",
    control: "控制总数"
  },
  en: {
    key: "Key",
    required: "Required",
    reference: "Reference",
    identity: "Identity",
    range: "Range",
    freshness: "Freshness",
    volume: "Volume",
    drift: "Drift",
    control: "Control total"
  }
};

export const VERDICTS: Names = {
  zh: {pass: "通过", warn: "提示", stop: "拒收"},
  en: {pass: "passes", warn: "warns", stop: "stops"}
};

export const CONTROL_KINDS: Names = {
  zh: {rows: "行数", sum: "合计", hash_total: "哈希合计"},
  en: {rows: "Rows", sum: "Sum", hash_total: "Hash total"}
};

export const DELIVERY_KINDS: Names = {
  zh: {full: "全量", increment: "增量", replay: "重放"},
  en: {full: "Full", increment: "Increment", replay: "Replay"}
};

export const PARTS: Names = {
  zh: {accuracy: "准确性", completeness: "完整性", timeliness: "及时性"},
  en: {accuracy: "accuracy", completeness: "completeness", timeliness: "timeliness"}
};
