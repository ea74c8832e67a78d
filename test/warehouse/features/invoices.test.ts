import {describe, expect, it} from "vitest";
import {featuresAt} from "../../support/featuresAt.js";
import type {StagedRow} from "../../support/stagedBank.js";

let written = 0;

function sale(invoice_date: string, amount: number, more: StagedRow = {}): StagedRow {
  written += 1;
  return {
    invoice_id: `I${written}`,
    obligor_id: "A",
    invoice_date,
    direction: "sale",
    counterparty_id: "C",
    amount,
    tax: amount / 10,
    status: "valid",
    ...more
  };
}

const purchase = (invoice_date: string, amount: number, more: StagedRow = {}) =>
  sale(invoice_date, amount, {direction: "purchase", tax: amount / 20, ...more});

async function invoicesOf(...invoices: StagedRow[]) {
  return (await featuresAt("feat_invoices", {dates: ["2020-06-30"]}, {invoices}))[0]!;
}

describe("the trend of invoices", () => {
  const past = [
    sale("2018-07-31", 200),
    sale("2019-06-30", 200),
    purchase("2018-07-01", 300),
    purchase("2019-04-01", 100)
  ];

  it("compares whole years, and the last quarter with the same months of the year before", async () => {
    const row = await invoicesOf(
      ...past,
      sale("2019-07-01", 350),
      sale("2020-04-01", 150),
      purchase("2020-06-30", 250)
    );
    // Sales 500 after 400, purchases 250 after 400; in April to June 150 after 200, and 250 after 100.
    expect(row).toMatchObject({
      sales_growth_rate: 0.25,
      purchases_growth_rate: -0.375,
      recent_sales_growth_rate: -0.25,
      recent_purchases_growth_rate: 1.5,
      purchases_to_sales_ratio: 0.5,
      invoice_margin_change: 0.5,
      recent_sales_share: 0.3
    });
  });

  it("is a full loss where none comes any more, which has no margin", async () => {
    expect(await invoicesOf(...past)).toMatchObject({
      sales_growth_rate: -1,
      recent_sales_growth_rate: -1,
      active_months_share: 0,
      invoice_margin_change: null,
      log_sales: null,
      void_share: null
    });
  });

  it("is unknown where invoices do not reach back two whole years", async () => {
    const row = await invoicesOf(sale("2018-08-01", 200), purchase("2018-08-01", 100), sale("2020-06-01", 100));
    expect(row).toMatchObject({
      sales_growth_rate: null,
      purchases_growth_rate: null,
      invoice_margin_change: null,
      void_share_change: null
    });
  });

  it("compares a quarter only where invoices reach back to its first month of the year before", async () => {
    const row = (first: string) => invoicesOf(sale(first, 100), purchase(first, 100), sale("2020-06-01", 50));
    expect(await row("2019-04-30")).toMatchObject({recent_sales_growth_rate: -0.5, recent_purchases_growth_rate: -1});
    expect(await row("2019-05-01")).toMatchObject({recent_sales_growth_rate: null, recent_purchases_growth_rate: null});
  });

  it("has no part in the last quarter where none was sold in it, whatever the year before held", async () => {
    for (const before of [[], [sale("2019-05-01", 100)]]) {
      expect(await invoicesOf(...before, sale("2019-07-01", 100))).toMatchObject({recent_sales_share: 0});
    }
  });

  it("does not take purchases that were never handed over for none", async () => {
    const row = await invoicesOf(sale("2018-07-01", 100), sale("2020-06-01", 100));
    expect(row).toMatchObject({purchases_to_sales_ratio: null, tax_burden_rate: null, sales_tax_rate: 0.1});
    const stopped = await invoicesOf(sale("2018-07-01", 100), sale("2020-06-01", 100), purchase("2018-07-01", 50));
    expect(stopped).toMatchObject({purchases_to_sales_ratio: 0, tax_burden_rate: 0.1, purchases_growth_rate: -1});
  });
});

describe("the regularity of sales", () => {
  it("is their variation over twelve months, empty ones with them", async () => {
    const months = ["07", "08", "09", "10", "11", "12"].map((month) => sale(`2019-${month}-10`, 200));
    const row = await invoicesOf(...months);
    // Six months of 200 and six of nothing: a mean of 100, a standard deviation of 100.
    expect(row.sales_variation_ratio).toBeCloseTo(1, 12);
    expect(row).toMatchObject({active_months_share: 0.5, last_sale_days: 203}); // 10 December to 30 June
    expect(await invoicesOf(...months.slice(1))).toMatchObject({sales_variation_ratio: null});
  });

  it("tells sales that are written in the last five days of a month", async () => {
    const row = await invoicesOf(sale("2020-02-24", 100), sale("2020-02-25", 200), sale("2020-05-31", 200));
    expect(row).toMatchObject({last_days_sales_share: 0.8}); // February 2020 ends on the 29th
  });
});

describe("voids, red letters, tickets and tax", () => {
  it("are told apart on either side", async () => {
    const row = await invoicesOf(
      sale("2018-07-01", 10, {status: "void"}),
      sale("2019-06-30", 10),
      sale("2019-07-01", 100),
      sale("2020-01-10", 300, {tax: 39}),
      sale("2020-02-10", -40, {tax: -4}),
      sale("2020-02-11", 999, {status: "void"}),
      purchase("2020-03-10", 200),
      purchase("2020-03-11", -20, {tax: -1})
    );
    expect(row).toMatchObject({
      void_share: 1 / 6,
      void_share_change: 1 / 6 - 1 / 2,
      refund_share: 0.1, // 40 to 400
      purchase_refund_share: 0.1, // 20 to 200
      average_sale: 200, // 400 on two invoices
      sales_tax_rate: 45 / 360, // 10 + 39 - 4
      tax_burden_rate: (45 - 9) / 360 // less 10 - 1 on purchases
    });
  });

  it("are unknown while no invoice is", async () => {
    const row = await invoicesOf(sale("2020-07-01", 100));
    const known = Object.entries(row).filter(([, value]) => value !== null);
    expect(known.map(([name]) => name)).toEqual(["obligor_id", "observation_date"]);
  });
});

describe("an observation date", () => {
  it("has the same row whatever else is built with it", async () => {
    const dates = ["2019-03-31", "2019-12-31", "2020-01-31", "2020-06-30", "2021-06-30"];
    const invoices = [
      sale("2017-01-31", 70),
      sale("2019-01-15", 30, {counterparty_id: "D"}),
      purchase("2019-03-31", 20),
      sale("2020-01-31", 44, {status: "void"}),
      sale("2020-06-02", -7),
      sale("2020-06-03", 55)
    ];
    const together = await featuresAt("feat_invoices", {dates}, {invoices});
    expect(together.map(({active_months_share: share}) => share)).toEqual([1 / 12, 1 / 12, 0, 1 / 12, 0]);
    for (const [index, date] of dates.entries()) {
      expect(await featuresAt("feat_invoices", {dates: [date]}, {invoices})).toEqual([together[index]]);
    }
  });
});
