import {markup, type Html} from "./html.js";

const WIDTH = 96;
const HEIGHT = 24;

/** A line of the values in their order, without axes: only its shape says something. */
export function Sparkline(values: readonly number[]): Html {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const place = (value: number) => (high === low ? HEIGHT / 2 : 2 + ((high - value) / (high - low)) * (HEIGHT - 4));
  const points = values.map((value, index) => [
    3 + (index / Math.max(1, values.length - 1)) * (WIDTH - 6),
    place(value)
  ]);
  const path = points.map(([x, y]) => `${x!.toFixed(1)},${y!.toFixed(1)}`).join("L");
  const [x, y] = points.at(-1) ?? [0, 0];
  return markup`<svg class="spark" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" aria-hidden="true"><path d="M${path}"></path><circle cx="${x!.toFixed(1)}" cy="${y!.toFixed(1)}" r="2.5"></circle></svg>`;
}
