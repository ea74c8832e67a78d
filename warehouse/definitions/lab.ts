import {define} from "./define.js";

/** Experiments: how models were trained, and how they fared. */
export const LAB_DEFINITIONS = {
  experiment: define(
    "Experiment",
    "实验",
    "One training of a model: its name, and the first letters of a hash over spec, data and model.",
    "模型的一次训练;编号由模型名与规格、数据及模型的哈希前几位组成。"
  ),
  experiment_order: define(
    "Order",
    "次序",
    "Place of the experiment by the time of its training, the first at 0.",
    "实验按训练时间的次序,最早为0。"
  ),
  experiment_model: define(
    "Model",
    "模型",
    "Short name of the model in its spec; experiments of one name are versions of it.",
    "规格中的模型简称;同名实验为同一模型的不同版本。"
  ),
  experiment_title: define("Title", "标题", "What the spec calls the model.", "规格中的模型标题。"),
  experiment_purpose: define("Purpose", "用途", "What the spec says that the model is for.", "规格中说明的模型用途。"),
  experiment_method: define(
    "Method",
    "方法",
    "How the model learns: points scorecard, logistic regression, or random forest.",
    "建模方法:评分卡、逻辑回归或随机森林。"
  ),
  experiment_options: define(
    "Options chosen",
    "所选参数",
    "The options of the method that the training rows chose, each with its value.",
    "由训练样本选定的方法参数及取值。"
  ),
  experiment_trained: define(
    "Trained",
    "训练日期",
    "Day on which the experiment was first trained.",
    "实验首次训练的日期。"
  ),
  experiment_period: define(
    "Training period",
    "训练期间",
    "First and last observation date of the training rows; empty where rows have no date.",
    "训练样本的首末观察日;样本无日期时为空。"
  ),
  experiment_hash: define(
    "Hashes",
    "哈希",
    "SHA-256 of the spec, of the training rows and of the model, and the version of the code: equal ones give equal models.",
    "规格、训练数据与模型的SHA-256及代码版本;相同则模型相同。"
  ),
  experiment_seed: define(
    "Seed",
    "随机种子",
    "Seed of everything random in the training.",
    "训练中一切随机抽取的种子。"
  ),
  experiment_features: define(
    "Features",
    "特征数",
    "Features without which the model gives no PD.",
    "模型给出违约概率所需的特征数。"
  ),
  fold_deviation: define(
    "Deviation between folds",
    "各折标准差",
    "Standard deviation of the AUC over single folds of the cross-validation.",
    "交叉验证各折AUC的标准差。"
  ),
  is_champion: define(
    "Champion",
    "冠军模型",
    "Whether the experiment is the one promoted for this source.",
    "该实验是否为本来源已采用的模型。"
  ),
  scorecard_scaling: define(
    "Scaling",
    "刻度",
    "Points that an obligor starts from, points that double the odds of non-default, and the score at the base odds.",
    "起始分、使未违约赔率翻倍的分值,以及基准赔率对应的得分。"
  ),
  experiment_sample: define(
    "Sample",
    "样本",
    "Rows on which a figure was measured: training rows, rows of obligors held out in cross-validation, or later rows of the validation period.",
    "度量所用样本:训练样本、交叉验证中留出的债务人,或其后验证期样本。"
  ),
  experiment_metric: define("Measure", "指标", "What was measured.", "度量的内容。"),
  experiment_value: define("Value", "数值", "Value of the measure on the sample.", "该指标在样本上的数值。"),
  experiment_interval: define(
    "95% interval",
    "95%置信区间",
    "Interval of the measure, by DeLong for the AUC; empty where none is computed.",
    "指标的置信区间;AUC按DeLong法;未计算时为空。"
  ),
  sample_observations: define(
    "Observations",
    "观测数",
    "Obligor dates with a known outcome in the sample, group or bin.",
    "样本、分组或分箱中已知结果的债务人观测数。"
  ),
  sample_defaults: define("Defaults", "违约数", "Defaults among them.", "其中的违约数。"),
  tuning_rung: define(
    "Rung",
    "轮次",
    "One round of the competition between options; the last is on all training obligors.",
    "参数竞争的一轮;最后一轮使用全部训练债务人。"
  ),
  tuning_candidate: define(
    "Candidate",
    "候选",
    "One value for every option that the spec leaves open.",
    "规格中待定参数的一组取值。"
  ),
  tuning_share: define(
    "Share of obligors",
    "债务人占比",
    "Share of the training obligors on which the rung was run.",
    "该轮所用训练债务人的占比。"
  ),
  tuning_loss: define(
    "Log loss",
    "对数损失",
    "Mean log loss of held-out obligors; empty where the candidate could not be fitted.",
    "留出债务人的平均对数损失;无法拟合时为空。"
  ),
  tuning_winner: define(
    "Winner",
    "胜出",
    "Whether the candidate had the lowest loss on the last rung.",
    "是否在最后一轮损失最低。"
  ),
  exclusion_reason: define(
    "Reason",
    "原因",
    "Why rows of the population were left out of the training.",
    "总体中的行未进入训练的原因。"
  ),
  exclusion_rows: define(
    "Rows left out",
    "排除行数",
    "Obligor dates that were left out for the reason.",
    "因该原因排除的观测数。"
  ),
  selection_fate: define(
    "What became of it",
    "结果",
    "What the selection did with a candidate feature, and the figure that decided.",
    "变量筛选对候选特征的处理及其依据。"
  ),
  selection_value: define(
    "Deciding figure",
    "依据数值",
    "Correlation, variance inflation, coefficient or p-value that decided.",
    "决定取舍的相关系数、方差膨胀因子、系数或p值。"
  ),
  selection_limit: define("Limit", "界限", "What the deciding figure was held against.", "依据数值所对照的界限。"),
  characteristic: define("Characteristic", "变量", "A feature of the model.", "模型中的特征。"),
  characteristic_order: define("Order", "次序", "Place of the feature in the model.", "特征在模型中的次序。"),
  characteristic_coefficient: define(
    "Coefficient",
    "系数",
    "Of the weight of evidence (scorecard) or the normal score (logistic regression) in the log odds of default.",
    "证据权重(评分卡)或正态得分(逻辑回归)对违约对数赔率的系数。"
  ),
  characteristic_error: define("Standard error", "标准误", "Standard error of the coefficient.", "系数的标准误。"),
  characteristic_p: define(
    "p-value",
    "p值",
    "Two-sided p-value of the coefficient, by Wald.",
    "系数的双侧沃尔德检验p值。"
  ),
  characteristic_vif: define(
    "Variance inflation",
    "方差膨胀",
    "Variance inflation of the feature among the others; 1 where unrelated to them.",
    "特征相对其他特征的方差膨胀因子;无关时为1。"
  ),
  characteristic_iv: define(
    "Information value",
    "信息价值",
    "Information value of the bins of the feature on the training rows.",
    "特征分箱在训练样本上的信息价值。"
  ),
  characteristic_bin: define(
    "Bin",
    "分箱",
    "One bin of a feature: an interval (above its lower end, up to its upper end), a special value, some categories, missing, or unseen in training.",
    "特征的一个分箱:区间(大于下限、不超过上限)、特殊值、若干类别、缺失或训练中未见。"
  ),
  characteristic_woe: define(
    "Weight of evidence",
    "证据权重",
    "Log of the bin's share of non-defaults over its share of defaults, with a prior; positive is safer.",
    "分箱的未违约占比与违约占比之比的对数(含先验);正值更安全。"
  ),
  characteristic_points: define(
    "Points",
    "分值",
    "Whole points that the bin adds to the score; higher is safer.",
    "分箱计入得分的整数分值;越高越安全。"
  ),
  bin_rate: define(
    "Default rate",
    "违约率",
    "Defaults divided by observations of the bin.",
    "分箱的违约数除以观测数。"
  ),
  bin_share: define(
    "Share",
    "占比",
    "Observations of the bin divided by those of the year.",
    "分箱观测数除以当年观测数。"
  ),
  stability_year: define("Year", "年份", "Year of the observation date.", "观察日所在年份。"),
  bin_psi: define(
    "PSI",
    "稳定性指标",
    "Population stability index of the bins in the year against the training rows.",
    "当年分箱相对训练样本的群体稳定性指标。"
  ),
  bin_psi_critical: define(
    "Critical PSI",
    "临界值",
    "What chance alone exceeds once in twenty times.",
    "仅由随机因素、二十次中超过一次的数值。"
  ),
  bin_crossed: define(
    "Order crossed",
    "次序颠倒",
    "Whether the bin and its neighbour changed the order of their default rates, beyond chance at 5 %.",
    "该分箱与相邻分箱的违约率次序颠倒且超出5%随机水平。"
  ),
  curve_point: define(
    "Point",
    "点",
    "Point of the curve, from the riskiest cut to the safest.",
    "曲线上的点,由风险最高的切分到最低。"
  ),
  called_share: define(
    "Share called risky",
    "判为高风险占比",
    "Share of all observations at or above the cut.",
    "切分处及以上的观测占比。"
  ),
  hit_rate: define(
    "Hit rate",
    "命中率",
    "Share of defaults at or above the cut.",
    "切分处及以上的违约占全部违约的比例。"
  ),
  false_alarm_rate: define(
    "False alarm rate",
    "误报率",
    "Share of non-defaults at or above the cut.",
    "切分处及以上的未违约占全部未违约的比例。"
  ),
  group_part: define(
    "Tenth",
    "十分位",
    "Tenth of the observations by PD, the safest first; equal PDs stay together.",
    "按违约概率分成的十等份,最安全者在前;相同概率归入同组。"
  ),
  group_pd: define("Mean PD", "平均违约概率", "Mean PD of the group.", "组内平均违约概率。"),
  group_rate: define(
    "Observed default rate",
    "实际违约率",
    "Defaults divided by observations of the group or year.",
    "组内或当年违约数除以观测数。"
  ),
  group_interval: define(
    "95% interval of the observed rate",
    "实际违约率的95%置信区间",
    "Jeffreys' interval of the observed rate; it treats defaults as independent.",
    "实际违约率的杰弗里斯区间;假定违约相互独立。"
  ),
  captured_share: define(
    "Defaults captured",
    "捕获违约占比",
    "Share of all defaults in this group and the riskier ones.",
    "本组及风险更高各组的违约占全部违约的比例。"
  ),
  spread_pd: define(
    "PD class",
    "违约概率区间",
    "Class of the PD, each twice the one before.",
    "违约概率区间,每档上限为前一档的两倍。"
  ),
  year_expected: define("Expected defaults", "预期违约数", "Sum of the PDs of the year.", "当年违约概率之和。"),
  year_auc: define(
    "AUC of the year",
    "当年AUC",
    "Probability that of two obligors of the year, one that defaults and one that does not, the riskier PD is that of the one that defaults.",
    "当年任取一户违约与一户未违约,违约者概率更高的可能性。"
  ),
  pair_first: define(
    "First model",
    "模型一",
    "The experiment of the two that was trained first.",
    "两个实验中较早训练者。"
  ),
  pair_second: define(
    "Second model",
    "模型二",
    "The experiment of the two that was trained later.",
    "两个实验中较晚训练者。"
  ),
  pair_auc: define(
    "AUC on shared rows",
    "共有样本AUC",
    "AUC of each model on the rows that both gave a PD.",
    "两模型均给出违约概率的样本上各自的AUC。"
  ),
  pair_difference: define(
    "Difference of AUC",
    "AUC之差",
    "AUC of the second model less that of the first, on the same rows.",
    "同一样本上模型二与模型一的AUC之差。"
  ),
  pair_error: define(
    "Standard error",
    "标准误",
    "Standard error of the difference, by DeLong for paired rows.",
    "AUC之差的标准误(配对DeLong法)。"
  ),
  pair_p: define(
    "p-value",
    "p值",
    "Two-sided p-value of the paired DeLong test: small where the difference is more than chance.",
    "配对DeLong检验的双侧p值;越小差异越显著。"
  ),
  pair_detectable: define(
    "Detectable difference",
    "可检出差异",
    "Least difference of AUC that the test would find four times in five.",
    "检验在五次中有四次可检出的最小AUC之差。"
  ),
  pair_correlation: define(
    "Rank correlation",
    "秩相关",
    "Spearman's correlation of the two models' PDs.",
    "两模型违约概率的斯皮尔曼秩相关系数。"
  ),
  pair_moved: define(
    "Moved grade",
    "等级变动数",
    "Observations that the second model puts into another grade of the master scale than the first.",
    "两模型给出不同主标尺等级的观测数。"
  ),
  pair_safer: define(
    "Moved to a safer grade",
    "等级上调数",
    "Of these, observations with a safer grade under the second model.",
    "其中模型二给出更安全等级的观测数。"
  ),
  pair_riskier: define(
    "Moved to a riskier grade",
    "等级下调数",
    "Of these, observations with a riskier grade under the second model.",
    "其中模型二给出更高风险等级的观测数。"
  ),
  move_place: define(
    "Place",
    "名次",
    "Place by the change of the log odds of default, the largest first.",
    "按违约对数赔率变化排序的名次,最大者在前。"
  ),
  move_pd: define(
    "PD of each model",
    "各模型违约概率",
    "PD that each of the two models gave the obligor on the date.",
    "两模型在该日给出的违约概率。"
  ),
  move_grade: define(
    "Grade of each model",
    "各模型等级",
    "Grade of the master scale in force that the PD falls into.",
    "该违约概率所属的现行主标尺等级。"
  ),
  move_notches: define(
    "Notches",
    "级差",
    "Grades between the two; positive is riskier under the second model.",
    "两等级之差;正值表示模型二风险更高。"
  ),
  move_outcome: define(
    "Defaulted",
    "是否违约",
    "Whether the obligor defaulted in the performance window.",
    "该债务人是否在表现期内违约。"
  ),
  test_scope: define(
    "Scope",
    "范围",
    "All rows of the validation, one segment, or one year.",
    "验证的全部样本、某一细分或某一年份。"
  ),
  validation_test: define("Test", "检验", "One test of the validation.", "验证中的一项检验。"),
  test_statistic: define(
    "Statistic",
    "统计量",
    "Value of the test's statistic; empty where it could not be computed.",
    "检验统计量;无法计算时为空。"
  ),
  test_value: define(
    "Judged by",
    "判断依据",
    "The p-value of the test, or the measure itself, that the rule reads; empty where it could not be computed.",
    "规则所依据的p值或指标数值;无法计算时为空。"
  ),
  test_threshold: define("Threshold", "阈值", "Bound of the rule that decided.", "决定结论的规则界限。"),
  test_power: define(
    "Power",
    "检验功效",
    "Probability that the test would find fault if true PDs were one and a half times those given; empty where it is not computed.",
    "若真实违约概率为所给概率的1.5倍时检验发现问题的概率;未计算时为空。"
  ),
  test_verdict: define(
    "Verdict",
    "结论",
    "Pass, watch or fail by the rule; where data are too few, that and no pass.",
    "按规则得出的通过、关注或不通过;数据不足时如实注明,不作通过。"
  ),
  test_rule: define(
    "Rule",
    "规则",
    "Whether the rule asks for at least, or at most, its bound.",
    "规则要求不低于或不高于界限。"
  )
};
