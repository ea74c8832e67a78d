import {factorOf, offsetOf} from "./scaling.js";
import type {Scaling} from "./scorecard.js";
import type {WoeFit} from "./woeFit.js";

/**
 * Whole points of a fit. The points of a bin are -factor x coefficient x weight of evidence, rounded; what rounding moves on average over the
 * training rows is taken back in the base points, which are rounded too. The half point that may be left is the calibration's to absorb.
 */
export function pointsFor(
  {intercept, coefficients, features}: Pick<WoeFit, "intercept" | "coefficients" | "features">,
  scaling: Scaling
): {readonly basePoints: number; readonly points: readonly (readonly number[])[]} {
  const factor = factorOf(scaling);
  let base = offsetOf(scaling) - factor * intercept;
  const points = features.map(({bins, weights}, index) => {
    const rows = bins.bins.reduce((sum, {goods, bads}) => sum + goods + bads, 0);
    return bins.bins.map(({goods, bads}, bin) => {
      const exact = -factor * coefficients[index]! * weights[bin]!;
      const whole = Math.round(exact) + 0; // never -0
      base += ((exact - whole) * (goods + bads)) / rows;
      return whole;
    });
  });
  return {basePoints: Math.round(base) + 0, points};
}
