import {EXCLUSIONS} from "#src/i18n/names/lab.js";
import type {Text} from "#warehouse/contract.js";
import type {CardInput, Section} from "./input.js";
import {estimates} from "./estimates.js";
import {percent, tableText, whole} from "./markdown.js";
import {method} from "./method.js";
import {tests} from "./tests.js";

/** The sections of a card, in their fixed order. */
export function cardSections(input: CardInput): Section[] {
  return [
    purpose(input),
    population(input),
    definition(input),
    data(input),
    method(input),
    estimates(input),
    tests(input),
    limits(input),
    changes(input)
  ];
}

function purpose({experiment: {spec}}: CardInput): Section {
  return {title: {en: "Purpose", zh: "目的"}, lines: [spec.purpose]};
}

function population({experiment: {spec, excluded}}: CardInput): Section {
  const {population: of} = spec;
  const whom: Text =
    of.from === "files"
      ? {en: `The rows of \`${of.train}\`.`, zh: `文件 \`${of.train}\` 中的各行。`}
      : {
          en: `Obligors of the source \`${of.source}\`${of.sections === undefined ? "" : `, sections ${of.sections.join(", ")} of GB/T 4754`}, in cohorts ${of.cohort_months} months apart.`,
          zh: `来源 \`${of.source}\` 的债务人${of.sections === undefined ? "" : `(国民经济行业门类 ${of.sections.join("、")})`},每 ${of.cohort_months} 个月一个观察批次。`
        };
  const heads = [
    {en: "Left out", zh: "剔除原因"},
    {en: "Rows", zh: "行数"}
  ];
  const left = excluded.filter(({rows}) => rows > 0);
  return {
    title: {en: "Population", zh: "总体"},
    lines: [
      whom,
      ...(left.length === 0
        ? []
        : [
            tableText(heads, (language) =>
              left.map(({reason, rows}) => [
                language === "en" ? reason : (EXCLUSIONS.zh[reason] ?? reason),
                whole(rows)
              ])
            )
          ])
    ]
  };
}

function definition({experiment: {spec}}: CardInput): Section {
  const {population: of} = spec;
  const line: Text =
    of.from === "files"
      ? {en: `As published: column \`${of.outcome}\` is 1.`, zh: `以公开数据为准:\`${of.outcome}\` 列为 1。`}
      : {
          en: "By the default policy in force on each observation date, within its performance window. Obligors in default on the date are left out.",
          zh: "按各观察日有效的违约政策,在其表现期内认定。观察日已违约的债务人不计入。"
        };
  return {title: {en: "Default definition", zh: "违约定义"}, lines: [line]};
}

function data({experiment: {trainedOn, dataHash, specHash, codeVersion, seed, figures, spec}}: CardInput): Section {
  const train = figures.find(({sample}) => sample === "train");
  const {split} = spec;
  const dates: Text[] =
    trainedOn === null
      ? []
      : [
          {
            en: `Observed from ${trainedOn.first} to ${trainedOn.last}.`,
            zh: `观察日从 ${trainedOn.first} 至 ${trainedOn.last}。`
          }
        ];
  const parts: Text =
    split.kind === "out_of_time"
      ? {
          en: `Training to ${split.train_until}${split.validate === undefined ? "" : `, validation ${split.validate.from} to ${split.validate.until}`}, test from ${split.test_from}.`,
          zh: `训练截至 ${split.train_until}${split.validate === undefined ? "" : `,验证 ${split.validate.from} 至 ${split.validate.until}`},测试自 ${split.test_from} 起。`
        }
      : split.kind === "published"
        ? {en: "The split is the published one.", zh: "采用公开发布的划分。"}
        : {en: "All rows train; judged by cross-validation alone.", zh: "全部样本用于训练,仅以交叉验证评估。"};
  return {
    title: {en: "Data and window", zh: "数据与窗口"},
    lines: [
      ...dates,
      parts,
      {
        en: `Measured training rows: ${whole(train?.observations ?? 0)}, defaults ${whole(train?.events ?? 0)}.`,
        zh: `计量用训练样本 ${whole(train?.observations ?? 0)} 行,违约 ${whole(train?.events ?? 0)}。`
      },
      tableText(
        [
          {en: "What", zh: "项目"},
          {en: "Fingerprint", zh: "指纹"}
        ],
        (language) => [
          [language === "en" ? "training rows" : "训练样本", dataHash],
          [language === "en" ? "spec" : "规格文件", specHash],
          [language === "en" ? "code" : "代码", codeVersion],
          [language === "en" ? "seed" : "随机种子", String(seed)]
        ]
      )
    ]
  };
}

function limits({experiment: {figures}, model, validation}: CardInput): Section {
  const nested = figures.find(({sample}) => sample === "cross_validation");
  const events = nested?.events ?? 0;
  const lines: Text[] = [
    {
      en: `PDs are those of the training period: ${percent(nested?.figures.find(({metric}) => metric === "odr")?.value ?? 0)} of the measured rows defaulted. A change of cycle needs a new calibration.`,
      zh: `违约概率反映训练期水平:计量样本违约率 ${percent(nested?.figures.find(({metric}) => metric === "odr")?.value ?? 0)}。周期变化时须重新校准。`
    }
  ];
  if (events < 50)
    lines.push({
      en: `Only ${events} defaults: intervals are wide, and a small difference between models says nothing.`,
      zh: `违约仅 ${events} 个:区间较宽,模型间的微小差异没有意义。`
    });
  if (model.kind === "random_forest")
    lines.push({
      en: "A challenger: it explains nothing and is not meant to rate.",
      zh: "挑战者模型:不提供解释,不用于评级。"
    });
  if (validation === null) lines.push({en: "Not validated: it must not rate.", zh: "尚未验证:不得用于评级。"});
  return {title: {en: "Limits", zh: "局限"}, lines};
}

function changes({experiment, earlier, readings}: CardInput): Section {
  const rows = [...earlier, experiment].map(({id, trainedAt, figures}) => {
    const auc = figures.find(({sample}) => sample === "cross_validation")?.figures.find(({metric}) => metric === "auc");
    return [trainedAt.slice(0, 10), id, auc?.value.toFixed(3) ?? "-"];
  });
  const read: Text[] = readings.map(({at, before}) => ({
    en: `Test rows read on ${at.slice(0, 10)}; they had been read ${before} times before.`,
    zh: `测试样本于 ${at.slice(0, 10)} 读取;此前已被读取 ${before} 次。`
  }));
  return {
    title: {en: "Changes", zh: "变更"},
    lines: [
      tableText(
        [
          {en: "Trained", zh: "训练日"},
          {en: "Experiment", zh: "实验"},
          {en: "AUC, cross-validated", zh: "交叉验证 AUC"}
        ],
        () => rows
      ),
      ...read
    ]
  };
}
