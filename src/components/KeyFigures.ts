import {show} from "./figureText.js";
import type {Figure} from "./figure.js";
import {markup, type Html} from "./html.js";
import {Sparkline} from "./Sparkline.js";
import {isNegligible, percent} from "../format/number.js";
import type {Reading} from "../format/value.js";
import {WORDS} from "../i18n/words.js";

export interface KeyFigure {
  readonly label: string;
  readonly figure: Figure;
  /** Growth in percent for amounts and counts, difference in percentage points for rates and shares. */
  readonly change: Figure | null;
  readonly changeIn: "percent" | "points";
  readonly history: readonly number[];
  /** Whether a rise is bad news. */
  readonly isRiseBad: boolean;
}

/** The figures that a reader looks for first, each with its change and the shape of its history. */
export function KeyFigures(figures: readonly KeyFigure[], reading: Reading, comparison: string): Html {
  return markup`<dl class="keys">${figures.map((key) => {
    const change = changeText(key, reading);
    return markup`<div class="key"><dt>${key.label}</dt><dd class="now">${show(key.figure, reading)}</dd><dd class="change" data-mart="${key.figure.proof.mart}">${change} <span class="muted">${change === null ? null : comparison}</span></dd><dd class="history">${key.history.length > 1 ? Sparkline(key.history) : null}</dd></div>`;
  })}</dl>`;
}

function changeText({change, changeIn, isRiseBad}: KeyFigure, {language}: Reading): Html | null {
  if (change === null || change.value === null) return null;
  const digits = changeIn === "points" ? 2 : 1;
  const size = isNegligible(change.value, digits) ? percent(0) : percent(Math.abs(change.value), digits);
  const isNone = size === percent(0);
  const tone = isNone || !isRiseBad ? "even" : change.value > 0 ? "bad" : "good";
  const sign = isNone ? "±" : change.value > 0 ? "+" : "−";
  const inPoints = size.replace("%", WORDS[language].points);
  return markup`<span class="${tone}">${sign}${changeIn === "points" ? inPoints : size}</span>`;
}
