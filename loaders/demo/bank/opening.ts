import {STREAM, type Draws} from "../draws.js";
import {clamp} from "../clamp.js";
import {ECONOMICS, type Economics} from "./economics.js";
import type {Firm} from "./firms.js";
import type {LedgerMonth} from "./ledgerMonth.js";

/** How this firm runs: its section's ways with its own. */
export function ownEconomics(draws: Draws, firm: Firm): Economics {
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

/** The balances that a firm's ledger starts from. */
export function opening(draws: Draws, firm: Firm, economics: Economics): LedgerMonth {
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
