import {HISTORY_MONTHS, LAST_MONTH, monthEnd} from "../calendar.js";
import {STREAM, type Draws} from "../draws.js";
import {SECTIONS} from "../industries.js";
import type {Factors} from "./factors.js";

export interface PublishedValue {
  readonly section: string | null;
  readonly series: string;
  readonly period_month: number;
  readonly published_day: number;
  readonly value: number;
}

/** Economy-wide series as a statistics office would publish them: the factors with noise, trend and delay. */
export function publishedSeries(draws: Draws, {macro, bySection}: Factors): PublishedValue[] {
  const values: PublishedValue[] = [];
  for (let month = -24; month <= LAST_MONTH; month++) {
    const step = month + HISTORY_MONTHS;
    const noise = (item: number): number => draws.normal(STREAM.series, item, step);
    const z = macro[step]!;
    const past = macro[step - 6]!;
    const publish = (section: string | null, series: string, day: number, value: number): void =>
      void values.push({
        section,
        series,
        period_month: month,
        published_day: day,
        value: Math.round(value * 1e4) / 1e4
      });
    publish(null, "pmi", monthEnd(month), 0.502 + 0.02 * z + 0.003 * noise(1));
    publish(null, "ppi", monthEnd(month) + 10, 0.01 + 0.06 * past + 0.006 * noise(2));
    publish(null, "lpr_1y", monthEnd(month), 0.043 - 0.0001 * Math.max(0, month) + Math.round(past * 12) / 2000);
    if (month % 3 !== 2 && month % 3 !== -1) continue;
    const growth = 0.062 - 0.00015 * Math.max(0, month);
    const quarter = (macro[step]! + macro[step - 1]! + macro[step - 2]!) / 3;
    publish(null, "gdp_growth", monthEnd(month) + 17, growth + 0.035 * quarter + 0.002 * noise(3));
    SECTIONS.forEach((section, item) => {
      const own = bySection[item]!;
      const level = quarter + (own[step]! + own[step - 1]! + own[step - 2]!) / 3;
      publish(section, "output_growth", monthEnd(month) + 20, growth + 0.06 * level + 0.008 * noise(10 + item));
      publish(section, "profit_margin", monthEnd(month) + 28, 0.055 + 0.02 * level + 0.004 * noise(30 + item));
    });
  }
  return values;
}
