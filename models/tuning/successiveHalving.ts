export interface Race {
  /** Losses of the candidates of each rung, in the order in which they stand there; lower is better. */
  readonly rungs: readonly {
    readonly share: number;
    readonly candidates: readonly number[];
    readonly losses: readonly number[];
  }[];
  readonly winner: number;
}

/**
 * Successive halving (Jamieson and Talwalkar 2016, AISTATS): all candidates compete on a small share of the rows, the best `keep` of
 * them on the next, and so on; the last rung decides. Of equal losses the earlier candidate wins.
 *
 * `shares` rise to 1; `lossOf` is asked once for each candidate and rung; a candidate that cannot be fitted has the loss Infinity.
 * Throws when there is no candidate, or when none has a finite loss on the last rung.
 */
export function successiveHalving(
  candidates: number,
  {shares, keep}: {readonly shares: readonly number[]; readonly keep: number},
  lossOf: (candidate: number, share: number) => number
): Race {
  if (candidates < 1) throw new RangeError("a race needs candidates");
  let alive = Array.from({length: candidates}, (_, index) => index);
  const rungs = shares.map((share, rung) => {
    const losses = alive.map((candidate) => lossOf(candidate, share));
    const order = alive.map((candidate, index) => ({candidate, loss: losses[index]!}));
    order.sort((a, b) => (a.loss === b.loss ? a.candidate - b.candidate : a.loss < b.loss ? -1 : 1));
    const ran = alive;
    const kept = rung === shares.length - 1 ? 1 : Math.max(1, Math.ceil(alive.length * keep));
    alive = order.slice(0, kept).map(({candidate}) => candidate);
    return {share, candidates: ran, losses};
  });
  const last = rungs.at(-1)!;
  if (!last.losses.some(Number.isFinite)) throw new RangeError("no candidate could be fitted");
  return {rungs, winner: alive[0]!};
}
