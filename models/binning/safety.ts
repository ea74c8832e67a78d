/** Goods and bads of two sets of rows, compared by whole numbers, so that no rounding decides. */

/**
 * Whether a second bin is strictly safer than a first: it has fewer events per non-event, and still does where the prior of one half is added
 * to every count, as it is in the weight of evidence. Equal bins are not: they would be joined, which costs no information.
 */
export function isSafer(goods: number, bads: number, thanGoods: number, thanBads: number): boolean {
  return (
    goods * thanBads > thanGoods * bads && (2 * goods + 1) * (2 * thanBads + 1) > (2 * thanGoods + 1) * (2 * bads + 1)
  );
}
