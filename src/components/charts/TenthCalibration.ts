import * as Plot from "@observablehq/plot";
import {rateTick} from "../../format/number.js";
import {draw, type Chart, type ChartOptions} from "./chart.js";
import {seriesName, withRoles, type Role} from "./series.js";

interface Tenth {
  readonly pd: number;
  readonly odr: number;
  readonly lower: number;
  readonly upper: number;
}

export interface CalibrationSeries {
  readonly place: number;
  readonly tenths: readonly Tenth[];
}

export interface TenthCalibrationOptions extends ChartOptions {
  readonly roleOf: (place: number) => Role;
  readonly labels: {readonly x: string; readonly y: string};
}

/** Lowest rate that the log scales show; a rate of zero has only the upper end of its interval. */
const FLOOR = 0.0002;

/** Observed default rates of tenths of the rows with their intervals, against their mean PDs, on log scales. */
export function TenthCalibration(series: readonly CalibrationSeries[], options: TenthCalibrationOptions): Chart {
  const {document, width, roleOf, labels} = options;
  const within = (rate: number) => Math.min(1, Math.max(FLOOR, rate));
  const axis = {
    type: "log" as const,
    domain: [FLOOR, 1],
    ticks: [0.001, 0.01, 0.1, 1],
    tickFormat: rateTick,
    grid: true,
    labelArrow: "none" as const
  };
  const marks = series.flatMap(({place, tenths}) => {
    const shared = {x: (d: Tenth) => within(d.pd), stroke: "currentColor", className: seriesName(place)};
    return [
      Plot.ruleX(tenths, {
        ...shared,
        y1: (d: Tenth) => within(d.lower),
        y2: (d: Tenth) => within(d.upper),
        strokeWidth: 1.25
      }),
      Plot.dot(
        tenths.filter(({odr}) => odr > 0),
        {...shared, y: (d: Tenth) => within(d.odr), fill: "currentColor", r: 3.5}
      )
    ];
  });
  const chart = draw(document, {
    width,
    height: width,
    marginLeft: 46,
    marginTop: 28,
    marginBottom: 40,
    x: {...axis, label: labels.x},
    y: {...axis, label: labels.y},
    marks: [
      Plot.line([FLOOR, 1], {
        x: (d: number) => d,
        y: (d: number) => d,
        stroke: "currentColor",
        strokeOpacity: 0.4,
        strokeDasharray: "2,3"
      }),
      ...marks
    ]
  });
  return withRoles(chart, roleOf);
}
