import {intervalOf} from "./numericSlots.js";

/**
 * Upper ends of bins of about equal counts, from quantiles: repeated ones fall together, so that a value that many rows share has
 * one bin, and the last bin, which is open, has none. Values at a cut point belong to the bin below it.
 *
 * Quantiles are in order; the largest value is among them, for above it nothing is known.
 */
export function cutPoints(quantiles: readonly number[]): number[] {
  const distinct = quantiles.filter((value, index) => index === 0 || value > quantiles[index - 1]!);
  return distinct.slice(0, -1);
}

/** Bin of a value, from 0; a missing one (NaN) is in none, and gives the number after the last. */
export function binOf(value: number, cuts: readonly number[]): number {
  return Number.isNaN(value) ? cuts.length + 1 : intervalOf(cuts, value);
}

/**
 * Quantiles at equal steps of the values that are known, the largest last: the value below or at which such a share of them lies. Empty where
 * none is known. This is what a database calls `quantile_disc`.
 */
export function equalQuantiles(values: Float64Array, bins: number): number[] {
  return sortedQuantiles(values.filter((value) => !Number.isNaN(value)).sort(), bins);
}

/** The same of rising values without a missing one. */
export function sortedQuantiles(known: Float64Array, bins: number): number[] {
  if (known.length === 0) return [];
  return Array.from({length: bins}, (_, index) => {
    const rank = Math.ceil(((index + 1) * known.length) / bins);
    return known[Math.max(0, rank - 1)]!;
  });
}

/** Joins neighbours, from the left, until every bin holds at least so many rows; keeps the cut points that remain. */
export function coarseCuts(cuts: readonly number[], counts: readonly number[], least: number): number[] {
  if (counts.length !== cuts.length + 1) throw new Error(`${cuts.length} cuts make ${cuts.length + 1} bins`);
  const kept: number[] = [];
  let inBin = 0;
  cuts.forEach((cut, index) => {
    inBin += counts[index]!;
    if (inBin < least) return;
    kept.push(cut);
    inBin = 0;
  });
  // What is left over on the right joins the bin before it.
  if (inBin + counts.at(-1)! < least) kept.pop();
  return kept;
}
