import {define} from "./define.js";

/** The catalogue of features. */
export const FEATURES_DEFINITIONS = {
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
  )
};
