import * as Plot from "@observablehq/plot";
import {heatColour} from "../scales.js";
import {draw, textWidth, type Chart, type ChartOptions} from "./chart.js";

export interface SegmentCell {
  readonly row: string;
  readonly column: string;
  readonly step: number;
  readonly text: string;
}

export interface SegmentHeatOptions extends ChartOptions {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
}

/** Rows by columns, each cell coloured by its heat class, with its value written in it. */
export function SegmentHeat(cells: readonly SegmentCell[], options: SegmentHeatOptions): Chart {
  const {document, width, rows, columns} = options;
  const widest = Math.max(...rows.map(textWidth));
  return draw(document, {
    width,
    height: 28 + rows.length * 28,
    marginLeft: Math.min(widest + 14, width * 0.5),
    marginRight: 4,
    marginTop: 26,
    marginBottom: 2,
    x: {axis: "top", label: null, domain: columns, padding: 0.03, tickSize: 0},
    y: {label: null, domain: rows, padding: 0.06, tickSize: 0},
    marks: [
      Plot.cell(cells, {x: "column", y: "row", fill: (d: SegmentCell) => heatColour(d.step), rx: 2}),
      Plot.text(cells, {x: "column", y: "row", text: "text", fill: (d: SegmentCell) => `var(--heat-ink-${d.step})`})
    ]
  });
}
