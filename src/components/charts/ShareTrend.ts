import * as Plot from "@observablehq/plot";
import {percent} from "../../format/number.js";
import {draw, instant, textWidth, timeScale, type Chart, type ChartOptions} from "./chart.js";

export interface DatedShare {
  readonly date: string;
  readonly label: string;
  /** Place in the stack, lowest first. */
  readonly order: number;
  readonly value: number;
  readonly colour: string;
}

/** The share of each class over time, stacked; labelled at the end where its band is thick enough. */
export function ShareTrend(shares: readonly DatedShare[], {document, width}: ChartOptions): Chart {
  const sorted = [...shares].sort((a, b) => a.order - b.order);
  const dates = [...new Set(shares.map(({date}) => date))].sort();
  const height = Math.min(360, Math.round(width * 0.36) + 90);
  const bands = bandMiddles(sorted, dates.at(-1), height - 50);
  return draw(document, {
    width,
    height,
    marginLeft: 44,
    marginRight: 14 + Math.max(30, ...bands.map(({label}) => textWidth(label))),
    x: timeScale(dates, width),
    y: {label: null, ticks: 4, tickFormat: (share: number) => percent(share, 0), domain: [0, 1]},
    marks: [
      Plot.areaY(
        sorted,
        Plot.stackY({
          x: (d: DatedShare) => instant(d.date),
          y: "value",
          z: "label",
          fill: "colour",
          stroke: "var(--surface)",
          strokeWidth: 0.75,
          offset: "normalize"
        })
      ),
      Plot.text(bands, {x: (d: Band) => instant(d.date), y: "middle", text: "label", textAnchor: "start", dx: 6})
    ]
  });
}

interface Band {
  readonly date: string;
  readonly label: string;
  readonly middle: number;
}

/** Labels nearer than this would lie on one another, in pixels. */
const LINE_HEIGHT = 12;

/** The middles of the last bands, those of thinner bands left out where labels would meet. */
function bandMiddles(sorted: readonly DatedShare[], last: string | undefined, height: number): Band[] {
  const bands = sorted.filter(({date}) => date === last);
  const total = bands.reduce((sum, {value}) => sum + value, 0);
  let below = 0;
  const middles = bands.map(({date, label, value}) => {
    const middle = (below + value / 2) / total;
    below += value;
    return {date, label, middle, value};
  });
  const kept: Band[] = [];
  for (const band of [...middles].sort((a, b) => b.value - a.value)) {
    const isFree = kept.every(({middle}) => Math.abs(middle - band.middle) * height >= LINE_HEIGHT);
    if (isFree && band.value > 0) kept.push(band);
  }
  return kept;
}
