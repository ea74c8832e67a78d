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
  extract: define(
    "Extract",
    "数据抽取",
    "One of the kinds of data that the bank hands over, such as statements or invoices.",
    "银行交付的一类数据,如财务报表、发票。"
  ),
  event_year: define(
    "Year of the event",
    "事件年份",
    "Year of the day that a row is about; all for every year together, undated where the row has no day.",
    "行所述事件所在年份;全部年份合计与无日期的行另列。"
  ),
  quality_score: define(
    "Quality score",
    "质量得分",
    "Mean of what is known of accuracy, completeness and timeliness.",
    "准确性、完整性、及时性中已知各项的平均值。"
  ),
  accuracy: define(
    "Accuracy",
    "准确性",
    "Share of rows that broke no rule: rows in force that fail no check of their own, of the rows in force and in quarantine.",
    "未违反任何规则的行占比:有效且通过行内检查的行数,除以有效行与隔离行之和。"
  ),
  completeness: define(
    "Completeness",
    "完整性",
    "Share of cells that are filled, of the columns that may be empty and usually are not. Dates are left out, as they are empty until their event has come.",
    "可空但通常填写的字段中已填单元格的占比。日期在事件发生前本应为空,不计。"
  ),
  timeliness: define(
    "Timeliness",
    "及时性",
    "Share of rows that became known within the days after their event that the quality policy allows. Empty where publication has no date of its own.",
    "事件发生后在数据质量政策规定天数内获知的行占比。获知日无独立日期时为空。"
  ),
  mean_lag_days: define(
    "Mean lag",
    "平均滞后天数",
    "Mean days from the event to the day on which it became known, of what was not announced ahead of its event.",
    "事件日至获知日的平均天数;事先公布的行不计。"
  ),
  rows_in_force: define(
    "Rows in force",
    "有效行数",
    "Rows that were loaded, that no later delivery has corrected or ended, and that may be used.",
    "已入库、未被后续交付更正或终止且可供使用的行数。"
  ),
  rows_withheld: define(
    "Withheld for want of consent",
    "留存不用行数",
    "Rows that were loaded, that no later delivery has corrected or ended, and that are not used, as no consent of the party that they are about holds on the last day of the data.",
    "已入库且未被后续交付更正或终止,但所涉主体在数据截止日无有效同意,因而不使用的行数。"
  ),
  rows_in: define("Rows handed over", "交付行数", "Records of the files of a batch.", "批次文件中的记录数。"),
  rows_loaded: define("Rows loaded", "入库行数", "Rows of a batch that were loaded.", "批次中入库的行数。"),
  rows_duplicate: define(
    "Duplicates",
    "重复行数",
    "Rows that repeat a loaded row in every column.",
    "与已入库行完全相同的行数。"
  ),
  rows_quarantined: define(
    "Rows in quarantine",
    "隔离行数",
    "Rows that broke a rule and were not loaded; a row that is handed over again in the same words counts once in a score.",
    "违反规则未入库的行数;计分时内容相同的重复交付只计一次。"
  ),
  rows_left_out: define(
    "Rows left out",
    "筛除行数",
    "Rows that the mapping's filter does not take.",
    "按映射筛选条件不装载的行数。"
  ),
  rows_superseded: define(
    "Rows corrected",
    "更正行数",
    "Rows of earlier batches that this one replaces by key.",
    "被本批次按主键更正的早先批次行数。"
  ),
  rows_ended: define(
    "Rows ended",
    "终止行数",
    "Rows of earlier batches that a full delivery no longer has.",
    "全量交付中不再出现的早先批次行数。"
  ),
  rows_checked: define(
    "Rows examined",
    "检查行数",
    "Rows, or control totals, that a check looked at.",
    "检查所覆盖的行数或控制总数。"
  ),
  rows_failing: define("Rows that fail", "不合格行数", "Rows in force that fail a check.", "未通过检查的有效行数。"),
  rows_not_loaded: define(
    "Rows not loaded",
    "未入库行数",
    "Rows that were not loaded, by the first rule that each broke; replayed ones with them.",
    "未入库的行数,按首个违反的规则统计,含已重放的行。"
  ),
  rows_replayed: define(
    "Rows replayed",
    "已重放行数",
    "Rows that a corrected mapping has loaded since.",
    "经更正映射后已重新入库的行数。"
  ),
  batch: define(
    "Batch",
    "批次",
    "Rows of one extract in one delivery, in the order of loading.",
    "一次交付中一类抽取的行,按装载次序编号。"
  ),
  delivery: define("Delivery", "交付", "Batches that became visible together.", "同时生效的一组批次。"),
  delivery_kind: define(
    "Kind of delivery",
    "交付方式",
    "Full: what it lacks has ended. Increment: adds and corrects. Replay: rows out of quarantine.",
    "全量:缺失即终止;增量:新增与更正;重放:自隔离区重新装载。"
  ),
  content_hash: define(
    "Content hash",
    "内容哈希",
    "SHA-256 of the files of a batch and of their mapping; the same content is loaded once.",
    "批次文件与映射的SHA-256;相同内容只装载一次。"
  ),
  control: define(
    "Control total",
    "控制总数",
    "Count of rows, sum of a column, or hash total: the sum of the numbers that the digits of each value form, its last eighteen.",
    "行数、字段合计或哈希合计(各值末十八位数字所成之数的合计)。"
  ),
  control_declared: define("Declared", "申报值", "Total that came with the delivery.", "随交付申报的总数。"),
  control_computed: define("Computed", "计算值", "Total of what came.", "按实际收到的数据计算的总数。"),
  is_reconciled: define(
    "Reconciled",
    "是否一致",
    "Whether declared and computed are equal, to the last digit.",
    "申报值与计算值是否完全一致。"
  ),
  check: define("Check", "检查项", "What must hold of the data in force.", "有效数据应满足的条件。"),
  check_kind: define(
    "Kind of check",
    "检查类型",
    "Key, required cell, reference, identity, range, freshness, volume, drift or control total.",
    "主键、必填、引用、勾稽、取值范围、时效、数量、漂移或控制总数。"
  ),
  severity: define(
    "Severity",
    "严重程度",
    "Whether a check that fails refuses the delivery or warns, by the quality policy.",
    "检查未通过时按政策拒收交付或予以提示。"
  ),
  verdict: define("Verdict", "结论", "Pass, warn or stop.", "通过、提示或拒收。"),
  measured: define(
    "Measured",
    "测量值",
    "Share of rows that fail; days for freshness; rows of a month to their median for volume; distance for drift; breaks for control totals.",
    "不合格行占比;时效为天数;数量为月行数与中位数之比;漂移为分布距离;控制总数为不一致项数。"
  ),
  tolerated: define("Tolerated", "容忍值", "Up to what the policy lets it pass.", "政策允许的界限。"),
  compared: define(
    "What was compared",
    "比较内容",
    "Day of the latest event; month, its rows and the median before; value and the change of its share.",
    "最近事件日;月份、当月行数与此前中位数;取值及其占比变动。"
  ),
  failing_places: define(
    "Where it fails",
    "不合格位置",
    "File and line of the first rows that fail, or the totals that differ.",
    "首批不合格行的文件与行号,或不一致的总数。"
  ),
  quarantine_rule: define("Rule", "规则", "The first rule that a row broke.", "行所违反的首个规则。"),
  source_file: define("File", "文件", "File, and table in it, that a row came from.", "行所在文件及其中的表。"),
  source_line: define("Line", "行号", "Line of the file, or row of the sheet.", "文件行号或工作表行号。"),
  source_column: define(
    "Column",
    "字段",
    "Column of the contract; empty where the row counts.",
    "契约字段;涉及整行时为空。"
  ),
  source_value: define(
    "Value",
    "原值",
    "What stood there, between marks; at most 120 letters of it.",
    "原文,以书名号标示起止,最多显示120字。"
  ),
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
