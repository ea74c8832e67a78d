import {slotsOf} from "./numericSlots.js";
import type {CategoryBins, NumericBins} from "./woeBins.js";

/** The bin of each number: its place in `bins.bins`. */
export function binIndices(bins: NumericBins, values: Float64Array): Uint16Array {
  const out = new Uint16Array(values.length);
  slotsOf({cuts: Float64Array.from(bins.cuts), specials: Float64Array.from(bins.specials)}, values, out);
  return out;
}

/** The bin of each text: its place in `bins.bins`; null is missing, what no group holds unseen. */
export function categoryIndices({groups}: CategoryBins, values: readonly (string | null)[]): Uint16Array {
  const groupOf = new Map(groups.flatMap((group, index) => group.map((category) => [category, index])));
  const [missing, unseen] = [groups.length, groups.length + 1];
  return Uint16Array.from(values, (value) => (value === null ? missing : (groupOf.get(value) ?? unseen)));
}

/** A value for each row, given one for each bin: weights of evidence or points. */
export function byBin(values: readonly number[], indices: Uint16Array): Float64Array {
  const table = Float64Array.from(values);
  const out = new Float64Array(indices.length);
  for (let row = 0; row < out.length; row++) out[row] = table[indices[row]!]!;
  return out;
}
