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
  input_version: define("Version", "版本", "Content hash or version of the input.", "输入的内容哈希或版本。"),
  feature_table: define(
    "Feature table",
    "特征表",
    "Table of features about one subject, a row for each obligor and observation date.",
    "同一主题的特征表,每个债务人每个观察日一行。"
  ),
  feature: define(
    "Feature",
    "特征",
    "Column of a feature table: what was known of an obligor on the observation date, as one value.",
    "特征表的字段:观察日对某债务人所知信息的一个数值。"
  ),
  feature_order: define("Place", "次序", "Place of the feature in its table.", "特征在表内的次序。"),
  feature_definition: define(
    "Definition of the feature",
    "特征定义",
    "What the feature is: numerator, denominator and window.",
    "特征的含义:分子、分母与时间窗口。"
  ),
  feature_unit: define("Unit", "单位", "Unit of the feature's values.", "特征值的单位。"),
  feature_sources: define(
    "Sources",
    "数据来源",
    "Extracts whose facts move the feature, and no others.",
    "其数据会影响该特征的数据抽取,仅此而已。"
  ),
  feature_direction: define(
    "Declared direction",
    "声明方向",
    "Which way is safer, all else equal, as the contract of the feature says: higher, lower or neither.",
    "特征契约声明的安全方向(其他条件相同):越高、越低或不确定。"
  ),
  feature_empty: define(
    "When there is no value",
    "缺失含义",
    "What it means that the feature has no value. No value is never zero.",
    "特征无值的含义;无值不等于零。"
  ),
  feature_sql: define("SQL", "SQL 语句", "The statement that makes the table.", "生成该表的语句。"),
  feature_count: define("Features", "特征数", "Features of the table.", "表中特征数。"),
  feature_rows: define(
    "Obligors",
    "债务人数",
    "Rows of the feature table on the observation date: obligors in the book.",
    "观察日特征表行数,即在册债务人数。"
  ),
  feature_missing_share: define(
    "Missing share",
    "缺失率",
    "Obligors without a value, divided by obligors in the book.",
    "无值债务人数除以在册债务人数。"
  ),
  feature_zero_share: define(
    "Zero share",
    "零值占比",
    "Values that are zero, divided by all values that are there.",
    "零值个数除以有值个数。"
  ),
  feature_quantile: define(
    "Quantile",
    "分位数",
    "Smallest value that such a share of the values does not exceed: the 50th is the median. Missing values are left out; a flag counts as 0 or 1.",
    "不小于相应比例取值的最小值;第50分位即中位数。缺失值不计,是否类特征按0、1计。"
  ),
  feature_base_date: define(
    "Base of the stability",
    "稳定性基准日",
    "First yearly observation date on which at least 50 obligors have a value.",
    "首个有值债务人不少于50户的年度观察日。"
  ),
  feature_psi: define(
    "Population stability index",
    "群体稳定性指标",
    "Sum over bins of (share now less share at the base) x ln(share now / share at the base). Bins are deciles of the base; missing values are a bin of their own. 0.10 and 0.25 are rules of thumb.",
    "各箱(当期占比−基准占比)×两占比之比的对数之和。按基准日十分位分箱,缺失单独成箱。经验界限0.10与0.25。"
  ),
  feature_psi_critical: define(
    "Critical value of the index",
    "稳定性临界值",
    "What the index of two samples of one population exceeds once in twenty times: (1/n + 1/m) x chi-squared, with one degree less than bins.",
    "两样本来自同一总体时指标有5%概率超过的值:(1/n+1/m)×卡方分位数,自由度为箱数减一。"
  ),
  feature_iv: define(
    "Information value",
    "信息价值",
    "Sum over bins of (share of goods less share of bads) x weight of evidence, among obligors not in default whose outcome is known, on yearly dates of the training sample. Half a row is added to every cell. It tells how the feature alone goes with default, not what it adds to others, and it is measured on the rows that chose the bins.",
    "各箱(好户占比−坏户占比)×证据权重之和,样本为训练期年度观察日未违约且结果已知的债务人,每格加0.5。仅反映单个特征与违约的关系,不表示对其他特征的增量,且分箱与度量使用同一样本。"
  ),
  feature_iv_critical: define(
    "Chance level of the information value",
    "信息价值随机水平",
    "What the information value of a feature that has nothing to do with default exceeds once in twenty times. One obligor counts once a year, so that the true level is somewhat higher.",
    "与违约无关的特征其信息价值有5%概率超过的值;同一债务人每年计一次,真实水平略高。"
  ),
  feature_gini: define(
    "Gini of the feature",
    "单特征基尼系数",
    "Pairs of a good and a bad obligor with the good one in the higher bin, less those with the bad one there, divided by all pairs. Positive where higher is safer. Missing values are left out.",
    "好坏户配对中好户所在箱较高的对数减去坏户较高的对数,除以总对数。正值表示越高越安全;缺失值不计。"
  ),
  feature_observations: define(
    "Outcomes known",
    "已知结果数",
    "Obligors not in default, on yearly observation dates of the training sample, whose outcome in the performance window is known.",
    "训练期年度观察日未违约且表现期结果已知的债务人次。"
  ),
  feature_defaults: define(
    "Defaults",
    "违约数",
    "Of these, those that defaulted in the performance window.",
    "其中表现期内违约的户次。"
  ),
  feature_bin: define(
    "Bin",
    "分箱",
    "Values above the lower and up to the upper end. Deciles of the values with a known outcome; neighbours are joined until each has 25 rows; missing values are a bin of their own.",
    "大于下限且不超过上限的取值。按结果已知样本的十分位分箱,不足25行的与相邻箱合并,缺失单独成箱。"
  ),
  feature_bin_rate: define(
    "Default rate of the bin",
    "分箱违约率",
    "Defaults divided by outcomes known in the bin.",
    "箱内违约数除以已知结果数。"
  ),
  feature_woe: define(
    "Weight of evidence",
    "证据权重",
    "ln(share of goods / share of bads) of the bin, with half a row added to every cell; positive is safer than the book.",
    "好户占比与坏户占比之比的对数,每格加0.5;正值表示较整体更安全。"
  ),
  flow_basis: define(
    "Basis",
    "现金流依据",
    "What quarterly cash flow is read from: statements for the year so far, or movements on accounts at this bank.",
    "季度现金流的来源:累计财务报表,或本行账户流水。"
  ),
  projection_year: define(
    "Year of projection",
    "预测年份",
    "Year of the date on which it was projected.",
    "作出预测的年份。"
  ),
  quarter_ahead: define(
    "Quarter ahead",
    "未来季度",
    "1 is the first calendar quarter that begins after the observation date, 4 the last that is projected.",
    "1为观察日后开始的第一个自然季度,4为所预测的最后一个季度。"
  ),
  projected_quarter_end: define(
    "Quarter end",
    "季度末",
    "Last day of the quarter projected.",
    "所预测季度的最后一日。"
  ),
  projection_outcomes: define(
    "Outcomes",
    "已有实际值",
    "Projections of past dates whose cash flow is known by now, of obligors that stayed in the book.",
    "历史预测中现金流已知的数量,限于仍在册的债务人。"
  ),
  projection_inside: define(
    "In the interval",
    "落入区间",
    "Outcomes within the interval projected.",
    "落入预测区间的数量。"
  ),
  projection_below: define(
    "Below the interval",
    "低于区间",
    "Outcomes below the interval projected.",
    "低于预测区间下限的数量。"
  ),
  nominal_coverage: define(
    "Nominal coverage",
    "名义覆盖率",
    "Share of outcomes that the interval is meant to hold.",
    "区间应覆盖的实际值占比。"
  ),
  interval_coverage: define(
    "Coverage",
    "实际覆盖率",
    "Outcomes in the interval divided by outcomes.",
    "落入区间的数量除以已有实际值的数量。"
  ),
  projection_bias: define(
    "Bias",
    "平均偏差",
    "Mean of outcome less projection, in quarterly sales; above zero where projections were too low.",
    "实际减预测的均值,以季度销售额计;大于零表示预测偏低。"
  ),
  projection_error: define(
    "Error",
    "平均绝对误差",
    "Mean distance of outcome and projection, in quarterly sales.",
    "实际与预测的平均绝对差,以季度销售额计。"
  ),
  naive_error: define(
    "Error of last year's quarter",
    "同季外推误差",
    "The same where the latest known flow of the same quarter of a year stands for the projection.",
    "以最近已知同季现金流作预测时的平均绝对误差。"
  ),
  cash_flow_projected: define(
    "Cash flow projected",
    "预测现金流",
    "Net operating cash flow projected for the quarter.",
    "预测的季度经营现金流净额。"
  ),
  cash_flow_low: define("Lower end", "区间下限", "Lower end of the interval of the cash flow.", "预测现金流区间下限。"),
  cash_flow_high: define(
    "Upper end",
    "区间上限",
    "Upper end of the interval of the cash flow.",
    "预测现金流区间上限。"
  ),
  debt_service: define(
    "Due to this bank",
    "应还本息",
    "Principal and interest that fall due to this bank in the quarter; arrears, and loans past maturity, in the first.",
    "当季应付本行本息;欠款及已到期贷款计入第一季度。"
  ),
  cash_cover: define(
    "Cash cover",
    "现金保障倍数",
    "Cash flow projected divided by what is due to this bank; empty where nothing is due or either is not known.",
    "预测现金流除以应还本息;无应还或任一未知时为空。"
  ),
  cash_cover_low: define(
    "Cover, lower end",
    "保障倍数下限",
    "Lower end of the cash flow, to what is due.",
    "现金流区间下限除以应还本息。"
  ),
  cash_cover_high: define(
    "Cover, upper end",
    "保障倍数上限",
    "Upper end of the cash flow, to what is due.",
    "现金流区间上限除以应还本息。"
  ),
  obligors_with_cover: define(
    "Obligors with a cover",
    "可计算保障倍数户数",
    "Obligors with a projection and something due to this bank in the quarter.",
    "有预测且当季有应还本息的债务人数。"
  ),
  obligors_short: define(
    "Projected to fall short",
    "预计不足户数",
    "Of these, obligors whose cash cover is below 1.",
    "其中现金保障倍数低于1的户数。"
  ),
  obligors_surely_short: define(
    "Short at the upper end",
    "区间上限仍不足户数",
    "Of these, obligors whose cover is below 1 even at the upper end of the interval.",
    "其中区间上限的保障倍数仍低于1的户数。"
  ),
  short_share: define(
    "Share projected to fall short",
    "预计不足占比",
    "Obligors projected to fall short divided by obligors with a cover.",
    "预计不足户数除以可计算保障倍数户数。"
  )
} as const satisfies Readonly<Record<string, Definition>>;

export type DefinitionId = keyof typeof DEFINITIONS;
