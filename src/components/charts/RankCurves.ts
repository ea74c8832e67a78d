import * as Plot from "@observablehq/plot";
import {percent} from "../../format/number.js";
import {draw, type Chart, type ChartOptions} from "./chart.js";
import {seriesName, withRoles, type Role} from "./series.js";

export interface RankCurve {
  readonly place: number;
  readonly points: readonly {readonly x: number; readonly y: number}[];
}

export interface RankCurvesOptions extends ChartOptions {
  readonly roleOf: (place: number) => Role;
  readonly labels: {readonly x: string; readonly y: string};
}

/** Curves from corner to corner of a square, above the diagonal of chance: ROC, or gains. */
export function RankCurves(curves: readonly RankCurve[], {document, width, roleOf, labels}: RankCurvesOptions): Chart {
  const axis = {domain: [0, 1], ticks: 5, tickFormat: (share: number) => percent(share, 0), grid: true};
  const chart = draw(document, {
    width,
    height: width,
    marginLeft: 46,
    marginTop: 28,
    marginBottom: 40,
    x: {...axis, label: labels.x, labelArrow: "none"},
    y: {...axis, label: labels.y, labelArrow: "none"},
    marks: [
      Plot.line([0, 1], {
        x: (d: number) => d,
        y: (d: number) => d,
        stroke: "currentColor",
        strokeOpacity: 0.4,
        strokeDasharray: "2,3"
      }),
      ...curves.map(({place, points}) =>
        Plot.line(points, {x: "x", y: "y", stroke: "currentColor", strokeWidth: 2, className: seriesName(place)})
      )
    ]
  });
  return withRoles(chart, roleOf);
}
