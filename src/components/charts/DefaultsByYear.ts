import * as Plot from "@observablehq/plot";
import {rateTick} from "../../format/number.js";
import {draw, type Chart, type ChartOptions} from "./chart.js";

export interface YearOfDefaults {
  readonly label: string;
  readonly pd: number;
  readonly odr: number;
  readonly lower: number;
  readonly upper: number;
}

/** Mean PD of each year as a tick, the observed default rate as a dot with its interval. */
export function DefaultsByYear(years: readonly YearOfDefaults[], {document, width}: ChartOptions): Chart {
  const step = Math.max(1, Math.ceil((years.length * 42) / width));
  return draw(document, {
    width,
    height: Math.round(width * 0.34) + 60,
    marginLeft: 48,
    x: {
      label: null,
      type: "band",
      domain: years.map(({label}) => label),
      padding: 0.3,
      tickSize: 0,
      ticks: years.map(({label}) => label).filter((_, place) => (years.length - 1 - place) % step === 0)
    },
    y: {grid: true, zero: true, label: null, ticks: 5, tickFormat: rateTick},
    marks: [
      Plot.ruleX(years, {x: "label", y1: "lower", y2: "upper", stroke: "var(--line-observed)", strokeWidth: 1.5}),
      Plot.dot(years, {x: "label", y: "odr", fill: "var(--line-observed)", r: 4}),
      Plot.tickY(years, {x: "label", y: "pd", stroke: "var(--line-expected)", strokeWidth: 3}),
      Plot.ruleY([0])
    ]
  });
}
