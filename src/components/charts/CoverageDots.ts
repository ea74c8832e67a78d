import * as Plot from "@observablehq/plot";
import {percent} from "../../format/number.js";
import {draw, textWidth, type Chart, type ChartOptions} from "./chart.js";

export interface CoverageDot {
  /** Name of the series: one line each. */
  readonly series: string;
  readonly year: number;
  readonly coverage: number;
  /** Whether the model has not learned from the year. */
  readonly isUnseen: boolean;
}

export interface CoverageDotsOptions extends ChartOptions {
  readonly nominal: number;
}

/** So that the ticks of a row do not touch those of the next. */
const ROW = 110;

/** The share of outcomes within their interval, by year and series, beside what was promised. */
export function CoverageDots(dots: readonly CoverageDot[], {document, width, nominal}: CoverageDotsOptions): Chart {
  const shares = [...dots.map(({coverage}) => coverage), nominal];
  const domain = [
    Math.floor(Math.min(...shares) * 20 - 1) / 20,
    Math.min(1, Math.ceil(Math.max(...shares) * 20 + 1) / 20)
  ];
  const years = [...new Set(dots.map(({year}) => String(year)))].sort();
  const step = Math.max(1, Math.ceil((years.length * (textWidth("2000") + 14)) / (width - 60)));
  const series = [...new Set(dots.map(({series}) => series))];
  return draw(document, {
    width,
    height: Math.max(Math.round(width * 0.2) + 120, series.length * ROW + 30),
    marginLeft: 48,
    x: {
      type: "point",
      domain: years,
      label: null,
      tickSize: 4,
      ticks: years.filter((_, place) => (years.length - 1 - place) % step === 0)
    },
    y: {
      domain,
      grid: true,
      label: null,
      ticks: [domain[0]!, nominal, domain[1]!],
      tickFormat: (value: number) => percent(value, 0)
    },
    fy: {label: null, padding: 0.2, domain: series},
    marginRight: Math.max(...dots.map(({series}) => textWidth(series))) + 16,
    marks: [
      Plot.ruleY([nominal], {stroke: "currentColor", strokeDasharray: "2,3"}),
      Plot.line(dots, {x: yearOf, y: "coverage", fy: "series", stroke: "var(--line-expected)", strokeWidth: 1.5}),
      Plot.dot(dots, {
        x: yearOf,
        y: "coverage",
        fy: "series",
        r: 4,
        stroke: "var(--line-expected)",
        fill: (dot: CoverageDot) => (dot.isUnseen ? "var(--line-expected)" : "var(--surface)")
      })
    ]
  });
}

function yearOf({year}: CoverageDot): string {
  return String(year);
}
