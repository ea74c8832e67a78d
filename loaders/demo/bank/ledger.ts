import {STREAM, type Draws} from "../draws.js";
import {ECONOMICS, SEASON, type Economics} from "./economics.js";
import type {Firm} from "./firms.js";

/**
 * One month of a firm's books, in fen. The only place where the latent index meets money: it moves
 * the growth of sales, the cost ratio and the days that customers take. All else follows from the books.
 */
export interface LedgerMonth {
  sales: number;
  cost: number;
  expense: number;
  depreciation: number;
  interest: number;
  tax: number;
  net: number;
  operating_cash_flow: number;
  capex: number;
  purchases: number;
  collections: number;
  supplier_payments: number;
  payroll: number;
  cash: number;
  receivables: number;
  inventory: number;
  fixed_assets: number;
  payables: number;
  short_term_debt: number;
  long_term_debt: number;
  paid_in: number;
  retained: number;
}

/** What the index does a month for each unit of it. */
const INDEX = {growth: 0.0042, cost: -0.022, receivableDays: -4} as const;

const GROWTH = 0.0055;
const DEBT_RATE = 0.05 / 12;

/** The books of one firm, month by month, given its latent index and whether arrears were open at each month end. */
export function ledgerOf(draws: Draws, firm: Firm, index: Float64Array, ages: Uint8Array): LedgerMonth[] {
  const economics = ownEconomics(draws, firm);
  const months: LedgerMonth[] = [];
  let state = opening(draws, firm, economics);
  let level = 0;
  let felt = index[0]!;
  let smooth = firm.sales / 12;
  const year = {pretax: 0, tax: 0};
  for (let k = 0; k < index.length; k++) {
    const normal = (stream: number): number => draws.normal(stream, firm.item, k);
    felt += (index[k]! - felt) / 3;
    level += GROWTH + INDEX.growth * felt + 0.02 * normal(STREAM.sales) - slump(ages[k]!);
    if (calendarMonth(k, firm) === 0) Object.assign(year, {pretax: 0, tax: 0});
    const trend = (firm.sales / 12) * Math.exp(level);
    smooth += (trend - smooth) / 3;
    const sales = Math.max(
      10_000,
      Math.round(trend * SEASON[calendarMonth(k, firm)]! * Math.exp(0.06 * normal(STREAM.turnover)))
    );
    const ratio = clamp(economics.cost + INDEX.cost * felt + 0.015 * normal(STREAM.cost), 0.3, 1.3);
    const days = Math.max(4, economics.receivableDays + INDEX.receivableDays * felt + 3 * normal(STREAM.collection));
    const invest = draws.uniform(STREAM.investment, firm.item, k);
    state = nextMonth(state, economics, year, {sales, ratio, days, smooth, invest, canBorrow: ages[k] === 0});
    months.push(state);
  }
  return months;
}

interface Impulse {
  readonly sales: number;
  readonly ratio: number;
  readonly days: number;
  /** Monthly sales without season. */
  readonly smooth: number;
  readonly invest: number;
  readonly canBorrow: boolean;
}

function nextMonth(
  before: LedgerMonth,
  economics: Economics,
  year: {pretax: number; tax: number},
  impulse: Impulse
): LedgerMonth {
  const {sales, smooth} = impulse;
  const depreciation = Math.round(before.fixed_assets / 120);
  const cost = Math.max(Math.round(sales * impulse.ratio), depreciation);
  const expense = Math.round(0.5 * economics.expense * (sales + smooth));
  const interest = Math.round((before.short_term_debt + before.long_term_debt) * DEBT_RATE);
  const pretax = sales - cost - expense - interest;
  year.pretax += pretax;
  const tax = Math.max(0, Math.round(0.25 * year.pretax)) - year.tax;
  year.tax += tax;
  const net = pretax - tax;

  const materials = Math.round(0.75 * (cost - depreciation));
  const labour = cost - depreciation - materials;
  const monthlyCost = smooth * impulse.ratio * 0.75;
  const purchases = Math.max(
    0,
    Math.round((monthlyCost * economics.inventoryDays) / 30) - before.inventory + materials
  );
  const collections = Math.max(0, before.receivables + sales - Math.round((smooth * impulse.days) / 30));
  const supplierPayments = Math.max(
    0,
    before.payables + purchases - Math.round((monthlyCost * economics.payableDays) / 30)
  );
  const operatingCashFlow = collections - supplierPayments - labour - expense - interest - tax;
  const capex = Math.round(
    depreciation * (0.5 + impulse.invest) * clamp((smooth * 12 * economics.fixedAssets) / before.fixed_assets, 0.3, 2)
  );
  const funded = funding(
    before,
    smooth,
    before.cash + operatingCashFlow - capex,
    capex - depreciation,
    impulse.canBorrow
  );
  const month: LedgerMonth = {
    sales,
    cost,
    expense,
    depreciation,
    interest,
    tax,
    net,
    operating_cash_flow: operatingCashFlow + funded.stretch,
    capex,
    purchases,
    collections,
    supplier_payments: supplierPayments - funded.stretch,
    payroll: labour + Math.round(0.5 * expense),
    cash: funded.cash,
    receivables: before.receivables + sales - collections,
    inventory: before.inventory + purchases - materials,
    fixed_assets: before.fixed_assets + capex - depreciation,
    payables: before.payables + purchases - supplierPayments + funded.stretch,
    short_term_debt: funded.shortTerm,
    long_term_debt: funded.longTerm,
    paid_in: before.paid_in,
    retained: before.retained + net
  };
  return recapitalised(month);
}

