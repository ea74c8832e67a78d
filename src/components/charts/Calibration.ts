import * as Plot from "@observablehq/plot";
import {rateTick} from "../../format/number.js";
import {gradeColour} from "../scales.js";
import {draw, type Chart, type ChartOptions} from "./chart.js";

export interface GradeCalibration {
  readonly grade: string;
  readonly order: number;
  readonly lowerPd: number;
  readonly upperPd: number;
  readonly pd: number | null;
  readonly odr: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

export interface CalibrationOptions extends ChartOptions {
  readonly gradeCount: number;
}

/** Lowest rate that the log scale shows; a rate of zero has only the upper end of its interval. */
const FLOOR = 0.0001;

/** For each grade: its PD band, its mean PD and the observed default rate with its interval, on a log scale. */
export function Calibration(grades: readonly GradeCalibration[], options: CalibrationOptions): Chart {
  const {document, width, gradeCount} = options;
  const observed = grades.filter((d) => d.upper !== null);
  const within = (rate: number) => Math.min(1, Math.max(FLOOR, rate));
  return draw(document, {
    width,
    height: Math.round(width * 0.4) + 90,
    marginLeft: 56,
    x: {label: null, domain: grades.map(({grade}) => grade), padding: 0.15, tickSize: 0},
    y: {
      type: "log",
      domain: [FLOOR, 1],
      grid: true,
      label: null,
      ticks: [0.0001, 0.001, 0.01, 0.1, 1],
      tickFormat: rateTick
    },
    marks: [
      Plot.barY(grades, {
        x: "grade",
        y1: (d: GradeCalibration) => within(d.lowerPd),
        y2: (d: GradeCalibration) => within(d.upperPd),
        fill: (d: GradeCalibration) => gradeColour(d.order, gradeCount),
        fillOpacity: 0.35
      }),
      Plot.ruleX(observed, {
        x: "grade",
        y1: (d: GradeCalibration) => within(d.lower!),
        y2: (d: GradeCalibration) => within(d.upper!),
        stroke: "var(--line-observed)",
        strokeWidth: 1.75
      }),
      Plot.dot(
        observed.filter(({odr}) => odr! > 0),
        {x: "grade", y: (d: GradeCalibration) => within(d.odr!), fill: "var(--line-observed)", r: 4}
      ),
      Plot.tickY(
        grades.filter(({pd}) => pd !== null),
        {x: "grade", y: (d: GradeCalibration) => within(d.pd!), stroke: "var(--line-expected)", strokeWidth: 3}
      )
    ]
  });
}
