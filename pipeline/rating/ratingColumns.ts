import {DEFAULT_GRADE, gradeIndexOf, type MasterScale} from "#models/rating/masterScale.js";
import {columnsFrom, doubles, integers, varchars, type Columns} from "#warehouse/engine/columns.js";
import type {RatingFrame} from "./frame.js";

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

/** The master scale as rows of score_master_scale, default closing it. */
export function masterScaleColumns(scale: MasterScale): Columns {
  return columnsFrom({
    grade: varchars([...scale.map(({label}) => label), DEFAULT_GRADE]),
    grade_order: integers([...scale.keys(), scale.length]),
    lower_pd: doubles(Float64Array.from([...scale.map(({lowerPd}) => lowerPd), 1])),
    upper_pd: doubles(Float64Array.from([...scale.map(({upperPd}) => upperPd), 1]))
  });
}
