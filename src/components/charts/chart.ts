import * as Plot from "@observablehq/plot";
import type {Language} from "../../format/language.js";

/** What every chart is given beside its data. The document is jsdom's at build time and the window's in the browser. */
export interface ChartOptions {
  readonly document: Document;
  readonly width: number;
  readonly language: Language;
}

export type Chart = SVGSVGElement;

/** Draws with Plot, and drops the inline style sheet: the site's own holds those rules, and the content policy refuses others. */
export function draw(document: Document, options: Plot.PlotOptions): Chart {
  const chart = Plot.plot({...options, document}) as Chart;
  for (const style of chart.querySelectorAll("style")) style.remove();
  for (const group of chart.querySelectorAll("g[aria-label]")) nameByClass(group);
  chart.removeAttribute("font-family");
  chart.removeAttribute("font-size");
  return chart;
}

/** Plot names its groups for assistive technology, which the image role of the whole hides; style still needs the names. */
function nameByClass(group: Element): void {
  const name = group.getAttribute("aria-label")!.replaceAll(" ", "-");
  const own = group.getAttribute("class");
  group.setAttribute("class", own === null ? name : `${own} ${name}`);
  group.removeAttribute("aria-label");
}

/** Room between two labels of an axis, and what the margins of a chart take from its width, in pixels. */
const LABEL_GAP = 14;
const MARGINS = 90;

/** Days in the middle of the axis at which a year is written: the latest observation date, and whole years before it. */
export function yearTicks(dates: readonly string[], width: number): Date[] {
  const last = dates.at(-1);
  if (last === undefined) return [];
  const yearly = [...new Set(dates)].filter((date) => date.slice(5, 7) === last.slice(5, 7)).reverse();
  const labelWidth = textWidth(yearLabel(instant(last))) + LABEL_GAP;
  const step = Math.max(1, Math.ceil((yearly.length * labelWidth) / (width - MARGINS)));
  return yearly.filter((_, index) => index % step === 0).map(instant);
}

/** `2025` for a year end, `2025-06` for another month. */
export function yearLabel(date: Date): string {
  const iso = date.toISOString();
  return iso.slice(5, 7) === "12" ? iso.slice(0, 4) : iso.slice(0, 7);
}

export function instant(iso: string): Date {
  return new Date(`${iso}T00:00:00Z`);
}

/** The x scale of a chart over observation dates. */
export function timeScale(dates: readonly string[], width: number): Plot.ScaleOptions {
  return {type: "utc", ticks: yearTicks(dates, width), tickFormat: yearLabel, label: null, tickSize: 4};
}

/** About how wide a label is drawn, in pixels: Chinese characters are square, others about half as wide. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, symbol) => sum + (symbol > "\u2e80" ? 12 : 6.4), 0);
}
