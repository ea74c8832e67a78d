import type {Characteristic, Scorecard} from "#models/scorecard/scorecard.js";
import {binLabel} from "#models/scorecard/reasonsOf.js";
import type {PdModel} from "#models/rating/pdModel.js";
import type {CardInput, Section} from "./input.js";
import {tableText, whole} from "./markdown.js";

/** The fitted numbers: coefficients, and the points of every bin. */
export function estimates({model}: CardInput): Section {
  const title = {en: "Estimates", zh: "估计结果"};
  switch (model.kind) {
    case "scorecard":
      return {title, lines: scorecardLines(model)};
    case "logistic":
      return {title, lines: [coefficients(model)]};
    case "random_forest":
      return {
        title,
        lines: [
          {
            en: `${model.trees.length} trees over ${model.features.length} features: ${model.features.join(", ")}.`,
            zh: `${model.trees.length} 棵树,${model.features.length} 个特征:${model.features.join("、")}。`
          }
        ]
      };
  }
}

function scorecardLines(card: Scorecard): Section["lines"] {
  const {scaling, basePoints, characteristics} = card;
  return [
    {
      en: `Score ${scaling.baseScore} at odds ${scaling.baseOdds} : 1; ${scaling.pdo} points double the odds; base points ${basePoints}.`,
      zh: `赔率 ${scaling.baseOdds}:1 对应 ${scaling.baseScore} 分;每 ${scaling.pdo} 分赔率翻倍;基础分 ${basePoints}。`
    },
    tableText(
      [
        {en: "Characteristic", zh: "特征"},
        {en: "Coefficient", zh: "系数"},
        {en: "Standard error", zh: "标准误"},
        {en: "p", zh: "p 值"},
        {en: "VIF", zh: "方差膨胀因子"},
        {en: "IV", zh: "信息价值"}
      ],
      () =>
        characteristics.map(({feature, coefficient, standardError, pValue, vif, iv}) => [
          feature,
          coefficient.toFixed(4),
          standardError.toFixed(4),
          pValue.toPrecision(2),
          vif.toFixed(2),
          iv.toFixed(3)
        ])
    ),
    ...characteristics.map(binTable)
  ];
}

function binTable({feature, bins, points}: Characteristic) {
  return tableText(
    [
      {en: feature, zh: feature},
      {en: "Goods", zh: "未违约"},
      {en: "Bads", zh: "违约"},
      {en: "WoE", zh: "证据权重"},
      {en: "Points", zh: "分值"}
    ],
    () =>
      bins.bins.map((bin, index) => [
        binLabel(bin),
        whole(bin.goods),
        whole(bin.bads),
        bin.woe.toFixed(3),
        String(points[index])
      ])
  );
}

function coefficients({terms, intercept}: PdModel) {
  const heads = [
    {en: "Term", zh: "项"},
    {en: "Coefficient", zh: "系数"},
    {en: "Standard error", zh: "标准误"},
    {en: "Where missing", zh: "缺失时"}
  ];
  return tableText(heads, (language) => [
    [language === "en" ? "intercept" : "截距", intercept.toFixed(4), "", ""],
    ...terms.map(({feature, coefficient, standardError, missingCoefficient}) => [
      feature,
      coefficient.toFixed(4),
      standardError.toFixed(4),
      missingCoefficient?.toFixed(4) ?? ""
    ])
  ]);
}
