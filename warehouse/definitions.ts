import type {Text} from "./contract.js";

/** What a published figure means, once, in both languages. Mart columns refer to these by id. */
export interface Definition {
  readonly title: Text;
  readonly meaning: Text;
}

function define(en: string, zh: string, meaningEn: string, meaningZh: string): Definition {
  return {title: {en, zh}, meaning: {en: meaningEn, zh: meaningZh}};
}

export const DEFINITIONS = {
  observation_date: define(
    "Observation date",
    "观察日",
    "Month end whose knowledge is used: nothing that became known later enters.",
    "月末日期;只使用当日及之前已获知的信息。"
  ),
  dimension: define("Dimension", "维度", "The view by which the book is divided.", "组合划分所依据的维度。"),
  member: define("Class", "类别", "One class of a dimension.", "维度中的一个类别。"),
  member_order: define(
    "Order",
    "次序",
    "Place of the class in its dimension, safest or first at 0.",
    "类别在维度中的次序。"
  ),
  obligor_count: define(
    "Obligors",
    "债务人数",
    "Obligors in the book at the observation date: taken on, and not written off or closed.",
    "观察日在册的债务人:已建立授信关系且未核销、未结清退出。"
  ),
  drawn: define(
    "Exposure",
    "敞口",
    "Principal outstanding at the observation date, summed over facilities, in the reporting currency. Empty where the source has no exposures.",
    "观察日各授信未偿本金之和(报告货币)。来源未提供敞口时为空。"
  ),
  limit: define(
    "Limit",
    "授信额度",
    "Limits in force at the observation date, summed over facilities.",
    "观察日有效授信额度之和。"
  ),
  pd: define(
    "12-month PD",
    "12个月违约概率",
    "Probability of default within twelve months after the observation date, as the model in force estimates it.",
    "现行模型估计的观察日后12个月内违约概率。"
  ),
  mean_pd: define(
    "Mean PD",
    "平均违约概率",
    "Expected defaults divided by rated obligors that are not in default.",
    "预期违约数除以未违约的已评级债务人数。"
  ),
  expected_defaults: define(
    "Expected defaults",
    "预期违约数",
    "Sum of the PDs of rated obligors that are not in default.",
    "未违约的已评级债务人违约概率之和。"
  ),
  rated_count: define(
    "Rated obligors",
    "已评级债务人数",
    "Obligors with a grade that are not in default at the observation date.",
    "观察日已评级且未违约的债务人数。"
  ),
  in_default_count: define(
    "Obligors in default",
    "违约债务人数",
    "Obligors in the book whose default, by the written definition, came on or before the observation date.",
    "观察日或之前按书面定义已违约且仍在册的债务人数。"
  ),
  outcomes_known: define(
    "Outcomes known",
    "已知结果数",
    "Rated obligors whose outcome is known: the window is complete and the source tells what came.",
    "表现期已满且来源提供结果的已评级债务人数。"
  ),
  defaults_observed: define(
    "Observed defaults",
    "实际违约数",
    "Rated obligors that defaulted in the twelve months after the observation date. Empty while the window is open.",
    "观察日后12个月内违约的已评级债务人数;表现期未满时为空。"
  ),
  odr: define(
    "Observed default rate",
    "实际违约率",
    "Observed defaults divided by outcomes known.",
    "实际违约数除以已知结果数。"
  ),
  odr_interval: define(
    "95% interval of the observed rate",
    "实际违约率的95%置信区间",
    "Wilson's interval of the observed default rate from observed defaults and outcomes known. It treats defaults as independent; as those of one year share its economy, the true interval is wider.",
    "由实际违约数与已知结果数按威尔逊法得出的实际违约率置信区间。假定各户违约相互独立;同一年份的违约受同一经济环境影响,真实区间更宽。"
  ),
  book_share: define(
    "Share of the book",
    "组合占比",
    "Exposure of a class divided by that of the whole book; obligors where the source has no exposures.",
    "某类别敞口除以全组合敞口;来源未提供敞口时按户数计。"
  ),
  weak_share: define(
    "Share of BB or worse",
    "BB级及以下占比",
    "Share of the book in grade BB or a riskier one, default with it; the riskier half of the grades where the scale has no BB.",
    "BB级及更低等级(含违约)占组合的比例;主标尺无BB级时取风险较高的一半等级。"
  ),
  in_default_share: define(
    "Share in default",
    "违约户数占比",
    "Obligors in default divided by obligors in the book.",
    "违约债务人数除以在册债务人数。"
  ),
  unchanged_share: define(
    "Share that kept its grade",
    "等级不变占比",
    "Obligors in the same grade twelve months later, divided by those still in the book, default with them.",
    "12个月后等级不变的债务人数,除以仍在组合(含违约)的债务人数。"
  ),
  growth: define(
    "Growth",
    "增长率",
    "Value now divided by the value a year before, less one.",
    "本期值除以一年前的值再减一。"
  ),
  change: define("Change", "变动", "Value now less the value a year before.", "本期值减去一年前的值。"),
  grade: define(
    "Grade",
    "信用等级",
    "Band of the master scale that holds the PD; D for an obligor in default.",
    "违约概率所在的主标尺等级;违约债务人为D级。"
  ),
  grade_lower_pd: define("Lower PD", "违约概率下限", "Lower end of the grade's PD band.", "该等级违约概率区间下限。"),
  grade_upper_pd: define("Upper PD", "违约概率上限", "Upper end of the grade's PD band.", "该等级违约概率区间上限。"),
  previous_grade: define(
    "Grade a year before",
    "一年前等级",
    "Grade twelve months before the observation date; empty where the obligor was not rated then.",
    "观察日前12个月的等级;当时未评级则为空。"
  ),
  tier: define(
    "Tier",
    "客户层级",
    "Strategic, core or general, from contribution, potential and risk with the weights of the policy in force.",
    "依据现行政策权重,由贡献、潜力与风险综合得出的战略、核心或一般层级。"
  ),
  tier_contribution: define(
    "Contribution score",
    "贡献得分",
    "Rank, from 0 to 1, of a year's interest margin less expected loss.",
    "年度利差减预期损失的分位,0至1。"
  ),
  tier_potential: define(
    "Potential score",
    "潜力得分",
    "Rank, from 0 to 1, of sales growth and unused limit.",
    "销售增长与未用额度的分位,0至1。"
  ),
  tier_risk: define(
    "Risk score",
    "风险得分",
    "Rank, from 0 to 1, of the PD, safest at 1.",
    "违约概率的分位,最安全为1。"
  ),
  industry_section: define("Industry", "行业", "Section of GB/T 4754-2017.", "国民经济行业分类门类 (GB/T 4754-2017)。"),
  size_class: define(
    "Size",
    "企业规模",
    "Large, medium, small or micro by the 2017 statistical classification (国统字〔2017〕213号); not applicable where the table has no row for the industry.",
    "按《统计上大中小微型企业划分办法(2017)》划分的大、中、小、微;办法未覆盖的行业为不适用。"
  ),
  region: define("Region", "地区", "Province-level division of the obligor.", "债务人所在省级行政区。"),
  from_grade: define("From grade", "期初等级", "Grade at the observation date.", "观察日等级。"),
  to_grade: define(
    "To grade",
    "期末等级",
    "Grade twelve months later; D for a default within the window, left for an obligor no longer in the book.",
    "12个月后的等级;期间违约为D,退出组合为“退出”。"
  ),
  pseudonym: define(
    "Pseudonym",
    "代号",
    "A keyed hash that stands for the obligor where its name may not be shown.",
    "以密钥哈希生成的债务人代号,用于不得显示名称之处。"
  ),
  obligor_id: define(
    "Obligor number",
    "债务人编号",
    "Number of the obligor in the bank's systems.",
    "银行系统中的债务人编号。"
  ),
  obligor_name: define("Name", "名称", "Registered name of the obligor.", "债务人注册名称。"),
  registration_number: define(
    "Registration number",
    "统一社会信用代码",
    "Unified social credit code.",
    "统一社会信用代码。"
  ),
  days_past_due: define(
    "Days past due",
    "逾期天数",
    "Days since the oldest material instalment that was unpaid at the observation date fell due.",
    "观察日最早一笔未结清重大应还款项的逾期天数。"
  ),
  model_id: define(
    "Model",
    "模型",
    "Identifier of the fitted model: its kind, and a hash of all its coefficients and transforms.",
    "模型标识:模型种类与其全部系数、变换的哈希。"
  ),
  split: define("Sample", "样本", "Part of the data on which the figure was measured.", "度量所用的样本划分。"),
  metric: define("Measure", "指标", "What was measured.", "所度量的指标。"),
  metric_value: define("Value", "数值", "The measured value.", "度量值。"),
  metric_lower: define("Lower bound", "下限", "Lower end of the 95 % interval.", "95%置信区间下限。"),
  metric_upper: define("Upper bound", "上限", "Upper end of the 95 % interval.", "95%置信区间上限。"),
  sample_size: define("Observations", "观测数", "Obligor observations in the sample.", "样本中的债务人观测数。"),
  event_count: define("Defaults", "违约数", "Defaults in the sample.", "样本中的违约数。"),
  run_step: define("Step", "步骤", "One step of the run.", "运行步骤。"),
  table_name: define("Table", "表", "Table in the warehouse.", "仓库中的表。"),
  row_count: define("Rows", "行数", "Rows of the table.", "表的行数。"),
  input_kind: define(
    "Kind of input",
    "输入类型",
    "Extract, policy, code, model, seed or setting.",
    "抽取、政策、代码、模型、种子或设置。"
  ),
  input_name: define("Input", "输入", "Name of the input.", "输入名称。"),
  input_version: define("Version", "版本", "Content hash or version of the input.", "输入的内容哈希或版本。")
} as const satisfies Readonly<Record<string, Definition>>;

export type DefinitionId = keyof typeof DEFINITIONS;
