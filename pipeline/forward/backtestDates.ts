import {backtest, type BacktestSummary} from "#models/forecast/backtest.js";
import {HORIZONS, sameQuarterBefore} from "#models/forecast/flowHistory.js";
import type {Projections} from "#models/forecast/projection.js";
import type {DatedSample} from "./samples.js";

/** How the projections of one date fared, one quarter ahead or more. */
export interface DatedBacktest extends BacktestSummary {
  readonly observationDate: number;
  readonly quarter: number;
}

/** Compares projections with what came, by date and by quarter ahead; nothing where nothing came yet. */
export function backtestDates(sample: DatedSample, {low, mid, high, scale}: Projections): DatedBacktest[] {
  const days = [...new Set(sample.observationDates)].sort((a, b) => a - b);
  const ahead = Array.from({length: HORIZONS}, (_, index) => {
    return {
      came: sample.outcomes[index]!,
      low: low[index]!,
      mid: mid[index]!,
      high: high[index]!,
      scale,
      yearBefore: sameQuarterBefore(sample.histories, index)
    };
  });
  return days.flatMap((observationDate) =>
    ahead.flatMap((rows, index) => {
      const summary = backtest(rows, (row) => sample.observationDates[row] === observationDate);
      return summary === null ? [] : [{observationDate, quarter: index + 1, ...summary}];
    })
  );
}
