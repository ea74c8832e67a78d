/** Days that money is tied up in, or lent by, each part of the trade. */
export interface TradeDays {
  readonly inventory: number;
  readonly receivable: number;
  readonly payable: number;
  /** Paid to suppliers before delivery. */
  readonly prepaid: number;
  /** Received from customers before delivery. */
  readonly advance: number;
}

export interface SalesPlan {
  /** Sales of the year before. */
  readonly revenue: number;
  /** Profit to sales of the year before. */
  readonly profitMargin: number;
  /** Expected growth of sales. */
  readonly growth: number;
}

/** What already finances the trade. */
export interface OwnFinance {
  readonly ownFunds: number;
  /** Working-capital loans in force at this bank. */
  readonly currentLoans: number;
  readonly otherSources: number;
}

const DAYS_OF_YEAR = 360;

/**
 * Turns of working capital in a year: 360 over the days that it is tied up.
 *
 * Null where suppliers and customers pay for all of the trade (no days, or fewer): the formula has no meaning there.
 */
export function workingCapitalTurns({inventory, receivable, payable, prepaid, advance}: TradeDays): number | null {
  const days = inventory + receivable - payable + prepaid - advance;
  return days > 0 ? DAYS_OF_YEAR / days : null;
}

/**
 * Working capital that a year's sales will need (营运资金量): the annex to 流动资金贷款管理暂行办法.
 *
 * Null where the turns are: not applicable, never a negative need. Nil where the plan has no cost to finance.
 *
 * Method: docs/methods/working-capital.md
 */
export function workingCapitalNeed({revenue, profitMargin, growth}: SalesPlan, days: TradeDays): number | null {
  const turns = workingCapitalTurns(days);
  if (turns === null) return null;
  return Math.max(0, (revenue * (1 - profitMargin) * (1 + growth)) / turns);
}

/**
 * Room for a new loan (新增流动资金贷款额度): the need less what already finances it, and nil where nothing is left.
 * Own funds below zero do not widen it: a loan for the trade is not to fill a hole in the equity.
 */
export function newWorkingCapitalLimit(need: number, {ownFunds, currentLoans, otherSources}: OwnFinance): number {
  return Math.max(0, need - Math.max(0, ownFunds) - currentLoans - otherSources);
}
