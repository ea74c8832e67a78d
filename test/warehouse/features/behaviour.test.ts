import {describe, expect, it} from "vitest";
import {buildAllFeatures, featureTables, rowsIn} from "../../support/features.js";
import {withEngine} from "../../support/memoryEngine.js";
import {stageBank, type StagedRow} from "../../support/stagedBank.js";

const OBSERVED = "2020-06-30";

/** The rows of one feature table for one obligor, observed on 2020-06-30. */
async function featureOf(table: string, rows: Readonly<Record<string, readonly StagedRow[]>>) {
  return await withEngine(async (engine) => {
    await stageBank(engine, {
      observationDates: [OBSERVED],
      dataEnd: "2021-06-30",
      rows: {
        obligors: [{obligor_id: "A", valid_from: "2010-01-01", published_date: "2010-01-01"}],
        facilities: [{facility_id: "F", obligor_id: "A", start_date: "2015-01-01", limit: 100_000, annual_rate: 0.06}],
        exposures: [{facility_id: "F", month_end: OBSERVED, limit: 80_000, drawn: 60_000}],
        ...rows
      }
    });
    await buildAllFeatures(engine);
    return (await rowsIn(engine, featureTables.get(table)!))[0]!;
  });
}

const instalment = (due_date: string, paid_date: string | null): StagedRow => {
  return {facility_id: "F", due_date, paid_date, amount_due: 5000, amount_paid: paid_date === null ? 0 : 5000};
};

describe("how an obligor paid", () => {
  it("counts the year's late instalments among the year's, and the longest delay", async () => {
    const repayments = [
      instalment("2020-01-20", "2020-01-20"),
      instalment("2020-02-20", "2020-03-01"),
      instalment("2020-03-20", "2020-03-20"),
      instalment("2020-04-20", "2020-04-20")
    ];
    // One of four was late, by the ten days from 20 February to 1 March.
    expect(await featureOf("feat_repayments", {repayments})).toMatchObject({
      days_past_due: 0,
      worst_days_late: 10,
      late_share: 0.25
    });
  });

  it("never exceeds one in share, however much lies unpaid from earlier years", async () => {
    const old = Array.from({length: 9}, (_, index) => instalment(`2018-0${index + 1}-20`, null));
    const row = await featureOf("feat_repayments", {repayments: [...old, instalment("2020-05-20", "2020-05-20")]});
    expect(row).toMatchObject({late_share: 0, days_past_due: 892}); // 20 January 2018 to 30 June 2020
  });

  it("knows of arrears when nothing fell due in the year, and of nothing when nothing ever did", async () => {
    const row = await featureOf("feat_repayments", {repayments: [instalment("2019-03-20", null)]});
    expect(row).toMatchObject({days_past_due: 468, late_share: null}); // 20 March 2019 to 30 June 2020
    expect(await featureOf("feat_repayments", {})).toMatchObject({days_past_due: null, worst_days_late: null});
  });
});

describe("what an obligor may draw", () => {
  it("is summed over its facilities, with a year's interest at their rates", async () => {
    const row = await featureOf("feat_facilities", {
      facilities: [
        {facility_id: "F", obligor_id: "A", start_date: "2015-01-01", limit: 1, annual_rate: 0.06},
        {facility_id: "G", obligor_id: "A", start_date: "2015-01-01", limit: 1, annual_rate: 0.05}
      ],
      exposures: [
        {facility_id: "F", month_end: OBSERVED, limit: 80_000, drawn: 60_000},
        {facility_id: "G", month_end: OBSERVED, limit: 20_000, drawn: 20_000}
      ]
    });
    expect(row).toMatchObject({
      facilities: 2n,
      limit: 100_000,
      drawn: 80_000,
      annual_interest: 4600,
      utilisation_share: 0.8
    });
  });
});

describe("a year of invoices", () => {
  const sale = (id: number, invoice_date: string, amount: number, more: StagedRow = {}): StagedRow => {
    return {
      invoice_id: `I${id}`,
      obligor_id: "A",
      invoice_date,
      direction: "sale",
      counterparty_id: `C${id}`,
      amount,
      tax: 0,
      total: amount,
      status: "valid",
      ...more
    };
  };

  it("is counted by hand", async () => {
    const invoices = [
      sale(1, "2018-07-10", 400),
      sale(2, "2019-08-10", 300),
      sale(3, "2020-05-10", 200),
      sale(4, "2020-05-11", -50, {counterparty_id: "C3"}),
      sale(5, "2020-06-10", 999, {status: "void"}),
      sale(6, "2020-06-12", 90, {direction: "purchase"})
    ];
    const row = await featureOf("feat_invoices", {invoices});
    expect(row).toMatchObject({
      sales_growth_rate: 0.125, // 300 + 200 - 50 against 400
      purchases_to_sales_ratio: 0.2,
      void_share: 0.2, // one of the five invoices of the year
      refund_share: 0.1, // 50 to 500
      active_months_share: 2 / 12
    });
    expect(row.recent_sales_share).toBeCloseTo(150 / 450, 12);
    expect(row.log_sales).toBeCloseTo(Math.log(450), 12);
    expect(row.log_counterparties).toBeCloseTo(Math.log(3), 12); // C2, C3 and C6: C1 traded longer ago, C5 only a void
  });

  it("has no growth against a fragment of the year before", async () => {
    const invoices = [sale(1, "2019-05-10", 10), sale(2, "2019-08-10", 300), sale(3, "2020-05-10", 200)];
    expect((await featureOf("feat_invoices", {invoices})).sales_growth_rate).toBeNull();
  });
});
