import {applyForest, fitForest, type Forest} from "#models/challenger/randomForest.js";
import {applyPdModel, fitPdModel, type PdModel} from "#models/rating/pdModel.js";
import type {FeatureColumns} from "#models/rating/design.js";
import {applyScorecard} from "#models/scorecard/applyScorecard.js";
import type {BinningMemory} from "#models/scorecard/candidate.js";
import {fitScorecard} from "#models/scorecard/fitScorecard.js";
import type {Scorecard} from "#models/scorecard/scorecard.js";
import type {LabelledRows} from "#models/rating/selectRidge.js";
import type {Candidate} from "./candidates.js";
import type {Directions} from "./rows.js";

/** A fitted model of any method, as plain JSON. */
export type FittedModel = Scorecard | PdModel | Forest;

export interface FitRequest {
  readonly safer: Directions;
  readonly floor: number;
  readonly seed: number;
  /** Bins found before of the same rows. */
  readonly memory?: BinningMemory;
}

/** Fits a method with settled options on some rows. Throws a RangeError where the rows do not allow it. */
export function fitModel(
  candidate: Candidate,
  rows: LabelledRows,
  {safer, floor, seed, memory}: FitRequest
): FittedModel {
  switch (candidate.kind) {
    case "logistic":
      return fitPdModel(rows.features, rows.defaulted, {ridge: candidate.ridge, floor});
    case "random_forest":
      return fitForest(rows, {
        rows: candidate.rows,
        trees: candidate.trees,
        featureShare: candidate.feature_share,
        features: candidate.features,
        floor,
        seed
      });
    case "scorecard":
      return fitScorecard(rows, {
        safer,
        floor,
        binning: {
          preBins: candidate.prebins,
          maxBins: candidate.max_bins,
          minEvents: candidate.min_events,
          shape: candidate.shape
        },
        ...(memory && {memory}),
        evidence: candidate.evidence,
        smoothing: candidate.smoothing,
        minIv: candidate.min_iv,
        maxFeatures: candidate.max_features,
        maxCorrelation: candidate.max_correlation,
        maxVif: candidate.max_vif,
        maxPValue: candidate.p_value,
        ridge: candidate.ridge,
        scaling: {
          pdo: candidate.scaling.pdo,
          baseScore: candidate.scaling.base_score,
          baseOdds: candidate.scaling.base_odds
        }
      });
  }
}

/** No outcome is certain: with it a log loss stays finite, and every PD can be validated. */
const HIGHEST_PD = 1 - 2 ** -40;

/** 12-month PD of each row, below 1. Throws when a feature of the model is not among the columns. */
export function pdsOf(model: FittedModel, features: FeatureColumns): Float64Array {
  return uncappedPds(model, features).map((pd) => Math.min(pd, HIGHEST_PD));
}

function uncappedPds(model: FittedModel, features: FeatureColumns): Float64Array {
  switch (model.kind) {
    case "logistic":
      return applyPdModel(model, features);
    case "random_forest":
      return applyForest(model, features);
    case "scorecard":
      return applyScorecard(model, {features}).pd;
  }
}

/** The features without which a model gives no PD. */
export function featuresOf(model: FittedModel): string[] {
  switch (model.kind) {
    case "logistic":
      return model.terms.map(({feature}) => feature);
    case "random_forest":
      return [...model.features];
    case "scorecard":
      return model.characteristics.map(({feature}) => feature);
  }
}
