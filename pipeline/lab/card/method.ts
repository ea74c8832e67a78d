import type {Text} from "#warehouse/contract.js";
import type {CardInput, Section} from "./input.js";

const METHODS: Readonly<Record<CardInput["model"]["kind"], Text>> = {
  scorecard: {
    en: "A points scorecard: logistic regression on weights of evidence. Each feature is binned by dynamic programming over pre-bins, so that no other monotone binning of them has a higher information value; missing and special values have bins of their own. Features enter by the score test, keep their business sign, and leave when they lose significance. Points are whole numbers; the PD is a function of the score, shifted to the default rate of the training rows.",
    zh: "积分卡:对证据权重做逻辑回归。各特征在预分箱上用动态规划求得信息价值最大的单调分箱;缺失值与特殊值单独成箱。特征按得分检验进入,须保持业务方向,失去显著性则剔除。分值为整数;违约概率是总分的函数,并平移至训练样本违约率。"
  },
  logistic: {
    en: "Logistic regression with a ridge penalty on normal scores of the features; a missing value stands at the median, with an indicator of its own where enough are missing.",
    zh: "对特征正态得分做带岭惩罚的逻辑回归;缺失值取中位数,缺失较多时另设指示变量。"
  },
  random_forest: {
    en: "A random forest on a seeded stratified sample, its votes calibrated on obligors that it did not see.",
    zh: "在固定种子的分层样本上训练的随机森林,用未参与训练的债务人校准。"
  }
};

/** How the model was made, and how its options were chosen. */
export function method({experiment: {tuning, spec, chosen}, model}: CardInput): Section {
  const options = Object.entries(chosen)
    .filter(([, value]) => typeof value === "number")
    .map(([name, value]) => `\`${name}\` ${String(value)}`)
    .join(", ");
  const {candidates} = tuning;
  const choice: Text =
    candidates.length === 1
      ? {en: `Options, set by the spec: ${options}.`, zh: `参数(由规格文件给定):${options}。`}
      : {
          en: `Options, chosen among ${candidates.length} candidates by the log loss of held-out obligors (${spec.tuning.folds} folds, ${tuning.rungs.length} rungs of successive halving): ${options}.`,
          zh: `参数从 ${candidates.length} 个候选中按留出债务人的对数损失选定(${spec.tuning.folds} 折,逐轮减半 ${tuning.rungs.length} 轮):${options}。`
        };
  return {title: {en: "Formula and source", zh: "公式与来源"}, lines: [METHODS[model.kind], choice]};
}
