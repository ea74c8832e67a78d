import * as Plot from "@observablehq/plot";
import {rateTick} from "../../format/number.js";
import {draw, instant, timeScale, type Chart, type ChartOptions} from "./chart.js";

export interface DatedRates {
  readonly date: string;
  readonly expected: number | null;
  readonly observed: number | null;
}

export interface RateLinesOptions extends ChartOptions {
  readonly labels: {readonly expected: string; readonly observed: string};
  /** Top of the scale, so that several charts can be compared. */
  readonly upTo?: number;
  /** Without axis labels and series names, for small multiples. */
  readonly isSmall?: boolean;
}

/** More points than this make a line of their own. */
const CROWDED = 60;

/** Mean PD against the default rate that followed, both at the date of the rating. */
export function RateLines(rates: readonly DatedRates[], options: RateLinesOptions): Chart {
  const {document, width, labels, upTo, isSmall = false} = options;
  const x = (d: DatedRates) => instant(d.date);
  const known = (series: "expected" | "observed") => rates.filter((d) => d[series] !== null);
  const ends = [
    {...known("expected").at(-1), text: labels.expected, y: "expected" as const},
    {...known("observed").at(-1), text: labels.observed, y: "observed" as const}
  ].filter((end) => end.date !== undefined);
  return draw(document, {
    width,
    height: isSmall ? 112 : Math.round(width * 0.36) + 60,
    marginLeft: isSmall ? 36 : 44,
    marginRight: isSmall ? 8 : 92,
    marginTop: 12,
    x: timeScale(
      rates.map(({date}) => date),
      isSmall ? width / 1.6 : width - 136
    ),
    y: {
      grid: true,
      zero: true,
      label: null,
      ticks: isSmall ? 2 : 4,
      tickFormat: rateTick,
      ...(upTo === undefined ? {nice: true} : {domain: [0, upTo], clamp: true})
    },
    marks: [
      Plot.ruleY([0]),
      Plot.dot(known("observed").length > CROWDED ? [] : known("observed"), {
        x,
        y: "observed",
        r: isSmall ? 1.5 : 2.5,
        fill: "var(--line-observed)"
      }),
      Plot.lineY(known("observed"), {
        x,
        y: "observed",
        stroke: "var(--line-observed)",
        strokeWidth: 1.5,
        strokeDasharray: "4,3"
      }),
      Plot.lineY(known("expected"), {x, y: "expected", stroke: "var(--line-expected)", strokeWidth: 2}),
      ...(upTo === undefined ? [] : beyond(rates, upTo)),
      ...(isSmall ? [] : endLabels(ends))
    ]
  });
}

/** A triangle at the top of the scale for every rate above it, where the line is cut. */
function beyond(rates: readonly DatedRates[], upTo: number): Plot.Markish[] {
  return (["expected", "observed"] as const).map((series) =>
    Plot.dot(
      rates.filter((d) => (d[series] ?? 0) > upTo),
      {x: (d: DatedRates) => instant(d.date), y: upTo, r: 3.5, symbol: "triangle", fill: `var(--line-${series})`}
    )
  );
}

interface End {
  readonly date?: string;
  readonly expected?: number | null;
  readonly observed?: number | null;
  readonly y: "expected" | "observed";
  readonly text: string;
}

/** Series names at the line ends, the higher one above. */
function endLabels(ends: readonly End[]): Plot.Markish[] {
  const right = ends
    .map(({date}) => date!)
    .sort()
    .at(-1);
  const [first, second] = [...ends].sort((a, b) => b[b.y]! - a[a.y]!);
  return [first, second].flatMap((end, place) => {
    if (end === undefined || right === undefined) return [];
    return Plot.text([end], {
      x: () => instant(right),
      y: (d: End) => d[d.y],
      text: "text",
      fill: `var(--line-${end.y})`,
      textAnchor: "start",
      dx: 8,
      dy: place === 0 ? -6 : 8
    });
  });
}
