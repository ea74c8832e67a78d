import {calibrationCurve} from "#models/validation/calibrationCurve.js";
import {groupsByPd} from "#models/validation/calibrationGroups.js";
import {curvesOf} from "#models/validation/curves.js";
import {riskLevels} from "#models/validation/riskLevels.js";
import {eventsOf} from "../lab/rows.js";
import type {KeptSample, Predictions} from "./predictions.js";

/** What a chart needs of the predictions of one experiment on one sample. */
interface Key {
  readonly experiment_id: string;
  readonly sample: KeptSample;
}

/** Points of a curve at most: more cannot be told apart on a page. */
const POINTS = 60;

export function curveRows(key: Key, {pd, defaulted}: Predictions) {
  const points = curvesOf(riskLevels(pd, defaulted), {most: POINTS});
  return points.map(({share, hitRate, falseAlarmRate}, point) => ({
    ...key,
    point,
    called_share: share,
    hit_rate: hitRate,
    false_alarm_rate: falseAlarmRate
  }));
}

/** Tenths by PD, the safest first. */
export function groupRows(key: Key, {pd, defaulted}: Predictions) {
  const groups = calibrationCurve(groupsByPd(riskLevels(pd, defaulted)));
  const total = eventsOf({defaulted});
  let captured = total;
  return groups.map(({observations, events, pd: mean, odr, lower, upper}, part) => {
    const row = {...key, part, observations, defaults: events, mean_pd: mean, odr, lower, upper};
    const capturedShare = captured / total;
    captured -= events;
    return {...row, captured_share: capturedShare};
  });
}

/** Upper end of the safest class of PDs; each class reaches twice as far as the one before. */
const FIRST_CLASS = 0.0005;
const CLASSES = 12;

/** How many observations fall into each class of PD, and how many of them defaulted. */
export function spreadRows(key: Key, {pd, defaulted}: Predictions) {
  const counts = Array.from({length: CLASSES}, () => ({observations: 0, defaults: 0}));
  pd.forEach((value, row) => {
    const held = counts[classOf(value)]!;
    held.observations++;
    held.defaults += defaulted[row]!;
  });
  return counts.map((held, order) => ({
    ...key,
    class_order: order,
    lower_pd: order === 0 ? 0 : upperEnd(order - 1),
    upper_pd: order === CLASSES - 1 ? 1 : upperEnd(order),
    ...held
  }));
}

function upperEnd(order: number): number {
  return FIRST_CLASS * 2 ** order;
}

function classOf(pd: number): number {
  let order = 0;
  while (order < CLASSES - 1 && pd > upperEnd(order)) order++;
  return order;
}
