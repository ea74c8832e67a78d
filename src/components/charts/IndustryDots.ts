import * as Plot from "@observablehq/plot";
import {percent, rateTick} from "../../format/number.js";
import {draw, textWidth, type Chart, type ChartOptions} from "./chart.js";

export interface WeightedRate {
  readonly label: string;
  readonly share: number;
  readonly pd: number;
}

export interface IndustryDotsOptions extends ChartOptions {
  readonly labels: {readonly share: string; readonly pd: string; readonly book: string};
  readonly bookPd: number | null;
}

/** Each industry by its weight in the book and its mean PD; what matters is up and to the right. */
export function IndustryDots(rows: readonly WeightedRate[], options: IndustryDotsOptions): Chart {
  const {document, width, labels, bookPd} = options;
  return draw(document, {
    width,
    height: Math.round(width * 0.42) + 70,
    marginLeft: 48,
    marginRight: 24,
    marginBottom: 40,
    x: {
      label: `${labels.share} →`,
      tickFormat: (share: number) => percent(share, 0),
      zero: true,
      grid: true,
      ticks: 5,
      insetRight: 40
    },
    y: {label: `↑ ${labels.pd}`, tickFormat: rateTick, zero: true, nice: true, grid: true, ticks: 5},
    marks: [
      ...(bookPd === null ? [] : bookLine(bookPd, labels.book)),
      Plot.dot(rows, {x: "share", y: "pd", r: 4.5, fill: "var(--bar)", stroke: "var(--paper)"}),
      Plot.text(placed(rows, width), {x: "share", y: "pd", text: "label", textAnchor: "start", dx: 8})
    ]
  });
}

function bookLine(pd: number, text: string): Plot.Markish[] {
  return [
    Plot.ruleY([pd], {stroke: "currentColor", strokeDasharray: "2,3", strokeOpacity: 0.7}),
    Plot.text([text], {y: () => pd, frameAnchor: "right", textAnchor: "end", dy: -7, fillOpacity: 0.85})
  ];
}

/** The rows whose labels fit without lying on one another or on a dot; the heavier and the riskier first. */
function placed(rows: readonly WeightedRate[], width: number): WeightedRate[] {
  const topShare = Math.max(...rows.map(({share}) => share), 1e-9);
  const topPd = Math.max(...rows.map(({pd}) => pd), 1e-9);
  const plot = {width: width - 112, height: width * 0.42 + 10};
  const at = ({share, pd}: WeightedRate) => ({x: (share / topShare) * plot.width, y: (pd / topPd) * plot.height});
  const boxes = rows.map((row) => ({left: at(row).x - 5, right: at(row).x + 5, y: at(row).y}));
  const byWeight = [...rows].sort((a, b) => b.share / topShare + b.pd / topPd - a.share / topShare - a.pd / topPd);
  return byWeight.filter((row) => {
    const {x, y} = at(row);
    const box = {left: x + 6, right: x + 10 + textWidth(row.label), y};
    const isFree =
      box.right < plot.width + 60 &&
      boxes.every((other) => Math.abs(other.y - y) > 13 || other.left > box.right || other.right < box.left);
    if (isFree) boxes.push(box);
    return isFree;
  });
}
