import {normalCdf, normalQuantile} from "../numerics/normal.js";

/**
 * Point-in-time PD under a credit-cycle index Z, positive in good years: Φ((Φ⁻¹(ttcPd) - √ρ Z) / √(1 - ρ)) (Vasicek 2002).
 *
 * At Z = 0 it is below a small through-the-cycle PD, which is the mean over good and bad years and not the PD of the middle one. `rho` is the
 * asset correlation, in [0, 1).
 */
export function pitPd(ttcPd: number, z: number, rho: number): number {
  requireCorrelation(rho);
  return normalCdf((normalQuantile(ttcPd) - Math.sqrt(rho) * z) / Math.sqrt(1 - rho));
}

/** Through-the-cycle PD of a point-in-time PD: undoes `pitPd`. */
export function ttcPd(pitPd: number, z: number, rho: number): number {
  requireCorrelation(rho);
  return normalCdf(Math.sqrt(1 - rho) * normalQuantile(pitPd) + Math.sqrt(rho) * z);
}

export interface DefaultRateYear {
  readonly year: number;
  readonly odr: number;
}

export interface CycleYear {
  readonly year: number;
  /** Positive in good years; null where the year says no number: no default, or nothing but defaults. */
  readonly z: number | null;
}

/** The credit-cycle index of each year: the Z at which the point-in-time PD of `ttcPd` is the year's observed default rate. `rho` in (0, 1). */
export function creditCycleIndex(odrByYear: readonly DefaultRateYear[], ttcPd: number, rho: number): CycleYear[] {
  requireCorrelation(rho);
  if (rho === 0) throw new RangeError("without correlation there is no credit cycle: rho must be above zero");
  return odrByYear.map(({year, odr}) => {
    const z = (normalQuantile(ttcPd) - Math.sqrt(1 - rho) * normalQuantile(odr)) / Math.sqrt(rho);
    return {year, z: Number.isFinite(z) ? z : null};
  });
}

function requireCorrelation(rho: number): void {
  if (!(rho >= 0 && rho < 1)) throw new RangeError(`an asset correlation must be in [0, 1); got ${rho}`);
}
