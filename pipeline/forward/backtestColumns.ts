import {
  bigints,
  columnsFrom,
  dates,
  doubles,
  epochDays,
  integers,
  varchars,
  type Columns
} from "#warehouse/engine/columns.js";
import type {DatedBacktest} from "./backtestDates.js";
import type {Basis} from "./basis.js";
import {CHOICES} from "./choices.js";

/** How the projections of one basis fared. */
export interface BasisBacktest extends DatedBacktest {
  readonly basis: Basis;
}

/** The rows of `score_projection_backtest`. */
export function backtestColumns(rows: readonly BasisBacktest[], trainUntil: string): Columns {
  const lastTraining = epochDays(trainUntil);
  const numbers = (pick: (row: BasisBacktest) => number) => doubles(Float64Array.from(rows, pick));
  return columnsFrom({
    basis: varchars(rows.map(({basis}) => basis)),
    observation_date: dates(rows.map(({observationDate}) => observationDate)),
    quarter: integers(rows.map(({quarter}) => quarter)),
    sample: varchars(rows.map(({observationDate}) => (observationDate <= lastTraining ? "train" : "test"))),
    outcomes: bigints(rows.map(({outcomes}) => outcomes)),
    inside: bigints(rows.map(({inside}) => inside)),
    below: bigints(rows.map(({below}) => below)),
    nominal_share: numbers(() => CHOICES.coverage),
    coverage_share: numbers(({inside, outcomes}) => inside / outcomes),
    bias_ratio: numbers(({bias}) => bias),
    error_ratio: numbers(({error}) => error),
    naive_error_ratio: numbers(({naiveError}) => naiveError)
  });
}
