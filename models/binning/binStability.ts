import {normalCdf} from "../numerics/normal.js";
import {stabilityOf, type Stability} from "../validation/psi.js";
import type {BinCounts} from "./bins.js";
import {isSafer} from "./safety.js";
import type {WoeBin} from "./woeBins.js";

/** Two neighbours whose default rates stood the other way round than in training. */
export interface Crossing {
  /** The one that training found riskier, and the one it found safer: places among the bins. */
  readonly riskier: number;
  readonly safer: number;
  /** How often chance alone shows such a difference between equal rates: one-sided, of two pooled proportions. */
  readonly pValue: number;
}

/** The bins at one date. */
export interface BinsAtDate extends Partial<Stability> {
  /** Days since 1970-01-01. */
  readonly date: number;
  readonly counts: readonly BinCounts[];
  /** Of the rows of the date in each bin; their sum is one. */
  readonly shares: readonly number[];
  /** Of each bin; null where it has no rows. */
  readonly defaultRates: readonly (number | null)[];
  /** Empty where the order of training was kept. */
  readonly crossings: readonly Crossing[];
}

/**
 * How the bins of a feature stood at each date, in order of dates: shares of rows, their stability index against the training rows with what
 * chance alone exceeds once in twenty times, and where neighbours among the bins of known values changed the order of their default rates.
 * A stability index is left out where training had no rows.
 *
 * `indices` are from `binIndices` or `categoryIndices`, `dates` days since 1970-01-01. Throws where lengths differ.
 */
export function binStability(
  bins: readonly WoeBin[],
  indices: Uint16Array,
  dates: Int32Array,
  defaulted: Uint8Array
): BinsAtDate[] {
  const base = bins.map(rowsIn);
  const order = bins.flatMap(({kind}, bin) => (kind === "interval" || kind === "categories" ? [bin] : []));
  order.sort((a, b) => bins[a]!.woe - bins[b]!.woe);
  return [...countsByDate(bins.length, indices, dates, defaulted)]
    .sort(([a], [b]) => a - b)
    .map(([date, counts]) => {
      const rows = counts.map(rowsIn);
      const all = rows.reduce((sum, count) => sum + count, 0);
      return {
        date,
        counts,
        shares: rows.map((count) => count / all),
        defaultRates: counts.map((bin, at) => (rows[at] === 0 ? null : bin.bads / rows[at]!)),
        ...stabilityOf(base, rows),
        crossings: order.slice(1).flatMap((safer, at) => crossingOf(counts, order[at]!, safer))
      };
    });
}

function countsByDate(bins: number, indices: Uint16Array, dates: Int32Array, defaulted: Uint8Array) {
  if (indices.length !== dates.length || indices.length !== defaulted.length) {
    throw new RangeError(`${indices.length} bins, ${dates.length} dates and ${defaulted.length} outcomes`);
  }
  const byDate = new Map<number, {goods: number; bads: number}[]>();
  for (let row = 0; row < indices.length; row++) {
    let counts = byDate.get(dates[row]!);
    if (counts === undefined) {
      counts = Array.from({length: bins}, () => ({goods: 0, bads: 0}));
      byDate.set(dates[row]!, counts);
    }
    const bin = counts[indices[row]!]!;
    if (defaulted[row] === 1) bin.bads++;
    else bin.goods++;
  }
  return byDate;
}

function crossingOf(counts: readonly BinCounts[], riskier: number, safer: number): Crossing[] {
  const [a, b] = [counts[riskier]!, counts[safer]!];
  if (!isSafer(a.goods, a.bads, b.goods, b.bads)) return [];
  const [n, m] = [rowsIn(a), rowsIn(b)];
  const pooled = (a.bads + b.bads) / (n + m);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
  return [{riskier, safer, pValue: normalCdf((a.bads / n - b.bads / m) / error)}];
}

function rowsIn({goods, bads}: BinCounts): number {
  return goods + bads;
}
