import {STREAM, type Draws} from "../draws.js";
import {clamp} from "../clamp.js";
import {SEASON, type Economics} from "./economics.js";
import type {Firm} from "./firms.js";
import {funding, recapitalised} from "./funding.js";
import type {LedgerMonth} from "./ledgerMonth.js";
import {opening, ownEconomics} from "./opening.js";

/** What the index does a month for each unit of it. */
const INDEX = {growth: 0.0042, cost: -0.022, receivableDays: -4} as const;

const GROWTH = 0.0055;
const DEBT_RATE = 0.05 / 12;

/**
 * The books of one firm, month by month, given its latent index and whether arrears were open at each month end.
 *
 * The only place where the index meets money: it moves the growth of sales, the cost ratio and the days
 * that customers take. All else follows from the books.
 */
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

/** Sales fall while arrears are open, and faster after half a year of them. */
function slump(age: number): number {
  return age === 0 ? 0 : age < 6 ? 0.02 : 0.08;
}

function calendarMonth(k: number, firm: Firm): number {
  return (Math.max(0, firm.onboarded) + k) % 12; // ledgers begin whole years before the first month in the book
}
