/**
 * One month of a firm's books, in fen. Balances are those of its end.
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
