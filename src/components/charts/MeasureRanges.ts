import * as Plot from "@observablehq/plot";
import {decimal} from "../../format/number.js";
import {draw, textWidth, type Chart, type ChartOptions} from "./chart.js";

export interface MeasureRange {
  readonly label: string;
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

export interface MeasureRangesOptions extends ChartOptions {
  /** The best that any model could reach, where it is known. */
  readonly best: number | null;
  readonly labels: {readonly best: string};
}

/** A measure between 0.5 and 1 for each sample, with its interval. */
export function MeasureRanges(ranges: readonly MeasureRange[], options: MeasureRangesOptions): Chart {
  const {document, width, best, labels} = options;
  const lowest = Math.min(0.7, ...ranges.map(({value, lower}) => Math.floor((lower ?? value) * 20) / 20));
  const widest = Math.max(...ranges.map(({label}) => textWidth(label)));
  return draw(document, {
    width,
    height: 70 + ranges.length * 30,
    marginLeft: widest + 16,
    marginTop: 28,
    x: {domain: [lowest, 1], grid: true, label: null, ticks: 5, tickFormat: (value: number) => decimal(value, 2)},
    y: {label: null, domain: ranges.map(({label}) => label), type: "point", padding: 0.6, tickSize: 0},
    marks: [
      ...(best === null
        ? []
        : [
            Plot.ruleX([best], {stroke: "currentColor", strokeDasharray: "2,3"}),
            Plot.text([labels.best], {x: () => best, frameAnchor: "top", dy: -16})
          ]),
      Plot.ruleY(
        ranges.filter(({lower}) => lower !== null),
        {y: "label", x1: "lower", x2: "upper", stroke: "var(--line-expected)", strokeWidth: 2}
      ),
      Plot.dot(ranges, {x: "value", y: "label", fill: "var(--line-expected)", r: 5}),
      Plot.text(ranges, {x: "value", y: "label", text: (d: MeasureRange) => decimal(d.value, 3), dy: -11})
    ]
  });
}
