import {columnsFrom, dates, doubles, integers, varchars, type Columns} from "#warehouse/engine/columns.js";
import type {LabRows} from "./rows.js";

export interface PredictedPart {
  readonly sample: "cross_validation" | "validation" | "test";
  readonly rows: LabRows;
  readonly pds: Float64Array;
}

/** Who, when, what became of them and the PD, one row for each row of each part. */
export function predictionColumns(parts: readonly PredictedPart[]): Columns {
  const all = <T>(pick: (part: PredictedPart) => Iterable<T>) => parts.flatMap((part) => [...pick(part)]);
  return columnsFrom({
    sample: varchars(parts.flatMap(({sample, rows: {names}}) => names.map(() => sample))),
    name: varchars(all(({rows}) => rows.names)),
    observation_date: dates(all(({rows}) => rows.days)),
    is_measured: integers(all(({rows}) => rows.isMeasured)),
    defaulted: integers(all(({rows}) => rows.defaulted)),
    pd: doubles(Float64Array.from(all(({pds}) => pds)))
  });
}
