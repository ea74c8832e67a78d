import {binomialTail} from "./binomial.js";
import {normalCdf, normalDensity, normalQuantile} from "./normal.js";
import {adaptiveIntegral} from "./quadrature.js";

/** Beyond it the normal density is below 1e-31. */
const FAR = 12;

/**
 * P(D >= k) of n obligors of one PD whose assets share a normal factor (Vasicek): the binomial tail, averaged over the factor. BCBS working
 * paper 14 (2005), page 50.
 *
 * `correlation` is that of assets, in [0, 1). Relative error below 1e-9 down to 1e-20. Throws on k or n that are no whole numbers, and on a
 * PD outside [0, 1].
 */
export function oneFactorBinomialTail(k: number, n: number, pd: number, correlation: number): number {
  if (!(correlation >= 0 && correlation < 1)) throw new RangeError(`correlation must be in [0, 1); got ${correlation}`);
  if (correlation === 0 || pd === 0 || pd === 1 || k <= 0 || k > n) return binomialTail(k, n, pd);
  const threshold = normalQuantile(pd);
  const [loading, own] = [Math.sqrt(correlation), Math.sqrt(1 - correlation)];
  const tailAt = (z: number) => normalDensity(z) * binomialTail(k, n, normalCdf((threshold - loading * z) / own));
  return Math.min(1, adaptiveIntegral(tailAt, -FAR, FAR));
}

/** The smallest number of defaults that is so many or more with probability `level` at most; n + 1 where even n are likelier. */
export function oneFactorBinomialCritical(level: number, n: number, pd: number, correlation: number): number {
  if (!(level > 0 && level < 1)) throw new RangeError(`a level must be in (0, 1); got ${level}`);
  let [low, high] = [0, n + 1];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (oneFactorBinomialTail(middle, n, pd, correlation) <= level) high = middle;
    else low = middle;
  }
  return high;
}
