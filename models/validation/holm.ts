/**
 * P-values of several tests, adjusted so that the chance of any false rejection stays at the level (Holm 1979, Scandinavian Journal of
 * Statistics 6, 65-70). In the order given.
 */
export function holmAdjusted(pValues: readonly number[]): number[] {
  const order = [...pValues.keys()].sort((a, b) => pValues[a]! - pValues[b]!);
  const adjusted = pValues.slice();
  let least = 0;
  order.forEach((test, rank) => {
    least = Math.max(least, Math.min(1, (pValues.length - rank) * pValues[test]!));
    adjusted[test] = least;
  });
  return adjusted;
}
