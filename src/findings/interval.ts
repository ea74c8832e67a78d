/** Two-sided 95 % quantile of the standard normal distribution. */
const Z = 1.959963984540054;

/** Wilson's 95 % interval of a rate from its events and trials; null without trials. */
export function rateInterval(events: number, trials: number): {readonly lower: number; readonly upper: number} | null {
  if (!(trials > 0)) return null;
  const rate = events / trials;
  const square = Z ** 2 / trials;
  const middle = rate + square / 2;
  const half = Z * Math.sqrt((rate * (1 - rate)) / trials + square / (4 * trials));
  return {lower: Math.max(0, (middle - half) / (1 + square)), upper: Math.min(1, (middle + half) / (1 + square))};
}
