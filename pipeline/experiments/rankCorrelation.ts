import {rankOrder} from "#models/validation/rankOrder.js";

/** Spearman's correlation: that of the midranks. Null where one of the two does not vary. Throws on NaN. */
export function rankCorrelation(a: Float64Array, b: Float64Array): number | null {
  const [x, y] = [midranks(a), midranks(b)];
  const mean = (a.length + 1) / 2;
  let [xx, yy, xy] = [0, 0, 0];
  for (let row = 0; row < a.length; row++) {
    const [dx, dy] = [x[row]! - mean, y[row]! - mean];
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  return xx === 0 || yy === 0 ? null : xy / Math.sqrt(xx * yy);
}

/** Ranks from 1; equal values share the mean of theirs. */
function midranks(values: Float64Array): Float64Array {
  const order = rankOrder(values);
  const ranks = new Float64Array(values.length);
  for (let from = 0, to = 0; from < order.length; from = to) {
    while (to < order.length && values[order[to]!] === values[order[from]!]) to++;
    for (let place = from; place < to; place++) ranks[order[place]!] = (from + 1 + to) / 2;
  }
  return ranks;
}
