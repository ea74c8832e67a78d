/**
 * Where default rates turn: the last index of each block, but for the last one, after neighbours that do not fall strictly (or do not rise strictly) are pooled.
 * Of all cuts these part best: without least counts, the most informative monotone bins end only here. `counts` are goods and bads in turn.
 */
export function rateCorners(counts: Uint32Array, isFalling: boolean): number[] {
  const goods: number[] = [];
  const bads: number[] = [];
  const ends: number[] = [];
  for (let index = 0; index < counts.length / 2; index++) {
    let [g, b] = [counts[2 * index]!, counts[2 * index + 1]!];
    if (g + b === 0) continue;
    while (ends.length > 0) {
      const difference = bads.at(-1)! * g - b * goods.at(-1)!; // above zero where the rate falls
      if (isFalling ? difference > 0 : difference < 0) break;
      g += goods.pop()!;
      b += bads.pop()!;
      ends.pop();
    }
    goods.push(g);
    bads.push(b);
    ends.push(index);
  }
  return ends.slice(0, -1);
}
