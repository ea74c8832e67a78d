import * as Plot from "@observablehq/plot";
import {percent} from "../../format/number.js";
import {gradeColour} from "../scales.js";
import {draw, type Chart, type ChartOptions} from "./chart.js";

export interface GradeShare {
  readonly grade: string;
  readonly order: number;
  readonly share: number;
  readonly shareBefore: number | null;
}

export interface GradeColumnsOptions extends ChartOptions {
  readonly gradeCount: number;
  readonly labels: {readonly before: string};
}

/** Share of each grade now, with a tick where it stood a year before. */
export function GradeColumns(grades: readonly GradeShare[], options: GradeColumnsOptions): Chart {
  const {document, width, gradeCount, labels} = options;
  const before = grades.filter(({shareBefore}) => shareBefore !== null);
  const furthest = [...before].sort((a, b) => b.shareBefore! - b.share - a.shareBefore! + a.share)[0];
  return draw(document, {
    width,
    height: Math.min(280, Math.round(width * 0.34) + 60),
    marginLeft: 44,
    x: {label: null, domain: grades.map(({grade}) => grade), padding: 0.18, tickSize: 0},
    y: {grid: true, label: null, ticks: 4, tickFormat: (share: number) => percent(share, 0), zero: true},
    marks: [
      Plot.barY(grades, {x: "grade", y: "share", fill: (d: GradeShare) => gradeColour(d.order, gradeCount), rx: 1}),
      Plot.tickY(before, {x: "grade", y: "shareBefore", stroke: "currentColor", strokeWidth: 2}),
      Plot.text(furthest === undefined ? [] : [furthest], {
        x: "grade",
        y: "shareBefore",
        text: () => labels.before,
        dy: -9
      }),
      Plot.ruleY([0])
    ]
  });
}
