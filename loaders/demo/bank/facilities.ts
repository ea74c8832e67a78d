import {dayOf, LAST_MONTH} from "../calendar.js";
import {STREAM, type Draws} from "../draws.js";
import type {Payments} from "../truth/paths.js";
import type {Firm} from "./firms.js";
import type {LedgerMonth} from "./ledgerMonth.js";

/** A credit agreement: equal principal every month from the month after its start. Amounts in fen. */
export interface FacilityTerms {
  readonly sequence: number;
  readonly product: string;
  readonly start: number;
  readonly startDay: number;
  readonly term: number;
  readonly limit: number;
  readonly rateBasisPoints: number;
  readonly collateral: string;
  /** Last month in which an instalment falls due: at maturity, or when all is repaid early. */
  readonly lastDue: number;
}

const TERMS: Readonly<Record<string, readonly number[]>> = {
  working_capital: [12, 12, 24],
  fixed_asset: [36, 48, 60],
  supply_chain: [6, 12],
  trade_finance: [6, 12],
  project_finance: [60]
};

/** Share of further lines that finance a project: plants, power and gas, transport, real estate, water and environment. */
const PROJECT_SHARES: Readonly<Record<string, number>> = {C: 0.06, D: 0.35, G: 0.3, K: 0.3, N: 0.35};

/** Most that all lines of one obligor may come to, in fen for each obligor that the bank ever has. */
const SINGLE_NAME_FEN = 6_000_000;

/** How much of that each line may take. */
const LINE_SHARES = [0.6, 0.25, 0.15] as const;

/** The bank's single-name limit in fen: a small bank lends less to one name than a large one (商业银行法, Art. 39). */
export function singleNameLimit(obligors: number): number {
  return SINGLE_NAME_FEN * obligors;
}

/**
 * Agreements of one obligor. The first line runs through the whole relation, each renewed in the month
 * it matures; further lines begin later. Terms are set from the last statement that the bank had then, and
 * agreements are numbered in the order of their starts, so that no number tells how many are still to come.
 */
export function facilitiesOf(
  draws: Draws,
  firm: Firm,
  payments: Payments,
  books: readonly LedgerMonth[],
  mostLent: number
): FacilityTerms[] {
  const facilities: Omit<FacilityTerms, "sequence">[] = [];
  const from = Math.max(0, firm.onboarded);
  for (const line of [0, 1, 2] as const) {
    if (line > 0 && draws.uniform(STREAM.facility, firm.item, line) > [0, 0.45, 0.2][line]!) continue;
    const u = draws.uniform(STREAM.facility, firm.item, 10 + line);
    const product = productOf(draws.uniform(STREAM.facility, firm.item, 20 + line), firm, line);
    let start =
      line > 0
        ? from + 1 + Math.floor(48 * u)
        : firm.onboarded >= 0
          ? firm.onboarded
          : -1 - Math.floor(u * (termOf(draws, firm, product, line, 0) - 1));
    for (let renewal = 0; isOpen(payments, start, line); renewal++) {
      const facility = facilityAt(draws, firm, payments, books, {
        product,
        line,
        renewal,
        start,
        mostLent
      });
      facilities.push(facility);
      start += facility.term;
      if (line > 0 && draws.uniform(STREAM.facility, firm.item, 2000 + 100 * line + renewal) > 0.7) break;
    }
  }
  facilities.sort((a, b) => a.start - b.start); // stable: of two that start in one month, the earlier line is first
  return facilities.map((facility, index) => ({sequence: index + 1, ...facility}));
}

interface Request {
  readonly product: string;
  readonly line: number;
  readonly renewal: number;
  readonly start: number;
  /** Single-name limit, in fen. */
  readonly mostLent: number;
}

