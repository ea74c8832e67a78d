import {describe, expect, it} from "vitest";
import {buildAllFeatures, buildAllTargets, rowsIn, targetTables} from "../../support/features.js";
import {withEngine} from "../../support/memoryEngine.js";
import {stageBank, type StagedRow} from "../../support/stagedBank.js";

interface Case {
  readonly repayments?: readonly StagedRow[];
  readonly events?: readonly StagedRow[];
  readonly dates?: readonly string[];
  readonly dataEnd?: string;
}

async function targetsOf({repayments = [], events = [], dates = ["2020-01-31"], dataEnd = "2021-12-31"}: Case) {
  return await withEngine(async (engine) => {
    await stageBank(engine, {
      observationDates: dates,
      dataEnd,
      rows: {
        obligors: [{obligor_id: "A", valid_from: "2010-01-01", published_date: "2010-01-01"}],
        facilities: [
          {
            facility_id: "F",
            obligor_id: "A",
            start_date: "2015-01-01",
            maturity_date: "2025-01-01",
            limit: 1,
            annual_rate: 0.05
          }
        ],
        exposures: dates.map((month_end) => ({facility_id: "F", month_end, limit: 1, drawn: 1})),
        repayments: repayments.map((row) => ({facility_id: "F", amount_due: 5000, amount_paid: 0, ...row})),
        credit_events: events.map((row, index) => ({event_id: `E${index}`, obligor_id: "A", ...row}))
      }
    });
    await buildAllFeatures(engine);
    await buildAllTargets(engine);
    return {
      dates: await rowsIn(engine, targetTables.get("target_default_dates")!),
      windows: await rowsIn(engine, targetTables.get("target_default")!)
    };
  });
}

describe("the default date", () => {
  it("is the 91st day past due: more than 90 days, not 90", async () => {
    const paidOn = async (paid_date: string | null) =>
      (await targetsOf({repayments: [{due_date: "2020-03-01", paid_date, amount_paid: paid_date === null ? 0 : 5000}]}))
        .dates;
    expect(await paidOn("2020-05-30")).toEqual([]); // the 90th day
    expect(await paidOn("2020-05-31")).toMatchObject([{default_date: "2020-05-31", basis: "days_past_due"}]);
    expect(await paidOn(null)).toMatchObject([{default_date: "2020-05-31"}]);
  });

  it("does not come from an immaterial rest, and does from one at the threshold", async () => {
    const rest = async (unpaid: number) =>
      (await targetsOf({repayments: [{due_date: "2020-03-01", paid_date: null, amount_paid: 5000 - unpaid}]})).dates;
    expect(await rest(999.99)).toEqual([]);
    expect(await rest(1000)).toMatchObject([{default_date: "2020-05-31"}]);
  });

  it("is that of an event where it came first, on the day it became known", async () => {
    const {dates} = await targetsOf({
      repayments: [{due_date: "2020-03-01", paid_date: null}],
      events: [
        {event_type: "litigation", event_date: "2020-02-01", published_date: "2020-02-01"},
        {event_type: "bankruptcy_filing", event_date: "2020-04-01", published_date: "2020-04-10"}
      ]
    });
    expect(dates).toEqual([{obligor_id: "A", default_date: "2020-04-10", basis: "event"}]);
  });

  it("is not read from beyond the end of the data", async () => {
    const late = {repayments: [{due_date: "2020-03-01", paid_date: null}], dataEnd: "2020-05-30"};
    expect((await targetsOf(late)).dates).toEqual([]);
  });
});

describe("the performance window", () => {
  it("holds the twelve months after the observation date, and neither its first day nor the day after", async () => {
    const event = async (day: string) => {
      const {windows} = await targetsOf({
        events: [{event_type: "bankruptcy_filing", event_date: day, published_date: day}]
      });
      return windows[0];
    };
    expect(await event("2020-01-31")).toMatchObject({is_in_default: true, defaulted: null});
    expect(await event("2020-02-01")).toMatchObject({
      is_in_default: false,
      defaulted: true,
      default_date: "2020-02-01"
    });
    expect(await event("2021-01-31")).toMatchObject({defaulted: true});
    expect(await event("2021-02-01")).toMatchObject({defaulted: false, default_date: null});
  });

  it("says nothing while it is open, even when a default has come: its survivors are not known yet", async () => {
    expect((await targetsOf({dataEnd: "2021-01-30"})).windows).toMatchObject([{defaulted: null}]);
    expect((await targetsOf({dataEnd: "2021-01-31"})).windows).toMatchObject([{defaulted: false}]);
    const event = {event_type: "bankruptcy_filing", event_date: "2020-03-01", published_date: "2020-03-01"};
    expect((await targetsOf({dataEnd: "2020-06-30", events: [event]})).windows).toMatchObject([
      {defaulted: null, default_date: "2020-03-01"}
    ]);
  });

  it("marks an outcome that the source gives without a date", async () => {
    const {dates, windows} = await targetsOf({
      events: [{event_type: "reported_default", event_date: null, published_date: null}],
      dataEnd: "2020-01-31"
    });
    expect(dates).toEqual([{obligor_id: "A", default_date: null, basis: "undated"}]);
    expect(windows).toMatchObject([{is_in_default: false, defaulted: true, default_date: null, is_undated: true}]);
  });
});
