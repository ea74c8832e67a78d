import {markup, type Html} from "./html.js";

const HALF = 34;
const HEIGHT = 10;

/** A weight of evidence as a bar from a middle line: to the right safer than the book, to the left riskier. */
export function WoeBar(woe: number, largest: number): Html {
  const length = largest === 0 ? 0 : Math.round(Math.min(1, Math.abs(woe) / largest) * HALF * 10) / 10;
  const from = woe < 0 ? Math.round((HALF - length) * 10) / 10 : HALF;
  return markup`<svg class="woe" viewBox="0 0 ${2 * HALF} ${HEIGHT}" width="${2 * HALF}" height="${HEIGHT}" aria-hidden="true"><path class="${woe < 0 ? "riskier" : "safer"}" d="M${from},1h${length}v8h-${length}z"></path><path class="middle" d="M${HALF},0v${HEIGHT}"></path></svg>`;
}
