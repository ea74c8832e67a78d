import type {LedgerMonth} from "./ledgerMonth.js";

interface Funding {
  readonly cash: number;
  readonly shortTerm: number;
  readonly longTerm: number;
  /** Payments to suppliers put off because no cash was left. */
  readonly stretch: number;
}

/** Cash is kept between about half a month's and two months' sales: short debt fills it and takes the surplus. */
export function funding(
  before: LedgerMonth,
  smooth: number,
  cash: number,
  growth: number,
  canBorrow: boolean
): Funding {
  const instalment = canBorrow ? Math.round(before.long_term_debt / 72) : 0;
  const borrowed = canBorrow ? Math.max(0, Math.round(0.6 * growth)) + instalment : 0;
  const longTerm = before.long_term_debt + borrowed - instalment;
  let held = cash + borrowed - instalment;
  let shortTerm = before.short_term_debt;
  const least = Math.round(0.5 * smooth);
  const most = Math.round(2 * smooth);
  if (held < least && canBorrow) {
    shortTerm += least - held;
    held = least;
  } else if (held > most) {
    const repaid = Math.min(shortTerm, held - most);
    shortTerm -= repaid;
    held -= repaid;
  }
  const stretch = Math.max(0, -held);
  return {cash: held + stretch, shortTerm, longTerm, stretch};
}

/** Owners pay in when losses have eaten more than the equity. */
export function recapitalised(month: LedgerMonth): LedgerMonth {
  const assets = month.cash + month.receivables + month.inventory + month.fixed_assets;
  const equity = month.paid_in + month.retained;
  if (equity > -0.15 * assets) return month;
  const paid = Math.round(0.05 * assets) - equity;
  return {...month, paid_in: month.paid_in + paid, cash: month.cash + paid};
}
