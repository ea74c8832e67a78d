import type {SampleFigures} from "../figures.js";
import type {CardInput, Section} from "./input.js";
import {tableText, whole} from "./markdown.js";

/** Figures by sample, and what each test of the validation found. */
export function tests({experiment, validation}: CardInput): Section {
  const figures = [...experiment.figures, ...(validation?.reading === null ? [] : (validation?.figures ?? []))];
  const lines = [figuresTable(figures)];
  const verdict = validation?.report.overall.verdict ?? null;
  if (validation === null || verdict === null) {
    lines.push({en: "Not validated.", zh: "尚未验证。"});
    return {title: {en: "Tests", zh: "检验"}, lines};
  }
  lines.push(
    {
      en: `Verdict: **${verdict.outcome.replaceAll("_", " ")}**, by version ${validation.policy.version} of the validation policy, on ${validation.validatedAt.slice(0, 10)}.`,
      zh: `结论:**${OUTCOMES[verdict.outcome]}**(验证政策第 ${validation.policy.version} 版,${validation.validatedAt.slice(0, 10)})。`
    },
    tableText(
      [
        {en: "Test", zh: "检验"},
        {en: "Value", zh: "数值"},
        {en: "Bound", zh: "界限"},
        {en: "Power", zh: "检验效能"},
        {en: "Verdict", zh: "结论"}
      ],
      (language) =>
        verdict.findings.map(({test, value, bound, threshold, power, outcome}) => [
          test,
          value?.toPrecision(4) ?? "-",
          `${bound === "at_least" ? "≥" : "≤"} ${threshold}`,
          power?.toFixed(2) ?? "-",
          language === "en" ? outcome.replaceAll("_", " ") : OUTCOMES[outcome]
        ])
    )
  );
  return {title: {en: "Tests", zh: "检验"}, lines};
}

const OUTCOMES = {pass: "通过", watch: "关注", fail: "未通过", not_enough_data: "数据不足"} as const;

const SAMPLES: Readonly<Record<SampleFigures["sample"], {readonly en: string; readonly zh: string}>> = {
  train: {en: "training", zh: "训练"},
  cross_validation: {en: "cross-validated, nested", zh: "嵌套交叉验证"},
  validation: {en: "validation", zh: "验证"},
  test: {en: "test", zh: "测试"},
  test_without_copies: {en: "test without copies of training rows", zh: "测试(剔除与训练样本相同的行)"}
};

function figuresTable(samples: readonly SampleFigures[]) {
  const heads = [
    {en: "Sample", zh: "样本"},
    {en: "Rows", zh: "行数"},
    {en: "Defaults", zh: "违约数"},
    {en: "AUC", zh: "AUC"},
    {en: "95 % interval", zh: "95% 区间"},
    {en: "KS", zh: "KS"},
    {en: "Mean PD", zh: "平均违约概率"},
    {en: "Default rate", zh: "违约率"}
  ];
  return tableText(heads, (language) =>
    samples.map(({sample, observations, events, figures}) => {
      const figure = (metric: string) => figures.find((each) => each.metric === metric);
      const auc = figure("auc");
      return [
        SAMPLES[sample][language],
        whole(observations),
        whole(events),
        auc?.value.toFixed(3) ?? "-",
        auc === undefined || auc.lower === null || auc.upper === null
          ? "-"
          : `${auc.lower.toFixed(3)} – ${auc.upper.toFixed(3)}`,
        figure("ks")?.value.toFixed(3) ?? "-",
        figure("mean_pd")?.value.toFixed(4) ?? "-",
        figure("odr")?.value.toFixed(4) ?? "-"
      ];
    })
  );
}
