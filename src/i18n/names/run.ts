import type {Names} from "./names.js";

export const SPLITS: Names = {
  zh: {
    train: "训练",
    validation: "验证",
    test: "测试",
    out_of_time: "跨时间样本",
    out_of_sample: "样本外",
    cross_validation: "交叉验证",
    test_without_copies: "测试（去除与训练重复的行）",
    all: "全部"
  },
  en: {
    train: "Training",
    validation: "Validation",
    test: "Test",
    out_of_time: "Out of time",
    out_of_sample: "Out of sample",
    cross_validation: "Cross-validation",
    test_without_copies: "Test, without copies of training rows",
    all: "All"
  }
};

export const METRICS: Names = {
  zh: {
    auc: "AUC",
    true_pd_auc: "真实违约概率的AUC",
    gini: "基尼系数",
    ks: "KS",
    brier: "Brier分数",
    mean_pd: "平均违约概率",
    odr: "实际违约率",
    calibration_slope: "校准斜率",
    calibration_intercept: "校准截距",
    calibration_shift: "校准平移",
    log_loss: "对数损失",
    hosmer_lemeshow_p: "Hosmer-Lemeshow检验p值",
    psi: "PSI",
    fold_auc_mean: "各折AUC均值",
    fold_auc_deviation: "各折AUC标准差"
  },
  en: {
    auc: "AUC",
    true_pd_auc: "AUC of the true PD",
    gini: "Gini",
    ks: "KS",
    brier: "Brier score",
    mean_pd: "Mean PD",
    odr: "Observed default rate",
    calibration_slope: "Calibration slope",
    calibration_intercept: "Calibration intercept",
    calibration_shift: "Calibration shift",
    log_loss: "Log loss",
    hosmer_lemeshow_p: "Hosmer-Lemeshow p-value",
    psi: "PSI",
    fold_auc_mean: "Mean AUC of the folds",
    fold_auc_deviation: "Deviation of the AUC between folds"
  }
};

export const INPUT_KINDS: Names = {
  zh: {extract: "抽取", policy: "政策", code: "代码", model: "模型", seed: "种子", setting: "设置"},
  en: {extract: "Extract", policy: "Policy", code: "Code", model: "Model", seed: "Seed", setting: "Setting"}
};

export const ABSENCES: Names = {
  zh: {
    exposure: "敞口",
    region: "地区",
    default_date: "违约日期",
    industry: "行业",
    size: "企业规模",
    tier: "客户层级",
    name: "名称"
  },
  en: {
    exposure: "exposure",
    region: "region",
    default_date: "default dates",
    industry: "industry",
    size: "size",
    tier: "tier",
    name: "names"
  }
};
