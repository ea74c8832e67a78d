import {HORIZONS} from "./flowHistory.js";

/** A loan as known at a date. */
export interface DrawnLoan {
  /** Principal outstanding, arrears included. */
  readonly drawn: number;
  /** Instalments past due and unpaid: due at once. */
  readonly overdue: number;
  readonly annualRate: number;
  /** Months from the date to maturity; zero or less once it has passed. */
  readonly monthsToMaturity: number;
  /** What fell due in the twelve months before, interest and principal; null where nothing did. */
  readonly dueInYear: number | null;
  /** Months, at most twelve, in which something could fall due. */
  readonly monthsDue: number;
}

const MONTHS_OF_QUARTER = 3;
const MONTHS_OF_YEAR = 12;
/** Instalments above so many times the interest hold principal. */
const MORE_THAN_INTEREST = 1.5;

/**
 * Whether principal is repaid along the way, in equal parts, rather than at maturity: seen from the instalments of the
 * year before, which then exceed the interest by far. Taken for granted of a loan that has had none yet.
 */
export function isAmortising({drawn, annualRate, dueInYear, monthsDue}: DrawnLoan): boolean {
  if (dueInYear === null || monthsDue <= 0) return true;
  return dueInYear > (MORE_THAN_INTEREST * drawn * annualRate * monthsDue) / MONTHS_OF_YEAR;
}

/**
 * Principal and interest that fall due in each of the next four quarters, the first of which begins `monthsUnderWay`
 * months after the date. Interest runs on what is outstanding at the start of each month; what is past due, and what has
 * matured, is due in the first quarter. A line is not taken to be renewed.
 *
 * Method: docs/methods/forward-view.md
 */
export function debtServiceOf(loan: DrawnLoan, monthsUnderWay: number): number[] {
  const service = Array.from({length: HORIZONS}, () => 0);
  const months = loan.monthsToMaturity;
  let outstanding = Math.max(0, loan.drawn - loan.overdue);
  service[0]! += loan.overdue;
  if (months <= 0) {
    service[0]! += outstanding;
    return service;
  }
  const part = isAmortising(loan) ? outstanding / months : 0;
  for (let month = 1; month <= Math.min(months, monthsUnderWay + HORIZONS * MONTHS_OF_QUARTER); month++) {
    const principal = month === months ? outstanding : Math.min(outstanding, part);
    const quarter = Math.floor((month - 1 - monthsUnderWay) / MONTHS_OF_QUARTER);
    if (quarter >= 0) service[quarter]! += principal + (outstanding * loan.annualRate) / MONTHS_OF_YEAR;
    outstanding -= principal;
  }
  return service;
}
