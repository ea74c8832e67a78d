import {calibratedPds, type TwoParameterCalibration} from "../calibration/calibration.js";
import {mix32} from "../numerics/random.js";
import type {FeatureColumns} from "../rating/design.js";
import {partOf, type LabelledRows} from "../rating/selectRidge.js";
import {groupedFolds} from "../validation/crossValidation.js";
import {calibrateVotes, openVotes} from "./calibrateVotes.js";
import {grow, type Grown, type GrowOptions} from "./grow.js";
import type {Tree} from "./tree.js";
import {votesOf} from "./votes.js";

/** Events that held-out obligors must have to calibrate on them alone. */
const HELD_OUT_EVENTS = 20;
const FOLDS = 3;

export interface ForestOptions extends GrowOptions {
  /** Lowest PD that the forest gives. */
  readonly floor: number;
}

/** A random forest with calibrated PDs, as plain JSON: the independent challenger of the rating models. */
export interface Forest {
  readonly kind: "random_forest";
  /** Raw features without which the forest gives no PD. */
  readonly features: readonly string[];
  readonly trees: readonly Tree[];
  /** Of the opened votes, see `openVotes`. */
  readonly calibration: TwoParameterCalibration;
  readonly floor: number;
  readonly training: {
    readonly observations: number;
    readonly events: number;
    /** Mean of the PDs given to the rows of the calibration, calibrated and floored. */
    readonly meanPd: number;
    /** Rows of the stratified sample on which the trees grew. */
    readonly sample: {readonly rows: number; readonly events: number};
    /** Rows on which PDs were calibrated: those of obligors held out, or all of them, each by trees that knew nothing of its obligor. */
    readonly calibratedOn: "held_out" | "folds";
  };
}

/**
 * Grows a forest on a seeded stratified sample and calibrates its PDs to the default rate of all rows, on obligors of which the trees knew
 * nothing: a third held out where it has at least 20 events, else by three grouped folds.
 *
 * The same rows in the same order and the same seed give the same bytes: sort rows by key. Time grows with the trees, their columns and the
 * sampled rows. Throws a RangeError when a class is empty where trees grow, or all features are constant.
 */
export function fitForest(rows: LabelledRows, options: ForestOptions): Forest {
  const {defaulted, groups} = rows;
  const events = count(defaulted);
  const fold = groupedFolds(groups, defaulted, FOLDS, options.seed);
  const heldOut = partOf(rows, (row) => fold[row] === 0);
  const isHeldOut = count(heldOut.defaulted) >= HELD_OUT_EVENTS && count(heldOut.defaulted) < heldOut.defaulted.length;
  const grown = grow(isHeldOut ? partOf(rows, (row) => fold[row] !== 0) : rows, options);
  const votes = isHeldOut ? voted(grown, heldOut.features) : foldVotes(rows, fold, options);
  const calibration = calibrateVotes(votes, isHeldOut ? heldOut.defaulted : defaulted, events / defaulted.length);
  const pds = floored(calibratedPds(calibration, votes), options.floor);
  return {
    kind: "random_forest",
    ...onlyAsked(grown),
    calibration,
    floor: options.floor,
    training: {
      observations: defaulted.length,
      events,
      meanPd: pds.reduce((total, pd) => total + pd, 0) / pds.length,
      sample: grown.sample,
      calibratedOn: isHeldOut ? "held_out" : "folds"
    }
  };
}

/** 12-month PD of each row, in [floor, 1]. Throws when a feature of the forest is not among the columns. */
export function applyForest({trees, features, calibration, floor}: Forest, table: FeatureColumns): Float64Array {
  return floored(calibratedPds(calibration, openVotes(votesOf(trees, features, table), trees.length)), floor);
}

/** Each row's votes by trees that grew on the obligors of the other folds. */
function foldVotes(rows: LabelledRows, fold: Uint8Array, options: ForestOptions): Float64Array {
  const votes = new Float64Array(rows.defaulted.length);
  for (let held = 0; held < FOLDS; held++) {
    const others = partOf(rows, (row) => fold[row] !== held);
    const part = partOf(rows, (row) => fold[row] === held);
    const grown = grow(others, {...options, seed: mix32(options.seed, 2 + held)});
    voted(grown, part.features).forEach((vote, index) => (votes[part.rows[index]!] = vote));
  }
  return votes;
}

function voted({trees, features}: Grown, table: FeatureColumns): Float64Array {
  return openVotes(votesOf(trees, features, table), trees.length);
}

/** The features that some tree asks about, and the trees with their places among them. */
function onlyAsked({features, trees}: Grown): Pick<Forest, "features" | "trees"> {
  const asked = new Set(trees.flatMap(({feature}) => feature.map((place) => features[place])));
  const kept = features.filter((feature) => asked.has(feature));
  const placeOf = (place: number) => (place < 0 ? -1 : kept.indexOf(features[place]!));
  return {features: kept, trees: trees.map((tree) => ({...tree, feature: tree.feature.map(placeOf)}))};
}

function floored(pds: Float64Array, floor: number): Float64Array {
  return pds.map((pd) => Math.max(floor, pd));
}

function count(flags: Uint8Array): number {
  return flags.reduce((total, flag) => total + flag, 0);
}
