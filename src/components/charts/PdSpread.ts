import * as Plot from "@observablehq/plot";
import {percent, rateTick} from "../../format/number.js";
import {draw, type Chart, type ChartOptions} from "./chart.js";
import {seriesName, withRoles, type Role} from "./series.js";

interface PdClass {
  readonly upperPd: number;
  readonly share: number;
}

export interface SpreadSeries {
  readonly place: number;
  readonly classes: readonly PdClass[];
}

export interface PdSpreadOptions extends ChartOptions {
  readonly roleOf: (place: number) => Role;
  readonly labels: {readonly x: string; readonly y: string};
}

/** Share of the rows in each class of PD, one line for each series. */
export function PdSpread(series: readonly SpreadSeries[], {document, width, roleOf, labels}: PdSpreadOptions): Chart {
  const domain = series[0]?.classes.map(({upperPd}) => upperPd) ?? [];
  const chart = draw(document, {
    width,
    height: width,
    marginLeft: 46,
    marginTop: 28,
    marginBottom: 40,
    x: {
      type: "point",
      domain,
      ticks: domain.filter((_, place) => place % 2 === 1),
      tickFormat: (pd: number) => rateTick(Number(pd.toPrecision(2))),
      label: labels.x,
      labelArrow: "none"
    },
    y: {
      zero: true,
      nice: true,
      ticks: 5,
      tickFormat: (share: number) => percent(share, 0),
      grid: true,
      label: labels.y,
      labelArrow: "none"
    },
    marks: [
      Plot.ruleY([0]),
      ...series.map(({place, classes}) =>
        Plot.line(classes, {
          x: "upperPd",
          y: "share",
          stroke: "currentColor",
          strokeWidth: 2,
          curve: "step",
          className: seriesName(place)
        })
      )
    ]
  });
  return withRoles(chart, roleOf);
}
