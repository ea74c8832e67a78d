/** Uniform on [0, 1). */
export type Random = () => number;

/** 32 well-mixed bits of a seed and a counter: integer arithmetic alone, so alike on every machine. */
export function mix32(seed: number, counter: number): number {
  let h = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(counter ^ (counter >>> 15), 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A stream of uniform numbers; the n-th depends on the seed and n alone. */
export function randomOf(seed: number): Random {
  let counter = 0;
  return () => mix32(seed, counter++) / 2 ** 32;
}

/** The numbers 0 .. length - 1 in random order (Fisher and Yates). */
export function permutation(length: number, random: Random): Uint32Array {
  const order = Uint32Array.from({length}, (_, index) => index);
  for (let last = length - 1; last > 0; last--) {
    const pick = Math.floor(random() * (last + 1));
    [order[last], order[pick]] = [order[pick]!, order[last]!];
  }
  return order;
}
