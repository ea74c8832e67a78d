import {describe, expect, it} from "vitest";
import {featuresAt} from "../../support/featuresAt.js";
import type {StagedRow} from "../../support/stagedBank.js";

const OBSERVED = "2020-06-30";
let written = 0;

function invoice(direction: "sale" | "purchase", counterparty_id: string | null, amount: number, more: StagedRow = {}) {
  written += 1;
  return {
    invoice_id: `I${written}`,
    obligor_id: "A",
    invoice_date: "2020-02-10",
    direction,
    counterparty_id,
    amount,
    status: "valid",
    ...more
  };
}

function obligor(
  obligor_id: string,
  registration_number: string | null = null,
  published_date = "2015-01-01"
): StagedRow {
  return {obligor_id, valid_from: "2015-01-01", published_date, registration_number};
}

type Rows = Readonly<Record<string, readonly StagedRow[]>>;

/** A sells 60 to B and 40 to somebody who is no obligor, and buys 25 of 100 from B. */
async function riskOf(rows: Rows, dates = [OBSERVED], hasDatedDefaults = true) {
  const found = await featuresAt(
    "feat_counterparty_risk",
    {dates, hasDatedDefaults},
    {
      obligors: [obligor("A"), obligor("B")],
      facilities: [{facility_id: "F", obligor_id: "B", start_date: "2018-01-01"}],
      exposures: [{facility_id: "F", month_end: OBSERVED}],
      invoices: [
        invoice("sale", "B", 60),
        invoice("sale", "X", 40),
        invoice("purchase", "B", 25),
        invoice("purchase", null, 75)
      ],
      ...rows
    }
  );
  return found[0]!;
}

const event = (event_type: string, published_date: string | null): Rows => ({
  credit_events: [{event_id: "E", obligor_id: "B", event_type, event_date: "2017-01-01", published_date}]
});

describe("counterparties that are obligors", () => {
  it("are found by their number, and are no risk while nothing is known against them", async () => {
    expect(await riskOf({})).toMatchObject({
      linked_customers: 1n,
      sales_to_obligors_share: 0.6,
      sales_to_failed_share: 0,
      sales_to_restructured_share: 0,
      sales_to_past_due_share: 0,
      linked_suppliers: 1n,
      purchases_from_obligors_share: 0.25,
      purchases_from_failed_share: 0
    });
  });

  it("are of unknown risk where the source dates no event, and has no book and no instalments", async () => {
    const silent = await riskOf({exposures: []}, [OBSERVED], false);
    expect(silent).toMatchObject({
      sales_to_obligors_share: 0.6,
      sales_to_failed_share: null,
      sales_to_restructured_share: null,
      sales_to_past_due_share: null,
      purchases_from_failed_share: null,
      purchases_from_restructured_share: null,
      purchases_from_past_due_share: null
    });
    const later = {exposures: [], repayments: [{facility_id: "F", due_date: "2020-07-01", amount_due: 1}]};
    expect(await riskOf(later)).toMatchObject({sales_to_failed_share: 0, sales_to_past_due_share: null});
  });

  it("are found by their registration number from the day on which that is known", async () => {
    const invoices = [invoice("sale", "X9", 60, {counterparty_registration_number: "913"}), invoice("sale", "X", 40)];
    const share = async (published: string) =>
      (await riskOf({invoices, obligors: [obligor("A"), obligor("B"), obligor("B", "913", published)]}))
        .sales_to_obligors_share;
    expect(await share(OBSERVED)).toBe(0.6);
    expect(await share("2020-07-01")).toBe(0);
  });

  it("are not told by a registration number that two have", async () => {
    const invoices = [invoice("sale", "X9", 60, {counterparty_registration_number: "913"})];
    const share = async (published: string) =>
      (await riskOf({invoices, obligors: [obligor("A"), obligor("B", "913"), obligor("C", "913", published)]}))
        .sales_to_obligors_share;
    expect(await share("2020-07-01")).toBe(1);
    expect(await share(OBSERVED)).toBe(0);
  });

  it("leave the risk unknown where there is none among them", async () => {
    const row = await riskOf({invoices: [invoice("sale", "X", 40)]});
    expect(row).toMatchObject({
      linked_customers: 0n,
      sales_to_obligors_share: 0,
      sales_to_failed_share: null,
      linked_suppliers: null,
      purchases_from_obligors_share: null
    });
  });

  it("count for a year, without voids, and without taking refunds off", async () => {
    const row = await riskOf({
      invoices: [
        invoice("sale", "B", 60, {invoice_date: "2019-06-30"}),
        invoice("sale", "B", 10, {invoice_date: "2019-07-01"}),
        invoice("sale", "B", 900, {status: "void"}),
        invoice("sale", "B", -10),
        invoice("sale", "X", 30)
      ]
    });
    expect(row).toMatchObject({sales_to_obligors_share: 0.25});
  });
});

