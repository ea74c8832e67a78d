import {markup, type Html} from "./html.js";

const HEIGHT = 24;
const BAR = 6;
const GAP = 2;
const APART = 5;

export interface BinBar {
  readonly rate: number | null;
  readonly isMissing: boolean;
}

/** Default rates of bins as bars from zero, the missing values apart: only their shape says something. */
export function BinBars(bins: readonly BinBar[]): Html {
  const largest = Math.max(0, ...bins.map(({rate}) => rate ?? 0));
  const place = (index: number) => index * (BAR + GAP) + (bins[index]!.isMissing && index > 0 ? APART : 0);
  const bar = (rate: number | null, index: number) => {
    const height = largest === 0 ? 1 : Math.max(1, Math.round(((rate ?? 0) / largest) * HEIGHT));
    return `M${place(index)},${HEIGHT}v${-height}h${BAR}v${height}z`;
  };
  const path = (isMissing: boolean) =>
    bins.map((bin, index) => (bin.isMissing === isMissing ? bar(bin.rate, index) : "")).join("");
  const width = bins.length === 0 ? 0 : place(bins.length - 1) + BAR;
  return markup`<svg class="bins" viewBox="0 0 ${width} ${HEIGHT}" width="${width}" height="${HEIGHT}" aria-hidden="true"><path d="${path(false)}"></path>${bins.some(({isMissing}) => isMissing) ? markup`<path class="apart" d="${path(true)}"></path>` : null}</svg>`;
}
