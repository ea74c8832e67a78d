import type {Names} from "./names.js";

export const METHODS: Names = {
  zh: {scorecard: "评分卡", logistic: "逻辑回归", random_forest: "随机森林"},
  en: {scorecard: "scorecard", logistic: "logistic regression", random_forest: "random forest"}
};

export const OUTCOMES: Names = {
  zh: {pass: "通过", watch: "关注", fail: "不通过", not_enough_data: "数据不足"},
  en: {pass: "pass", watch: "watch", fail: "fail", not_enough_data: "too few data"}
};

/** What the selection did with a feature. */
export const FATES: Names = {
  zh: {
    chosen: "入选",
    no_values: "无已知值",
    one_value: "取值唯一",
    too_few: "违约或未违约过少",
    no_difference: "分箱间无差异",
    against_sign: "与业务方向相反",
    low_iv: "信息价值过低",
    correlated: "与已选特征过于相似",
    vif: "方差膨胀过高",
    wrong_sign: "系数方向相反",
    not_significant: "无显著增益",
    removed: "入选后失去显著性",
    full: "评分卡已满",
    not_listed: "不在指定清单"
  },
  en: {
    chosen: "chosen",
    no_values: "no known value",
    one_value: "one value only",
    too_few: "too few defaults or others",
    no_difference: "bins do not differ",
    against_sign: "against the business sign",
    low_iv: "information value too low",
    correlated: "too like one chosen",
    vif: "variance inflation too high",
    wrong_sign: "would turn a sign",
    not_significant: "adds nothing significant",
    removed: "lost its significance",
    full: "the scorecard was full",
    not_listed: "not in the list given"
  }
};

/** Why rows did not enter a training. */
export const EXCLUSIONS: Names = {
  zh: {
    "outside the population": "不属于总体",
    "in default already": "当时已违约",
    "outcome not known": "结果未知",
    "window reaches into a later sample": "表现期与后期样本重叠"
  },
  en: {}
};

export const TESTS: Names = {
  zh: {
    auc_pd: "违约概率的AUC",
    auc_score: "得分的AUC",
    auc_grade: "等级的AUC",
    auc_loss_pd: "AUC较初始下降，按违约概率",
    auc_loss_score: "AUC较初始下降，按得分",
    auc_loss_grade: "AUC较初始下降，按等级",
    odr_to_pd: "实际违约率与平均违约概率之比",
    jeffreys: "杰弗里斯检验",
    binomial: "二项检验",
    correlated_binomial: "相关二项检验",
    z_score: "z检验",
    jeffreys_by_grade: "分等级杰弗里斯检验",
    hosmer_lemeshow: "Hosmer-Lemeshow检验",
    spiegelhalter: "斯皮格尔霍尔特检验",
    calibration_line: "校准斜率与截距联合检验",
    normal_test: "跨年正态检验",
    early_defaults: "窗口未满时的早期违约",
    psi_of_grades: "等级分布的PSI",
    concentration: "等级集中度",
    concentration_growth: "集中度上升"
  },
  en: {
    auc_pd: "AUC of the PD",
    auc_score: "AUC of the score",
    auc_grade: "AUC of the grade",
    auc_loss_pd: "AUC lost since development, by PD",
    auc_loss_score: "AUC lost since development, by score",
    auc_loss_grade: "AUC lost since development, by grade",
    odr_to_pd: "Observed rate over mean PD",
    jeffreys: "Jeffreys test",
    binomial: "Binomial test",
    correlated_binomial: "Correlated binomial test",
    z_score: "z-score test",
    jeffreys_by_grade: "Jeffreys test by grade",
    hosmer_lemeshow: "Hosmer-Lemeshow test",
    spiegelhalter: "Spiegelhalter test",
    calibration_line: "Calibration slope and intercept, jointly",
    normal_test: "Normal test over years",
    early_defaults: "Early defaults, before windows are over",
    psi_of_grades: "PSI of the grades",
    concentration: "Concentration in grades",
    concentration_growth: "Growth of concentration"
  }
};

export const SCOPES: Names = {
  zh: {overall: "全部样本", segment: "细分", year: "年份"},
  en: {overall: "all rows", segment: "segment", year: "year"}
};
