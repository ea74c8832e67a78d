import {DEFAULT_GRADE, gradeIndexOf, type MasterScale} from "#models/rating/masterScale.js";
import {columnsFrom, dates, doubles, epochDays, integers, varchars, type Columns} from "#warehouse/engine/columns.js";
import type {PolicyInForce} from "../policy/policy.js";
import type {RatingFrame} from "./frame.js";
import {scaleOf} from "./scaleOf.js";

/** PDs of a frame as rows of score_ratings: an obligor in default is D and has no PD. */
export function ratingColumns(
  frame: RatingFrame,
  pds: Float64Array,
  scale: MasterScale,
  modelId: string,
  sampleAt: (observationDate: number) => string
): Columns {
  const inDefault = (row: number) => frame.isInDefault[row] === 1;
  const order = Array.from(pds, (pd, row) => (inDefault(row) ? scale.length : gradeIndexOf(pd, scale)));
  return columnsFrom({
    obligor_id: frame.obligors,
    observation_date: {type: "date", values: frame.observationDates, missing: null},
    pd: doubles(pds.map((pd, row) => (inDefault(row) ? NaN : pd))),
    grade: varchars(order.map((index) => scale[index]?.label ?? DEFAULT_GRADE)),
    grade_order: integers(order),
    model_id: varchars(order.map(() => modelId)),
    sample: varchars(Array.from(frame.observationDates, sampleAt))
  });
}

/** The master scales of the versions in force as rows of score_master_scale, default closing each. */
export function masterScaleColumns(versions: readonly PolicyInForce<"rating">[]): Columns {
  const rows = versions.flatMap(({policy, from, until}) => {
    const bands = [...scaleOf(policy), {label: DEFAULT_GRADE, lowerPd: 1, upperPd: 1}];
    return bands.map((band, order) => ({...band, order, from, until}));
  });
  return columnsFrom({
    effective_from: dates(rows.map(({from}) => epochDays(from))),
    effective_until: dates(rows.map(({until}) => epochDays(until))),
    grade: varchars(rows.map(({label}) => label)),
    grade_order: integers(rows.map(({order}) => order)),
    lower_pd: doubles(Float64Array.from(rows, ({lowerPd}) => lowerPd)),
    upper_pd: doubles(Float64Array.from(rows, ({upperPd}) => upperPd))
  });
}
