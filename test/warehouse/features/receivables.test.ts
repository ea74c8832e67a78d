import {describe, expect, it} from "vitest";
import {featuresAt} from "../../support/featuresAt.js";
import type {StagedRow} from "../../support/stagedBank.js";

let items = 0;

/** An item of the ledger; every customer is another unless it is named. */
function item(invoice_date: string, due_date: string, amount: number, more: StagedRow = {}): StagedRow {
  items += 1;
  return {
    receivable_id: `R${items}`,
    obligor_id: "A",
    counterparty_id: `C${items}`,
    invoice_date,
    due_date,
    amount,
    ...more
  };
}

async function ledgerOf(...receivables: StagedRow[]) {
  return (await featuresAt("feat_receivables", {dates: ["2020-06-30"]}, {receivables}))[0]!;
}

describe("receivables by age", () => {
  it("fall into buckets whose ends are 30, 60 and 90 days after the due date", async () => {
    const row = await ledgerOf(
      item("2020-06-01", "2020-06-30", 100), // due today: not overdue
      item("2020-05-01", "2020-06-29", 10), // 1 day
      item("2020-05-01", "2020-05-31", 20), // 30 days
      item("2020-05-01", "2020-05-30", 40), // 31 days
      item("2020-04-01", "2020-05-01", 80), // 60 days
      item("2020-04-01", "2020-04-30", 160), // 61 days
      item("2020-03-01", "2020-04-01", 320), // 90 days
      item("2020-03-01", "2020-03-31", 640) // 91 days
    );
    const open = 1370;
    expect(row).toMatchObject({
      open_receivables: open,
      overdue_share: 1270 / open,
      overdue_30_days_share: 30 / open,
      overdue_60_days_share: 120 / open,
      overdue_90_days_share: 480 / open,
      overdue_beyond_90_days_share: 640 / open,
      oldest_overdue_days: 91,
      overdue_debtors_share: 7 / 8,
      largest_debtor_share: 640 / open
    });
  });

  it("breach the rule of 60 days from the sixty-first day after they arose, due or not", async () => {
    const row = await ledgerOf(
      item("2020-05-01", "2020-12-31", 100), // 60 days old
      item("2020-04-30", "2020-12-31", 300) // 61 days old
    );
    expect(row).toMatchObject({older_than_60_days_share: 0.75, overdue_share: 0, oldest_overdue_days: 0});
  });

  it("are open until the day before the customer paid, as far as was known", async () => {
    const row = await ledgerOf(
      item("2020-05-01", "2020-05-31", 100, {settled_date: "2020-06-30"}),
      item("2020-05-01", "2020-05-31", 300, {settled_date: "2020-07-01"})
    );
    expect(row).toMatchObject({open_receivables: 300, overdue_share: 1});
  });

  it("add up by customer", async () => {
    const row = await ledgerOf(
      item("2020-06-01", "2020-07-31", 100, {counterparty_id: "K"}),
      item("2020-06-02", "2020-06-12", 100, {counterparty_id: "K"}),
      item("2020-06-03", "2020-07-31", 120)
    );
    expect(row).toMatchObject({largest_debtor_share: 200 / 320, overdue_debtors_share: 0.5});
  });

  it("jump against what was overdue a quarter and a year before, as it was known then", async () => {
    const row = await ledgerOf(
      item("2019-05-01", "2019-05-31", 100, {settled_date: "2019-07-15"}), // overdue on 30 June 2019, paid since
      item("2019-06-01", "2019-07-31", 100, {settled_date: "2019-07-15"}), // open then, not overdue
      item("2020-03-15", "2020-04-15", 100), // open on 31 March 2020, overdue today
      item("2020-06-15", "2020-07-15", 300)
    );
    // Today 100 of 400; on 31 March 0 of 100; a year ago 100 of 200.
    expect(row).toMatchObject({
      overdue_share: 0.25,
      overdue_share_quarter_change: 0.25,
      overdue_share_year_change: -0.25
    });
  });
});

describe("how customers pay", () => {
  it("is measured over what was settled in the year, by amount", async () => {
    const row = await ledgerOf(
      item("2018-09-01", "2018-10-01", 50, {settled_date: "2018-09-21"}), // the year before: 20 days
      item("2019-06-20", "2019-06-30", 100, {settled_date: "2019-07-10"}), // 20 days, late
      item("2019-10-01", "2019-12-01", 300, {settled_date: "2019-11-10"}), // 40 days, in time
      item("2020-06-01", "2020-06-11", 900, {settled_date: "2020-07-01"}) // not settled yet
    );
    expect(row).toMatchObject({
      collection_days: (100 * 20 + 300 * 40) / 400,
      collection_days_change: 35 - 20,
      settled_late_share: 0.25
    });
    // Billed in the year: 300 at 61 days of credit, 900 at 10.
    expect(row.credit_term_days).toBeCloseTo((300 * 61 + 900 * 10) / 1200, 12);
    expect(row.sales_outstanding_days).toBeCloseTo((365 * 900) / 1200, 10);
  });

  it("begins and ends its year with whole months", async () => {
    const outside = item("2019-05-01", "2019-07-01", 100, {settled_date: "2019-06-30"});
    const inside = item("2019-05-01", "2019-07-01", 100, {settled_date: "2019-07-01"});
    expect(await ledgerOf(outside)).toMatchObject({collection_days: null});
    expect(await ledgerOf(inside)).toMatchObject({collection_days: 61});
  });
});

describe("a ledger that says nothing", () => {
  it("is unknown where none was handed over by then, and nothing open where all is settled", async () => {
    const unknown = await ledgerOf(item("2020-07-01", "2020-07-31", 100));
    expect(
      Object.entries(unknown)
        .filter(([, value]) => value !== null)
        .map(([name]) => name)
    ).toEqual(["obligor_id", "observation_date"]);
    expect(await ledgerOf(item("2019-06-01", "2019-07-01", 100, {settled_date: "2019-06-20"}))).toMatchObject({
      open_receivables: 0,
      overdue_share: null,
      oldest_overdue_days: null,
      sales_outstanding_days: null
    });
  });

  it("has no days outstanding against a fragment of a year", async () => {
    expect(await ledgerOf(item("2019-08-01", "2019-08-31", 100))).toMatchObject({sales_outstanding_days: null});
    expect(await ledgerOf(item("2019-07-01", "2019-07-31", 100))).toMatchObject({sales_outstanding_days: 365});
  });
});