function facilityAt(
  draws: Draws,
  firm: Firm,
  payments: Payments,
  books: readonly LedgerMonth[],
  request: Request
): Omit<FacilityTerms, "sequence"> {
  const {product, line, renewal, start, mostLent} = request;
  const own = (step: number): number =>
    draws.uniform(STREAM.facility, firm.item, 10_000 * (line + 1) + 8 * renewal + step);
  const term = termOf(draws, firm, product, line, renewal);
  const known = knownYear(firm, books, start);
  const share = [0.3 + 0.2 * own(0), 0.12 + 0.1 * own(0), 0.06 + 0.06 * own(0)][line]!;
  const wanted = Math.min(share * known.debt, LINE_SHARES[line]! * mostLent);
  return {
    product,
    start,
    startDay: dayOf(
      start,
      start < 0 || renewal > 0 || line > 0 ? 21 + Math.floor(7 * own(1)) : 16 + Math.floor(12 * own(1))
    ),
    term,
    limit: Math.max(10_000_000, Math.round(wanted / 1_000_000) * 1_000_000),
    rateBasisPoints: rateOf(firm, known, start, own(2)),
    collateral: collateralOf(firm, own(3)),
    lastDue: Math.min(start + term, payments.left ?? Infinity)
  };
}

/** A first line is renewed whatever is due; a further one is not begun while arrears are open. None after default. */
function isOpen(payments: Payments, start: number, line: number): boolean {
  if (start > Math.min(payments.to, LAST_MONTH)) return false;
  if (payments.defaultDay !== null && payments.defaultDay <= dayOf(start + 1, 0)) return false;
  return line === 0 || payments.ages[start - payments.from] === 0;
}

interface KnownYear {
  readonly debt: number;
  readonly leverage: number;
  readonly margin: number;
}

/** The last calendar year whose statement the bank has in that month; the first years of the books when there is none. */
function knownYear(firm: Firm, books: readonly LedgerMonth[], start: number): KnownYear {
  const from = Math.max(0, firm.onboarded) - 36;
  const lastDecember = Math.floor((start - 5) / 12) * 12 - 1;
  const last = Math.max(11, Math.min(books.length - 1, lastDecember - from));
  const year = books.slice(last - 11, last + 1);
  const end = books[last]!;
  const sales = year.reduce((total, month) => total + month.sales, 0);
  const assets = end.cash + end.receivables + end.inventory + end.fixed_assets;
  const debt = end.short_term_debt + end.long_term_debt;
  const profit = year.reduce((total, month) => total + month.net, 0);
  return {debt, leverage: (end.payables + debt) / assets, margin: profit / sales};
}

function rateOf(firm: Firm, {leverage, margin}: KnownYear, start: number, u: number): number {
  const base = 430 - Math.round((Math.max(0, start) * 130) / LAST_MONTH);
  const size = [-20, 10, 45, 90][firm.size]!;
  const risk = 180 * Math.max(0, Math.min(1, leverage - 0.4)) - 600 * Math.max(-0.1, Math.min(0.1, margin));
  return Math.max(200, Math.round(base + size + risk + 80 * (u - 0.5)));
}

function termOf(draws: Draws, firm: Firm, product: string, line: number, renewal: number): number {
  const terms = TERMS[product]!;
  return terms[Math.floor(draws.uniform(STREAM.facility, firm.item, 1000 + 100 * line + renewal) * terms.length)]!;
}

function productOf(u: number, firm: Firm, line: number): string {
  if (line === 0) return u < 0.75 ? "working_capital" : "fixed_asset";
  if (firm.size <= 2 && u < (PROJECT_SHARES[firm.industry.section] ?? 0)) return "project_finance";
  return u < 0.4 ? "fixed_asset" : u < 0.75 ? "supply_chain" : "trade_finance";
}

function collateralOf(firm: Firm, u: number): string {
  const unsecured = [0.6, 0.35, 0.2, 0.15][firm.size]!;
  if (u < unsecured) return "unsecured";
  const rest = (u - unsecured) / (1 - unsecured);
  return rest < 0.4 ? "guaranteed" : rest < 0.8 ? "mortgage" : "pledge";
}