interface Funding {
  readonly cash: number;
  readonly shortTerm: number;
  readonly longTerm: number;
  /** Payments to suppliers put off because no cash was left. */
  readonly stretch: number;
}

/** Cash is kept between about half a month's and two months' sales: short debt fills it and takes the surplus. */
function funding(before: LedgerMonth, smooth: number, cash: number, growth: number, canBorrow: boolean): Funding {
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
function recapitalised(month: LedgerMonth): LedgerMonth {
  const assets = month.cash + month.receivables + month.inventory + month.fixed_assets;
  const equity = month.paid_in + month.retained;
  if (equity > -0.15 * assets) return month;
  const paid = Math.round(0.05 * assets) - equity;
  return {...month, paid_in: month.paid_in + paid, cash: month.cash + paid};
}

/** Sales fall while arrears are open, and faster after half a year of them. */
function slump(age: number): number {
  return age === 0 ? 0 : age < 6 ? 0.02 : 0.08;
}

function ownEconomics(draws: Draws, firm: Firm): Economics {
  const own = (step: number): number => draws.normal(STREAM.firm, firm.item, step);
  const base = ECONOMICS[firm.industry.section]!;
  return {
    cost: base.cost + 0.013 * own(0),
    expense: Math.max(0.01, base.expense * (1 + 0.05 * own(1))),
    receivableDays: Math.max(6, base.receivableDays * (1 + 0.25 * own(2))),
    inventoryDays: Math.max(4, base.inventoryDays * (1 + 0.3 * own(3))),
    payableDays: Math.max(8, base.payableDays * (1 + 0.25 * own(4))),
    fixedAssets: base.fixedAssets * Math.exp(0.4 * own(5))
  };
}

function opening(draws: Draws, firm: Firm, economics: Economics): LedgerMonth {
  const monthly = firm.sales / 12;
  const cash = Math.round(monthly * 1.1);
  const receivables = Math.round((monthly * economics.receivableDays) / 30);
  const inventory = Math.round((monthly * 0.75 * economics.cost * economics.inventoryDays) / 30);
  const fixed = Math.round(firm.sales * economics.fixedAssets);
  const assets = cash + receivables + inventory + fixed;
  const payables = Math.round((monthly * 0.75 * economics.cost * economics.payableDays) / 30);
  const leverage = clamp(0.6 + 0.12 * draws.normal(STREAM.firm, firm.item, 6), 0.15, 0.9);
  const debt = Math.max(Math.round(0.06 * assets), Math.round(leverage * assets) - payables);
  const longTerm = Math.round(0.35 * debt);
  const equity = assets - payables - debt;
  const paidIn = Math.max(10_000_000, Math.round(0.6 * equity));
  const none = {
    sales: 0,
    cost: 0,
    expense: 0,
    depreciation: 0,
    interest: 0,
    tax: 0,
    net: 0,
    operating_cash_flow: 0,
    capex: 0
  };
  return {
    ...none,
    purchases: 0,
    collections: 0,
    supplier_payments: 0,
    payroll: 0,
    cash,
    receivables,
    inventory,
    fixed_assets: fixed,
    payables,
    short_term_debt: debt - longTerm,
    long_term_debt: longTerm,
    paid_in: paidIn,
    retained: equity - paidIn
  };
}

function calendarMonth(k: number, firm: Firm): number {
  return (Math.max(0, firm.onboarded) + k) % 12; // ledgers begin whole years before the first month in the book
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
