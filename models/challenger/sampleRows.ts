import {permutation, type Random} from "../numerics/random.js";

/**
 * At most `rows` rows, rising: all events up to half of them, the rest non-events; more events only where non-events are too few.
 * Which ones is chance.
 */
export function sampleRows(defaulted: Uint8Array, rows: number, random: Random): Uint32Array {
  const order = permutation(defaulted.length, random);
  const events = order.filter((row) => defaulted[row] === 1);
  const others = order.filter((row) => defaulted[row] === 0);
  const eventCount = Math.min(events.length, Math.max(Math.floor(rows / 2), rows - others.length));
  return Uint32Array.of(...events.subarray(0, eventCount), ...others.subarray(0, rows - eventCount)).sort();
}

/** As many rows as there are, drawn with replacement, those without default first. */
export function bootstrapRows(outcomes: Uint8Array, random: Random): Uint32Array {
  const drawn = Uint32Array.from(outcomes, () => Math.floor(random() * outcomes.length));
  return drawn.sort((a, b) => outcomes[a]! - outcomes[b]! || a - b);
}
