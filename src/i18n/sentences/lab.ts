import {martExperiments} from "#warehouse/marts/mart_experiments.js";
import {show} from "../../components/figureText.js";
import type {Figure} from "../../components/figure.js";
import {markup, type Html} from "../../components/html.js";
import type {Comparison} from "../../findings/compare.js";
import type {Ordering} from "../../findings/lab.js";
import type {ValidatedCounts, ValidationFindings} from "../../findings/validation.js";
import type {Language} from "../../format/language.js";
import type {Reading} from "../../format/value.js";

export interface LabSentences {
  /** How many experiments there are, and which orders best. */
  experiments(counted: Figure, best: Ordering | null, reading: Reading): Html;
  champion(champion: Ordering | null, reading: Reading): Html;
  model(found: Ordering | null, reading: Reading): Html;
  pairs(found: Comparison, reading: Reading): Html;
  validated(counts: ValidatedCounts, reading: Reading): Html;
  validation(found: ValidationFindings, reading: Reading): Html;
}

const WHERE = {
  en: {validation: "On later rows, which it never saw", cross_validation: "On obligors held out in cross-validation"},
  zh: {validation: "在其未见过的后期样本上", cross_validation: "在交叉验证留出的债务人上"}
} as const;

type Where = keyof (typeof WHERE)["en"];

function interval({lower, upper}: Ordering, reading: Reading): Html | null {
  if (lower.value === null || upper.value === null) return null;
  const [low, high] = [show(lower, reading), show(upper, reading)];
  return reading.language === "zh" ? markup`（95%置信区间${low}至${high}）` : markup` (95% interval ${low} to ${high})`;
}

/** An experiment by its name, which holds digits. */
const code = (id: string) => markup`<code data-mart="${martExperiments.name}">${id}</code>`;

const named = ({experiment}: Ordering) => code(experiment.experiment_id);

const en: LabSentences = {
  experiments(counted, best, reading) {
    const count = markup`${show(counted, reading)} ${counted.value === 1 ? "experiment was" : "experiments were"} trained for this source.`;
    if (best === null) return count;
    return markup`${count} Of those, ${named(best)} orders best on rows that it had not learned from, with an AUC of ${show(best.auc, reading)}${interval(best, reading)}.`;
  },
  champion(champion, reading) {
    if (champion === null) return markup`None has been promoted, so the model of the rating policy is in force.`;
    return markup`The champion is ${named(champion)}, with an AUC of ${show(champion.auc, reading)}.`;
  },
  model(found, reading) {
    if (found === null) return markup`No measure of this model on rows that it had not learned from is there.`;
    return markup`${WHERE.en[found.sample as Where]}, given one obligor that defaults and one that does not, the model ranks them rightly with probability ${show(found.auc, reading)}${interval(found, reading)}; ${show(found.defaults, reading)} defaulted.`;
  },
  pairs({counted, clear}, reading) {
    if (counted.value === 0) return markup`No two experiments share rows on which they could be compared.`;
    if (clear.value === 0)
      return markup`No two of the experiments order better or worse than each other by more than chance, on the rows that both rated.`;
    return markup`Of ${show(counted, reading)} ${counted.value === 1 ? "pair" : "pairs"} of experiments, ${show(clear, reading)} ${clear.value === 1 ? "differs" : "differ"} in how well they order by more than chance, on the rows that both rated.`;
  },
  validated({all, pass, watch, fail}, reading) {
    return markup`Of ${show(all, reading)} ${all.value === 1 ? "experiment" : "experiments"}, ${show(pass, reading)} ${pass.value === 1 ? "passes" : "pass"} validation, ${show(watch, reading)} ${watch.value === 1 ? "is" : "are"} to be watched, and ${show(fail, reading)} ${fail.value === 1 ? "fails" : "fail"}.`;
  },
  validation({experiment, counts}, reading) {
    const outcome = {
      pass: "passes its validation",
      watch: "is to be watched",
      fail: "fails its validation",
      not_enough_data: "cannot be judged: data are too few"
    };
    const few = markup`; for ${show(counts.not_enough_data, reading)} data are too few`;
    return markup`${code(experiment.experiment_id)} ${outcome[experiment.verdict as keyof typeof outcome]}: of its tests over all rows, ${show(counts.pass, reading)} pass, ${show(counts.watch, reading)} watch and ${show(counts.fail, reading)} fail${counts.not_enough_data.value === 0 ? null : few}.`;
  }
};

const zh: LabSentences = {
  experiments(counted, best, reading) {
    const count = markup`本来源共训练${show(counted, reading)}个实验。`;
    if (best === null) return count;
    return markup`${count}其中${named(best)}在未参与训练的观测上区分能力最好，AUC为${show(best.auc, reading)}${interval(best, reading)}。`;
  },
  champion(champion, reading) {
    if (champion === null) return markup`尚无已采用的实验，现行模型由评级政策拟合。`;
    return markup`冠军模型为${named(champion)}，AUC为${show(champion.auc, reading)}。`;
  },
  model(found, reading) {
    if (found === null) return markup`该模型在未参与训练的观测上尚无度量。`;
    return markup`${WHERE.zh[found.sample as Where]}，任取一户违约与一户未违约的债务人，模型排序正确的概率为${show(found.auc, reading)}${interval(found, reading)}；其中${show(found.defaults, reading)}户次违约。`;
  },
  pairs({counted, clear}, reading) {
    if (counted.value === 0) return markup`没有可供比较的共有样本。`;
    if (clear.value === 0) return markup`在共有样本上，任意两个实验的区分能力均无超出随机水平的差异。`;
    return markup`在${show(counted, reading)}对实验中，${show(clear, reading)}对在共有样本上的区分能力差异超出随机水平。`;
  },
  validated({all, pass, watch, fail}, reading) {
    return markup`在${show(all, reading)}个实验中，${show(pass, reading)}个通过验证，${show(watch, reading)}个需予关注，${show(fail, reading)}个未通过。`;
  },
  validation({experiment, counts}, reading) {
    const outcome = {pass: "通过验证", watch: "需予关注", fail: "未通过验证", not_enough_data: "数据不足，无法判断"};
    const few = markup`，${show(counts.not_enough_data, reading)}项数据不足`;
    return markup`${code(experiment.experiment_id)}${outcome[experiment.verdict as keyof typeof outcome]}：全部样本的检验中，${show(counts.pass, reading)}项通过，${show(counts.watch, reading)}项关注，${show(counts.fail, reading)}项不通过${counts.not_enough_data.value === 0 ? null : few}。`;
  }
};

export const LAB_SENTENCES: Readonly<Record<Language, LabSentences>> = {en, zh};
