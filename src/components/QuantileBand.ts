import {markup, type Html} from "./html.js";

const WIDTH = 220;
const HEIGHT = 56;
const EDGE = 3;

export interface BandPoint {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/** A median within a band over the years, without axes: the table beside it holds the figures. Nothing where there are fewer than two points. */
export function QuantileBand(points: readonly BandPoint[]): Html | null {
  if (points.length < 2) return null;
  const bottom = Math.min(...points.map(({low}) => low));
  const top = Math.max(...points.map(({high}) => high));
  const x = (index: number) => EDGE + (index / (points.length - 1)) * (WIDTH - 2 * EDGE);
  const y = (value: number) =>
    top === bottom ? HEIGHT / 2 : EDGE + ((top - value) / (top - bottom)) * (HEIGHT - 2 * EDGE);
  const at = (value: (point: BandPoint) => number) =>
    points.map((point, index) => `${Math.round(x(index))},${Math.round(y(value(point)))}`);
  const band = [...at(({high}) => high), ...at(({low}) => low).reverse()].join("L");
  return markup`<svg class="band" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" aria-hidden="true"><path class="area" d="M${band}z"></path><path class="middle" d="M${at(({middle}) => middle).join("L")}"></path></svg>`;
}
