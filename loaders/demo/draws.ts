import {normalQuantile} from "#models/numerics/normal.js";

/**
 * Draws that depend on nothing but their counters: seed, stream, item and step. The same four
 * numbers give the same draw, in whatever order and on however many threads they are asked for.
 */
export interface Draws {
  /** Whole number in [0, 2^32). */
  bits(stream: number, item: number, step: number): number;
  /** Uniform on (0, 1). */
  uniform(stream: number, item: number, step: number): number;
  /** Standard normal, from a table of 65,536 quantiles. */
  normal(stream: number, item: number, step: number): number;
}

const QUANTILES = 65_536;
let table: Float64Array | undefined;

/** Standard normal quantiles at the midpoints of equal slices of probability. */
export function normalQuantiles(): Float64Array {
  return (table ??= Float64Array.from({length: QUANTILES}, (_, slice) => normalQuantile((slice + 0.5) / QUANTILES)));
}

/** One of the streams below is named at each call, so that no two uses share a draw. */
export function drawsOf(seed: number): Draws {
  const quantiles = normalQuantiles();
  const start = mixed(seed ^ 0x9e3779b9);
  const bits = (stream: number, item: number, step: number): number =>
    mixed(mixed(mixed(start + Math.imul(stream, 0x85ebca6b)) ^ item) + Math.imul(step + 1, 0xc2b2ae35)) >>> 0;
  return {
    bits,
    uniform: (stream, item, step) => (bits(stream, item, step) + 0.5) / 4_294_967_296,
    normal: (stream, item, step) => quantiles[bits(stream, item, step) >>> 16]!
  };
}

/** The finaliser of MurmurHash3 (public domain, Austin Appleby): every input bit moves half of the output bits. */
function mixed(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** The use that a draw is for. */
export const STREAM = {
  obligor: 1,
  sector: 2,
  size: 3,
  quality: 4,
  onboarding: 5,
  macro: 6,
  sectorFactor: 7,
  own: 8,
  shock: 9,
  fatal: 10,
  length: 11,
  distress: 12,
  cure: 13,
  leaving: 14,
  firm: 15,
  sales: 16,
  cost: 17,
  collection: 18,
  facility: 19,
  residual: 20,
  writeOff: 21,
  series: 22,
  investment: 23,
  litigation: 24,
  turnover: 25
} as const;
