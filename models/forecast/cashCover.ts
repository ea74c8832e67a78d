/** Operating cash flow to debt service; NaN where nothing is due or either is not known. */
export function cashCover(operatingCashFlow: number, debtService: number): number {
  return debtService > 0 ? operatingCashFlow / debtService : NaN;
}
