import {describe, expect, it} from "vitest";
import {featuresAt} from "../../support/featuresAt.js";
import type {StagedRow} from "../../support/stagedBank.js";

let placed = 0;

function order(order_date: string, promised_date: string, amount: number, more: StagedRow = {}): StagedRow {
  placed += 1;
  return {order_id: `O${placed}`, obligor_id: "A", order_date, promised_date, amount, ...more};
}

const observed = {dates: ["2020-06-30"]};

async function bookOf(...orders: StagedRow[]) {
  return (await featuresAt("feat_orders", observed, {orders}))[0]!;
}

describe("orders that are open", () => {
  it("are those neither delivered nor cancelled by then, late from the day after the promise", async () => {
    const row = await bookOf(
      order("2019-07-05", "2019-08-01", 800, {delivered_date: "2019-08-01"}),
      order("2020-05-01", "2020-06-30", 100), // promised for today
      order("2020-05-01", "2020-06-29", 100), // a day late
      order("2020-05-01", "2020-05-31", 100, {delivered_date: "2020-07-01"}), // 30 days late, delivered tomorrow
      order("2020-05-01", "2020-05-31", 100, {cancelled_date: "2020-07-01"}), // cancelled tomorrow
      order("2020-05-01", "2020-05-31", 700, {cancelled_date: "2020-06-30"})
    );
    expect(row).toMatchObject({backlog_ratio: 0.5, late_backlog_share: 0.75});
  });

  it("are nothing where all is delivered, and unknown without a year of orders", async () => {
    const early = order("2019-07-05", "2019-08-01", 800, {delivered_date: "2019-08-01"});
    const later = order("2019-08-05", "2019-09-01", 800, {delivered_date: "2019-09-01"});
    expect(await bookOf(early)).toMatchObject({
      backlog_ratio: 0,
      late_backlog_share: null
    });
    expect(await bookOf(later)).toMatchObject({backlog_ratio: null});
  });
});

describe("orders that were carried out in the year", () => {
  it("are late by amount, and by days that early ones do not make up for", async () => {
    const row = await bookOf(
      order("2019-06-01", "2019-06-20", 999, {delivered_date: "2019-06-30"}), // the year before
      order("2019-06-01", "2019-06-30", 100, {delivered_date: "2019-07-01"}), // 1 day late
      order("2019-10-01", "2019-10-20", 300, {delivered_date: "2019-10-10"}), // early
      order("2020-05-01", "2020-05-11", 100, {delivered_date: "2020-05-21"}), // 10 days late, in the last quarter
      order("2020-05-01", "2020-05-11", 500, {cancelled_date: "2020-05-05"})
    );
    expect(row).toMatchObject({
      late_delivery_share: 0.4,
      late_delivery_share_change: 1 - 0.4,
      delivery_delay_days: (100 * 1 + 100 * 10) / 500,
      cancelled_orders_share: 0.5
    });
    // Ordered in the year: 300 for 19 days ahead, 600 for 10.
    expect(row.lead_time_days).toBeCloseTo((300 * 19 + 600 * 10) / 900, 12);
  });
});

describe("orders that came in", () => {
  it("are compared with two whole years, and with the same quarter", async () => {
    const row = await bookOf(
      order("2018-07-01", "2018-08-01", 300),
      order("2019-04-01", "2019-05-01", 100),
      order("2019-07-01", "2019-08-01", 200),
      order("2020-06-30", "2020-08-01", 120)
    );
    expect(row).toMatchObject({orders_growth_rate: -80 / 400, recent_orders_growth_rate: 20 / 100});
  });

  it("have no growth against a fragment of the year before, and a full loss where none comes any more", async () => {
    const fragment = await bookOf(order("2018-08-01", "2018-09-01", 300), order("2020-05-01", "2020-09-01", 300));
    expect(fragment).toMatchObject({orders_growth_rate: null});
    const since = (first: string) => bookOf(order(first, "2020-01-01", 100), order("2020-06-01", "2020-09-01", 150));
    expect(await since("2019-04-30")).toMatchObject({recent_orders_growth_rate: 0.5});
    expect(await since("2019-05-01")).toMatchObject({recent_orders_growth_rate: null});
    expect(await bookOf(order("2018-07-01", "2018-08-01", 300), order("2019-05-01", "2019-08-01", 300))).toMatchObject({
      orders_growth_rate: -1,
      recent_orders_growth_rate: -1
    });
  });
});

describe("an obligor whose deliveries slip", () => {
  const bankOf = (delivered_date: string) => ({
    orders: [
      order("2020-03-01", "2020-04-01", 100, {order_id: "S", delivered_date}),
      order("2020-05-01", "2020-07-01", 100, {order_id: "T"})
    ],
    receivables: [
      {receivable_id: "R", obligor_id: "A", invoice_date: "2020-04-01", due_date: "2020-05-01", amount: 100}
    ],
    invoices: [{invoice_id: "I", obligor_id: "A", invoice_date: "2020-04-01", direction: "sale", amount: 100}]
  });
  const late = {late_delivery_share: 1, delivery_delay_days: 49}; // 1 April to 20 May

  it("shows it in its orders", async () => {
    const [before] = await featuresAt("feat_orders", observed, bankOf("2020-04-01"));
    const [after] = await featuresAt("feat_orders", observed, bankOf("2020-05-20"));
    expect(after).toEqual({...before, ...late});
    expect(before).toMatchObject({late_delivery_share: 0, delivery_delay_days: 0});
  });

  it.each(["feat_receivables", "feat_invoices", "feat_supply_chain", "feat_counterparty_risk"])(
    "and not in %s",
    async (table) => {
      const before = await featuresAt(table, observed, bankOf("2020-04-01"));
      expect(await featuresAt(table, observed, bankOf("2020-05-20"))).toEqual(before);
    }
  );
});
