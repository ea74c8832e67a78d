import * as Plot from "@observablehq/plot";
import {tick} from "../../format/number.js";
import {draw, instant, timeScale, type Chart, type ChartOptions} from "./chart.js";

export interface DatedValue {
  readonly date: string;
  readonly value: number;
}

/** One measure over time, from zero. */
export function TrendArea(values: readonly DatedValue[], {document, width, language}: ChartOptions): Chart {
  const x = (d: DatedValue) => instant(d.date);
  const last = values.at(-1);
  return draw(document, {
    width,
    height: Math.round(width * 0.36) + 60,
    marginLeft: 56,
    marginRight: 20,
    x: timeScale(
      values.map(({date}) => date),
      width
    ),
    y: {
      grid: true,
      zero: true,
      nice: true,
      label: null,
      ticks: 4,
      tickFormat: (value: number) => tick(value, language)
    },
    marks: [
      Plot.areaY(values, {x, y: "value", fill: "var(--bar)", fillOpacity: 0.16}),
      Plot.lineY(values, {x, y: "value", stroke: "var(--bar)", strokeWidth: 2}),
      Plot.dot(last === undefined ? [] : [last], {x, y: "value", fill: "var(--bar)", r: 4}),
      Plot.ruleY([0])
    ]
  });
}
