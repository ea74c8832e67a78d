import {describe, expect, it} from "vitest";
import {featuresAt} from "../../support/featuresAt.js";
import type {StagedRow} from "../../support/stagedBank.js";

let written = 0;

function sale(invoice_date: string, counterparty_id: string | null, amount: number, more: StagedRow = {}): StagedRow {
  written += 1;
  return {
    invoice_id: `I${written}`,
    obligor_id: "A",
    invoice_date,
    direction: "sale",
    counterparty_id,
    amount,
    status: "valid",
    ...more
  };
}

function purchase(invoice_date: string, counterparty_id: string, amount: number): StagedRow {
  return sale(invoice_date, counterparty_id, amount, {direction: "purchase"});
}

async function chainOf(...invoices: StagedRow[]) {
  return (await featuresAt("feat_supply_chain", {dates: ["2020-06-30"]}, {invoices}))[0]!;
}

describe("concentration", () => {
  it("is that of the net valid trade of the year by counterparty", async () => {
    const row = await chainOf(
      sale("2019-07-01", "C1", 40), // first day of the year
      sale("2019-06-30", "C1", 999), // the day before
      sale("2020-06-30", "C1", 20),
      sale("2020-01-10", "C2", 50),
      sale("2020-02-10", "C2", -20), // red letter
      sale("2020-03-10", "C3", 10),
      sale("2020-03-11", "C4", 999, {status: "void"}),
      sale("2020-03-11", "C5", -5), // more refunded than sold: counts as none
      sale("2020-03-12", null, 999) // nobody is named
    );
    // 60, 30 and 10 of 100.
    expect(row).toMatchObject({customers: 3n, largest_customer_share: 0.6, top_5_customers_share: 1});
    expect(row.customer_concentration_ratio).toBeCloseTo(0.36 + 0.09 + 0.01, 12);
  });

  it("tells the five largest suppliers from the rest", async () => {
    const row = await chainOf(
      ...[6, 5, 4, 3, 2, 1].map((amount, index) => purchase("2020-05-05", `S${index}`, amount))
    );
    expect(row).toMatchObject({suppliers: 6n, top_5_suppliers_share: 20 / 21, largest_supplier_share: 6 / 21});
    expect(row.supplier_concentration_ratio).toBeCloseTo((36 + 25 + 16 + 9 + 4 + 1) / 441, 12);
    expect(row).toMatchObject({customers: null, customer_concentration_ratio: null});
  });

  it("goes by registration number, else by name, where a counterparty has no number", async () => {
    const row = await chainOf(
      sale("2020-05-05", null, 1, {counterparty_registration_number: "913", counterparty_name: "Alpha"}),
      sale("2020-05-06", null, 1, {counterparty_registration_number: "913", counterparty_name: "Alpha Ltd"}),
      sale("2020-05-07", null, 2, {counterparty_name: "Beta"})
    );
    expect(row).toMatchObject({customers: 2n, largest_customer_share: 0.5});
  });
});

describe("loyalty", () => {
  const history = [sale("2018-07-31", "K", 100), sale("2018-08-01", "L", 300)];

  it("is the part of last year's trade with those that still trade", async () => {
    const row = await chainOf(...history, sale("2019-07-01", "K", 30), sale("2020-06-01", "M", 10));
    expect(row).toMatchObject({
      retained_customers_share: 0.25,
      new_customers_share: 0.25,
      customers_growth_rate: 0
    });
    // K since July 2018 to June 2020 is 23 months, M since this month none.
    expect(row.customer_tenure_months).toBeCloseTo((30 * 23) / 40, 12);
  });

  it("takes for new whom it first traded with in the first month of the year, not in the month before", async () => {
    const row = await chainOf(
      sale("2018-07-01", "K", 1),
      sale("2019-06-30", "L", 30),
      sale("2020-06-01", "L", 30),
      sale("2019-07-01", "M", 10)
    );
    expect(row).toMatchObject({new_customers_share: 0.25});
  });

  it("does not take one that returns for a new one", async () => {
    const row = await chainOf(sale("2017-01-15", "K", 1), sale("2020-06-01", "K", 30), sale("2020-06-01", "M", 10));
    expect(row).toMatchObject({new_customers_share: 0.25, retained_customers_share: null});
    expect(row.customer_tenure_months).toBeCloseTo((30 * 41) / 40, 12); // January 2017 to June 2020
  });

  it("is unknown against a fragment of the year before", async () => {
    const row = await chainOf(sale("2018-08-01", "L", 300), sale("2020-06-01", "M", 10));
    expect(row).toMatchObject({retained_customers_share: null, new_customers_share: null, customers_growth_rate: null});
  });

  it("is nothing where all of last year's have gone, and nobody is left to be concentrated", async () => {
    expect(await chainOf(...history)).toMatchObject({
      customers: 0n,
      customers_growth_rate: -1,
      retained_customers_share: 0,
      new_customers_share: null,
      customer_concentration_ratio: null
    });
  });
});

describe("an observation date", () => {
  const invoices = [
    sale("2018-05-03", "K", 70),
    sale("2019-08-03", "K", 20),
    sale("2019-09-30", "L", 40),
    sale("2019-10-01", "M", 15),
    sale("2020-04-05", "K", -10),
    purchase("2020-03-05", "L", 12)
  ];
  const dates = ["2019-09-30", "2019-10-31", "2020-02-29", "2020-03-31", "2020-06-30", "2020-09-30"];

  it("has the same row whatever else is built with it", async () => {
    const together = await featuresAt("feat_supply_chain", {dates}, {invoices});
    expect(together.map(({customers}) => customers)).toEqual([2n, 3n, 3n, 3n, 3n, 1n]);
    for (const [index, date] of dates.entries()) {
      expect(await featuresAt("feat_supply_chain", {dates: [date]}, {invoices})).toEqual([together[index]]);
    }
  });
});
