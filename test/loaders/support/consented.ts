import type {Bank, Cells} from "./smallBank.js";

/** Extracts of which every column rests on consent. */
export const WITHHELD = ["account_transactions", "invoices", "receivables", "orders"] as const;

/** The consents of a party to all that a bank may ask for, from 2017 on. */
export function consent(party: string, other: Cells = {}): Cells[] {
  return ["account_flows", "invoices", "erp"].map((category) => ({
    party_id: party,
    data_category: category,
    purpose: "credit_risk",
    basis: "consent",
    granted_date: "2017-01-31",
    expires_date: "",
    withdrawn_date: "",
    published_date: "2017-01-31",
    ...other
  }));
}

/** One row of each party in each extract that rests on consent, marked so that it is known wherever it turns up. */
export function personalRows(parties: readonly string[]): Bank {
  const of = (extract: string, row: (party: string, mark: string) => Cells) =>
    parties.map((party) => row(party, `canary-${extract}-of-${party}`));
  return {
    account_transactions: of("account_transactions", (party, mark) => ({
      transaction_id: mark,
      obligor_id: party,
      transaction_date: "2024-03-01",
      direction: "in",
      category: "sales",
      amount: "1234.56",
      counterparty_id: mark,
      counterparty_name: mark
    })),
    invoices: of("invoices", (party, mark) => ({
      invoice_id: mark,
      obligor_id: party,
      invoice_date: "2024-03-01",
      direction: "sale",
      counterparty_id: mark,
      counterparty_name: mark,
      amount: "100",
      tax: "13",
      total: "113",
      status: "valid"
    })),
    receivables: of("receivables", (party, mark) => ({
      receivable_id: mark,
      obligor_id: party,
      counterparty_id: mark,
      invoice_date: "2024-03-01",
      due_date: "2024-06-01",
      amount: "113",
      settled_date: ""
    })),
    orders: of("orders", (party, mark) => ({
      order_id: mark,
      obligor_id: party,
      counterparty_id: mark,
      order_date: "2024-02-01",
      promised_date: "2024-03-01",
      delivered_date: "",
      cancelled_date: "",
      amount: "100"
    }))
  };
}
