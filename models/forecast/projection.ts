import {fitBands, sizeClass, type Bands} from "./bands.js";
import {HORIZONS, type FlowHistories, type FlowOutcomes} from "./flowHistory.js";
import {levelsOf, type Levels, type Prior, type Weighing} from "./level.js";
import {fitPrior} from "./prior.js";
import {medianOf} from "./quantile.js";
import {salesScale} from "./salesScale.js";
import {fitSeasons, quarterAt, seasonsOf, type Seasons} from "./seasons.js";

/** A fitted projection of quarterly operating cash flow: plain, and ready for JSON. */
export interface ProjectionModel {
  readonly coverage: number;
  readonly weighing: Weighing;
  readonly seasons: Seasons;
  readonly prior: Prior;
  /** Median of what came less what level and season say, by quarter ahead, in quarterly sales: how flows outgrow the past. */
  readonly drift: readonly number[];
  readonly bands: Bands;
}

/** Flows of the next quarters, the first one first, with the ends of their intervals; NaN where nothing is projected. */
export interface Projections {
  readonly low: readonly Float64Array[];
  readonly mid: readonly Float64Array[];
  readonly high: readonly Float64Array[];
  /** Quarterly sales, the unit in which errors are compared. */
  readonly scale: Float64Array;
}

export interface ProjectionSample {
  readonly histories: FlowHistories;
  readonly outcomes: FlowOutcomes;
}

export interface ProjectionChoices {
  /** Share of outcomes that the interval is to hold. */
  readonly coverage: number;
  readonly halfLives: readonly number[];
  readonly shrinkages: readonly number[];
}

/**
 * Fits on `train` all but the intervals, choosing the weighing with the least mean absolute error, and the intervals on
 * `calibration`, whose obligors must be others. Null where there is too little to learn from.
 *
 * Method: docs/methods/forward-view.md
 */
export function fitProjection(
  train: ProjectionSample,
  calibration: ProjectionSample,
  {coverage, halfLives, shrinkages}: ProjectionChoices
): ProjectionModel | null {
  const scale = salesScale(train.histories);
  if (!scale.some((value) => !Number.isNaN(value))) return null;
  const seasons = fitSeasons(train.histories, scale);
  const prior = fitPrior(train.histories, scale, seasons);
  let weighing: Weighing | null = null;
  let least = Infinity;
  for (const halfLife of halfLives) {
    for (const shrinkage of shrinkages) {
      const levels = levelsOf(train.histories, scale, seasons, prior, {halfLife, shrinkage});
      const error = meanAbsolute(errorsOf(train, scale, levels, seasons));
      if (error < least) [least, weighing] = [error, {halfLife, shrinkage}];
    }
  }
  if (weighing === null) return null;
  const fitted = errorsOf(train, scale, levelsOf(train.histories, scale, seasons, prior, weighing), seasons);
  const drift = fitted.map((values) => medianOf(values.filter((error) => !Number.isNaN(error)).sort()) || 0);
  const calibrationScale = salesScale(calibration.histories);
  const levels = levelsOf(calibration.histories, calibrationScale, seasons, prior, weighing);
  const errors = errorsOf(calibration, calibrationScale, levels, seasons);
  const inSpreads = errors.map((values, ahead) =>
    values.map((error, row) => (error - drift[ahead]!) / levels.spread[row]!)
  );
  const bands = fitBands(inSpreads, calibrationScale, coverage);
  return bands === null ? null : {coverage, weighing, seasons, prior, drift, bands};
}

/** Projects the next quarters of each obligor from what was known of it. */
export function applyProjection(model: ProjectionModel, histories: FlowHistories): Projections {
  const {seasons, prior, weighing, drift, bands} = model;
  const scale = salesScale(histories);
  const {level, spread} = levelsOf(histories, scale, seasons, prior, weighing);
  const flowAt = (row: number, ahead: number, distance: number) =>
    scale[row]! * (level[row]! + seasonAhead(seasons, histories, row, ahead) + drift[ahead]! + distance * spread[row]!);
  const each = (distances: (size: number, ahead: number) => number) =>
    Array.from({length: HORIZONS}, (_, ahead) =>
      Float64Array.from({length: histories.rowCount}, (_, row) =>
        flowAt(row, ahead, distances(sizeClass(scale[row]!, bands.sizes), ahead))
      )
    );
  return {
    low: each((size, ahead) => bands.lower[size]![ahead]!),
    mid: each(() => 0),
    high: each((size, ahead) => bands.upper[size]![ahead]!),
    scale
  };
}

/** Outcome less projection, in quarterly sales, by quarter ahead. */
function errorsOf({histories, outcomes}: ProjectionSample, scale: Float64Array, {level}: Levels, seasons: Seasons) {
  return outcomes.map((came, ahead) =>
    came.map((flow, row) => flow / scale[row]! - level[row]! - seasonAhead(seasons, histories, row, ahead))
  );
}

function seasonAhead(seasons: Seasons, histories: FlowHistories, row: number, ahead: number): number {
  const {groups, quarters, firstAhead} = histories;
  return seasonsOf(seasons, groups[row]!)[quarterAt(quarters[row]!, firstAhead + ahead)]!;
}

/** Mean over all quarters ahead; infinite where nothing came. */
function meanAbsolute(errors: readonly Float64Array[]): number {
  let [count, total] = [0, 0];
  for (const values of errors) {
    for (const error of values) {
      if (Number.isNaN(error)) continue;
      count++;
      total += Math.abs(error);
    }
  }
  return count === 0 ? Infinity : total / count;
}
