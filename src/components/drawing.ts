import {JSDOM} from "jsdom";
import {raw, type Html} from "./html.js";
import type {Chart} from "./charts/chart.js";

let shared: Document | undefined;

/** The document that charts are drawn into at build time. */
export function buildDocument(): Document {
  shared ??= new JSDOM("").window.document;
  return shared;
}

const PLACES = new Set([
  "d",
  "x",
  "y",
  "x1",
  "x2",
  "y1",
  "y2",
  "cx",
  "cy",
  "r",
  "rx",
  "width",
  "height",
  "transform",
  "points",
  "dx",
  "dy"
]);

/** A drawn chart as markup, its coordinates rounded to a tenth of a pixel. */
export function chartMarkup(chart: Chart): Html {
  for (const element of [chart, ...chart.querySelectorAll("*")]) {
    for (const name of element.getAttributeNames()) {
      if (!PLACES.has(name)) continue;
      const value = element.getAttribute(name)!;
      if (/\.\d\d/.test(value) && !value.endsWith("em"))
        element.setAttribute(name, value.replace(/-?\d*\.\d+(e-?\d+)?/g, tenth));
    }
  }
  return raw(chart.outerHTML.replace(/\n\s*/g, " "));
}

function tenth(digits: string): string {
  return String(Math.round(Number(digits) * 10) / 10 + 0);
}
