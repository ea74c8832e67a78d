import type {StagedRow} from "../stagedBank.js";
import {OBSERVED} from "./dates.js";
import {between, daysAfter, monthEnd} from "./days.js";

/** Values that rise and fall a little, each series on its own path. */
const value = (index: number, phase: number) => 0.03 + 0.001 * ((index * (phase + 3)) % 17) + 0.0002 * index;

const macro = (series: string, month: number, phase: number): StagedRow => {
  const period_end = monthEnd(OBSERVED, month);
  return {series, period_end, published_date: daysAfter(period_end, 15), value: value(month + 60, phase)};
};

const industry = (industry_section: string, series: string, month: number, phase: number): StagedRow => ({
  industry_section,
  ...macro(series, month, phase)
});

const isKnown = ({published_date}: StagedRow) => (published_date as string) <= OBSERVED;

const months = between(-59, 0);
const quarters = months.filter((month) => month % 3 === 0);

/** The economy and the industries, as published a fortnight after each period. */
export const series: Readonly<Record<string, readonly StagedRow[]>> = {
  macro_series: [
    ...["lpr_1y", "pmi", "ppi"].flatMap((name, phase) => months.map((month) => macro(name, month, phase))),
    ...quarters.map((month) => macro("gdp_growth", month, 4))
  ].filter(isKnown),
  industry_series: ["C", "F"].flatMap((section, index) =>
    ["output_growth", "profit_margin"].flatMap((name, phase) =>
      quarters.map((month) => industry(section, name, month, phase + 3 * index)).filter(isKnown)
    )
  )
};
