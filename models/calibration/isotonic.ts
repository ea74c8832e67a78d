import {order, weightsOf} from "./sample.js";

/**
 * A step for each block of PDs with one default rate, sloped between blocks: the calibrated PD of `pds[i]` is `values[i]`, linear between
 * and constant outside. Both never fall; each block gives its first and its last PD.
 */
export interface IsotonicCalibration {
  readonly kind: "isotonic";
  readonly pds: readonly number[];
  readonly values: readonly number[];
}

interface Block {
  first: number;
  last: number;
  weight: number;
  /** Weighted sum of outcomes. */
  total: number;
}

/**
 * The non-decreasing map with the least weighted squared error to the outcomes, by pooling adjacent violators (Ayer et al. 1955); rows with
 * the same PD are pooled first. The weighted mean of the calibrated PDs is that of the outcomes.
 *
 * `outcomes` are 0/1 flags or default rates in [0, 1], one for each PD. Order is kept weakly: PDs of one block become equal.
 */
export function fitIsotonic(
  pds: Float64Array,
  outcomes: Uint8Array | Float64Array,
  weights?: Float64Array
): IsotonicCalibration {
  const weightOf = weightsOf(pds, weights);
  if (outcomes.length !== pds.length) throw new RangeError(`${pds.length} PDs, but ${outcomes.length} outcomes`);
  const blocks: Block[] = [];
  for (const row of order(pds)) {
    const [pd, weight] = [pds[row]!, weightOf(row)];
    if (weight === 0) continue;
    const tied = blocks.at(-1)?.last === pd;
    if (!tied) pool(blocks);
    if (tied) {
      blocks.at(-1)!.weight += weight;
      blocks.at(-1)!.total += weight * outcomes[row]!;
    } else blocks.push({first: pd, last: pd, weight, total: weight * outcomes[row]!});
  }
  pool(blocks);
  const ends = blocks.flatMap(({first, last, weight, total}) => {
    const value = Math.min(1, total / weight);
    return first === last
      ? [{pd: first, value}]
      : [
          {pd: first, value},
          {pd: last, value}
        ];
  });
  return {kind: "isotonic", pds: ends.map(({pd}) => pd), values: ends.map(({value}) => value)};
}

/** Merges the last block backwards until rates rise strictly. */
function pool(blocks: Block[]): void {
  while (blocks.length > 1) {
    const [before, last] = [blocks.at(-2)!, blocks.at(-1)!];
    if (before.total * last.weight < last.total * before.weight) return;
    before.last = last.last;
    before.weight += last.weight;
    before.total += last.total;
    blocks.pop();
  }
}

/** By bisection among the knots. */
export function isotonicPd({pds, values}: IsotonicCalibration, pd: number): number {
  let low = 0;
  let high = pds.length - 1;
  if (pd <= pds[low]!) return values[low]!;
  if (pd >= pds[high]!) return values[high]!;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (pds[middle]! <= pd) low = middle;
    else high = middle;
  }
  const [from, to] = [values[low]!, values[high]!];
  return Math.min(to, from + (to - from) * ((pd - pds[low]!) / (pds[high]! - pds[low]!)));
}
