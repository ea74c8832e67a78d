import type {WoeBin} from "#models/binning/woeBins.js";
import type {Fate} from "#models/scorecard/selection.js";
import type {FittedModel} from "../lab/methods.js";

/** What a model says of each of its features; null where its method says nothing. */
export function characteristicRows(id: string, model: FittedModel) {
  return termsOf(model).map((term, order) => ({experiment_id: id, characteristic_order: order, ...term}));
}

function termsOf(model: FittedModel) {
  const silent = {coefficient: null, standard_error: null, p_value: null, vif: null, iv: null};
  switch (model.kind) {
    case "scorecard":
      return model.characteristics.map(({feature, coefficient, standardError, pValue, vif, iv}) => {
        return {feature, coefficient, standard_error: standardError, p_value: pValue, vif, iv};
      });
    case "logistic":
      return model.terms.map(({feature, coefficient, standardError}) => {
        return {...silent, feature, coefficient, standard_error: standardError};
      });
    case "random_forest":
      return model.features.map((feature) => ({...silent, feature}));
  }
}

/** The bins of a scorecard with their points; none of other models. */
export function binRows(id: string, model: FittedModel) {
  if (model.kind !== "scorecard") return [];
  return model.characteristics.flatMap(({feature, bins: {bins}, points}) =>
    bins.map((bin, order) => {
      const observations = bin.goods + bin.bads;
      return {
        experiment_id: id,
        feature,
        bin_order: order,
        kind: bin.kind,
        ...contentOf(bin),
        observations,
        defaults: bin.bads,
        odr: observations === 0 ? null : bin.bads / observations,
        woe: bin.woe,
        points: points[order]!
      };
    })
  );
}

function contentOf(bin: WoeBin): {lower: number | null; upper: number | null; label: string | null} {
  switch (bin.kind) {
    case "interval":
      return {lower: bin.lower, upper: bin.upper, label: null};
    case "special":
      return {lower: bin.value, upper: bin.value, label: null};
    case "categories":
      return {lower: null, upper: null, label: bin.values.join(", ")};
    default:
      return {lower: null, upper: null, label: null};
  }
}

/** What the selection of a scorecard did with each candidate; none of other models. */
export function selectionRows(id: string, model: FittedModel) {
  if (model.kind !== "scorecard") return [];
  return model.fates.map((fate) => ({experiment_id: id, feature: fate.feature, iv: fate.iv, ...decisionOf(fate)}));
}

function decisionOf(fate: Fate) {
  const other_feature = fate.fate === "correlated" ? fate.with : fate.fate === "wrong_sign" ? fate.of : null;
  const value = "value" in fate ? fate.value : "pValue" in fate ? fate.pValue : null;
  const limit_value = "limit" in fate ? fate.limit : null;
  return {fate: fate.fate === "unbinned" ? fate.reason : fate.fate, value, limit_value, other_feature};
}
