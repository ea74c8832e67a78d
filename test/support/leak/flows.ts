import type {StagedRow} from "../stagedBank.js";
import {OBSERVED} from "./dates.js";
import {between, dayOfMonth, daysAfter} from "./days.js";
import {DISTRESSED} from "./parties.js";

/** Months of flows: more than three years, the last whole. */
const months = between(-40, 0);

export const invoice = (
  invoice_id: string,
  invoice_date: string,
  direction: "sale" | "purchase",
  party: string,
  amount: number,
  more: StagedRow = {}
): StagedRow => ({
  invoice_id,
  obligor_id: "A",
  invoice_date,
  direction,
  counterparty_id: party,
  counterparty_name: `Company ${party}`,
  counterparty_registration_number: `R${party}`,
  amount,
  tax: Math.round(amount * 13) / 100,
  total: amount + Math.round(amount * 13) / 100,
  status: "valid",
  is_red_letter: amount < 0,
  ...more
});

/** Who trades with A: from which month to which, on what scale. X1 to X3 are customers, X4 to X6 suppliers; X2 left, X3 and X6 are new. */
const PARTIES: readonly (readonly [string, "sale" | "purchase", number, number, number])[] = [
  ["B", "sale", -40, 0, 150_000],
  ["X1", "sale", -40, 0, 90_000],
  ["X2", "sale", -40, -9, 40_000],
  ["X3", "sale", -7, 0, 35_000],
  ["C", "purchase", -40, 0, 110_000],
  ["X4", "purchase", -40, 0, 60_000],
  ["X5", "purchase", -40, -14, 30_000],
  ["X6", "purchase", -5, 0, 25_000],
  ...[...DISTRESSED, "D"].flatMap((party, index) => [
    [party, "sale", -30, 0, 11_000 + 900 * index] as const,
    [party, "purchase", -30, 0, 8_000 + 700 * index] as const
  ])
];

const invoices = PARTIES.flatMap(([party, direction, first, last, scale]) =>
  between(first, last).map((month) =>
    invoice(
      `${party}${direction}${month}`,
      dayOfMonth(OBSERVED, month, 5 + party.length),
      direction,
      party,
      scale + 700 * (month + 40) + 1300 * ((month + 40) % 5)
    )
  )
);
const corrections = months.flatMap((month) => [
  invoice(`V${month}`, dayOfMonth(OBSERVED, month, 17), "sale", "X1", 5_000 + 10 * (month + 40), {status: "void"}),
  invoice(`N${month}`, dayOfMonth(OBSERVED, month, 18), "sale", "X1", -2_000 - 7 * (month + 40)),
  invoice(`M${month}`, dayOfMonth(OBSERVED, month, 19), "purchase", "X4", -1_000 - 9 * (month + 40))
]);

export const movement = (
  transaction_id: string,
  transaction_date: string,
  direction: "in" | "out",
  category: string,
  amount: number,
  party: string | null = null,
  balance_after: number | null = null
): StagedRow => ({
  transaction_id,
  obligor_id: "A",
  transaction_date,
  direction,
  category,
  amount,
  counterparty_id: party,
  counterparty_name: party === null ? null : `Company ${party}`,
  counterparty_registration_number: party === null ? null : `R${party}`,
  balance_after
});

/** Every month: customers pay, suppliers, staff and taxes are paid; a payment comes back, and money goes round with X8. */
const movements = months.flatMap((month) => {
  const age = month + 40;
  const day = (date: number) => dayOfMonth(OBSERVED, month, date);
  return [
    movement(`s${month}`, day(3), "in", "sales", 160_000 + 600 * age + 2_100 * (age % 5), "B", 210_000 + 500 * age),
    movement(`t${month}`, day(6), "in", "sales", 80_000 + 300 * age, "X1", 290_000 + 800 * age),
    movement(`p${month}`, day(9), "out", "purchase", 120_000 + 400 * age + 900 * (age % 4), "C", 170_000 + 400 * age),
    movement(`q${month}`, day(11), "out", "purchase", 50_000 + 100 * age, "X4", 120_000 + 300 * age),
    movement(`w${month}`, day(15), "out", "payroll", 30_000 + 70 * age, null, 90_000 + 200 * age),
    movement(`x${month}`, day(16), "out", "tax", 12_000 + 90 * age, null, 70_000 + 100 * age),
    movement(`l${month}`, day(20), "out", "loan", 15_000 + 11 * age, null, age % 3 === 0 ? -4_000 : 55_000 + 90 * age),
    movement(`y${month}`, day(21), "out", "purchase", 7_000 + 3 * age, "X4", age % 3 === 0 ? -11_000 : 48_000),
    movement(`z${month}`, day(22), "in", "other", 7_000 + 3 * age, "X4", 55_000 + 50 * age),
    movement(`g${month}`, day(23), "in", "other", 20_000 + 13 * age, "X8", 75_000 + 60 * age),
    movement(`h${month}`, day(25), "out", "other", 19_900 + 13 * age, "X8", 55_000 + 70 * age)
  ];
});

const receivables = months.flatMap((month) =>
  ["B", "X1", "X2"].map((party, index): StagedRow => {
    const day = dayOfMonth(OBSERVED, month, 8 + index);
    const due = daysAfter(day, 45);
    const settled = daysAfter(due, (month + 40) % 3 === 0 ? 25 : -4);
    return {
      receivable_id: `${party}${month}`,
      obligor_id: "A",
      counterparty_id: party,
      invoice_date: day,
      due_date: due,
      amount: 60_000 + 800 * (month + 40) + 11_000 * index,
      settled_date: month > -5 && index > 0 ? null : settled < OBSERVED ? settled : null
    };
  })
);

const orders = months.flatMap((month) =>
  ["B", "X1", "X2"].map((party, index): StagedRow => {
    const day = dayOfMonth(OBSERVED, month, 4 + index);
    const promised = daysAfter(day, 30);
    const delivered = daysAfter(promised, (month + 40) % 4 === 0 ? 12 : -1);
    const isCancelled = (month + 40) % 6 === index;
    return {
      order_id: `${party}${month}`,
      obligor_id: "A",
      counterparty_id: party,
      order_date: day,
      promised_date: promised,
      delivered_date: isCancelled || (month > -4 && index > 0) || delivered > OBSERVED ? null : delivered,
      cancelled_date: isCancelled ? daysAfter(day, 10) : null,
      amount: 70_000 + 900 * (month + 40) + 8_000 * index
    };
  })
);

/** Money that came in and may go round, and a payment that may come back: plants do so. */
const halves = [
  movement("round", daysAfter(OBSERVED, -1), "in", "other", 33_000, "X9", 66_000),
  movement("sent", daysAfter(OBSERVED, -1), "out", "purchase", 9_100, "X4", 56_900)
];

/** What A invoiced, was paid and paid, is owed, and has in its order book. */
export const flows: Readonly<Record<string, readonly StagedRow[]>> = {
  account_transactions: [...movements, ...halves],
  invoices: [...invoices, ...corrections],
  receivables,
  orders: orders.filter(({cancelled_date}) => cancelled_date === null || (cancelled_date as string) <= OBSERVED)
};