describe("a counterparty in distress", () => {
  it.each(["bankruptcy_filing", "write_off", "reported_default"])(
    "has failed from when its %s is known",
    async (type) => {
      expect(await riskOf(event(type, OBSERVED))).toMatchObject({
        sales_to_failed_share: 0.6,
        purchases_from_failed_share: 0.25,
        sales_to_restructured_share: 0
      });
      expect(await riskOf(event(type, "2020-07-01"))).toMatchObject({sales_to_failed_share: 0});
      expect(await riskOf(event(type, null))).toMatchObject({sales_to_failed_share: 0});
    }
  );

  it("was restructured for 36 months, and is not for litigation", async () => {
    const shares = async (published: string) =>
      (await riskOf(event("distressed_restructuring", published))).sales_to_restructured_share;
    expect(await shares("2017-07-01")).toBe(0.6);
    expect(await shares("2017-06-30")).toBe(0);
    expect(await riskOf(event("litigation", "2020-01-01"))).toMatchObject({
      sales_to_failed_share: 0,
      sales_to_restructured_share: 0
    });
  });

  it("is past due by the book of the day", async () => {
    const book = (month_end: string, days_past_due: number) => ({
      exposures: [{facility_id: "F", month_end, limit: 1, drawn: 1, days_past_due}]
    });
    expect(await riskOf(book(OBSERVED, 31))).toMatchObject({sales_to_past_due_share: 0.6, sales_to_failed_share: 0});
    expect(await riskOf(book(OBSERVED, 30))).toMatchObject({sales_to_past_due_share: 0});
    expect(await riskOf(book("2020-05-31", 90))).toMatchObject({sales_to_past_due_share: 0});
  });

  it("is past due while an instalment is more than 30 days unpaid", async () => {
    const due = (due_date: string, paid_date: string | null, amount_due = 1000) => ({
      repayments: [{facility_id: "F", due_date, amount_due, amount_paid: 0, paid_date}]
    });
    expect(await riskOf(due("2020-05-30", null, 999.99))).toMatchObject({sales_to_past_due_share: 0}); // not material
    expect(await riskOf(due("2020-05-30", null))).toMatchObject({sales_to_past_due_share: 0.6}); // 31 days
    expect(await riskOf(due("2020-05-31", null))).toMatchObject({sales_to_past_due_share: 0});
    expect(await riskOf(due("2020-01-20", "2020-07-01"))).toMatchObject({sales_to_past_due_share: 0.6});
    expect(await riskOf(due("2020-01-20", OBSERVED))).toMatchObject({sales_to_past_due_share: 0});
  });

  it("shows at its own dates whatever else is built with them", async () => {
    const rows = event("write_off", "2020-03-15");
    const dates = ["2020-02-29", "2020-03-31", OBSERVED];
    const bank = {
      obligors: [obligor("A"), obligor("B")],
      invoices: [invoice("sale", "B", 60), invoice("sale", "X", 40)],
      ...rows
    };
    const together = await featuresAt("feat_counterparty_risk", {dates}, bank);
    expect(together.map((row) => row.sales_to_failed_share)).toEqual([0, 0.6, 0.6]);
    for (const [index, date] of dates.entries()) {
      expect(await featuresAt("feat_counterparty_risk", {dates: [date]}, bank)).toEqual([together[index]]);
    }
  });
});
