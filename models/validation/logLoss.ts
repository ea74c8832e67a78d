/** Minus the log-likelihood of 0/1 outcomes under PDs, summed over the rows. Infinity where a PD of 0 or 1 was wrong. */
export function logLoss(pds: Float64Array, defaulted: Uint8Array): number {
  let total = 0;
  for (let row = 0; row < pds.length; row++) {
    total -= defaulted[row] === 1 ? Math.log(pds[row]!) : Math.log1p(-pds[row]!);
  }
  return total;
}
