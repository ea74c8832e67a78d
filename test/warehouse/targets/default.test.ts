import {describe, expect, it} from "vitest";
import {policiesInForce, type PolicyInForce} from "#pipeline/policy/policy.js";
import {buildAllFeatures, buildAllTargets, rowsIn, targetTables} from "../../support/features.js";
import {withEngine} from "../../support/memoryEngine.js";
import {stageBank, type StagedRow} from "../../support/stagedBank.js";

interface Case {
  readonly repayments?: readonly StagedRow[];
  readonly events?: readonly StagedRow[];
  readonly dates?: readonly string[];
  readonly dataEnd?: string;
  readonly hasDatedDefaults?: boolean;
  readonly policies?: readonly PolicyInForce<"default">[];
}

async function targetsOf({
  repayments = [],
  events = [],
  dates = ["2020-01-31"],
  dataEnd = "2021-12-31",
  ...rest
}: Case) {
  return await withEngine(async (engine) => {
    await stageBank(engine, {
      observationDates: dates,
      dataEnd,
      ...rest,
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

  it("does not come from an immaterial instalment, and does from one at the threshold", async () => {
    const unpaid = async (amount_due: number) =>
      (await targetsOf({repayments: [{due_date: "2020-03-01", paid_date: null, amount_due}]})).dates;
    expect(await unpaid(999.99)).toEqual([]);
    expect(await unpaid(1000)).toMatchObject([{default_date: "2020-05-31"}]);
  });

  it("never ends: an instalment that was paid on its 95th day keeps the obligor in default, as the policy says", async () => {
    const {windows} = await targetsOf({
      repayments: [{due_date: "2019-03-01", paid_date: "2019-06-04", amount_paid: 5000}]
    });
    expect(windows).toMatchObject([{is_in_default: true, defaulted: null}]);
  });

  it("is that of an event where it came first, on the day it became known", async () => {
    const {dates} = await targetsOf({
      repayments: [{due_date: "2020-03-01", paid_date: null}],
      events: [
        {event_type: "litigation", event_date: "2020-02-01", published_date: "2020-02-01"},
        {event_type: "bankruptcy_filing", event_date: "2020-04-01", published_date: "2020-04-10"}
      ]
    });
    expect(dates).toMatchObject([{obligor_id: "A", default_date: "2020-04-10", basis: "event"}]);
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

  it("marks outcomes of a source that gives no dates, known at once for every obligor", async () => {
    const {dates, windows} = await targetsOf({
      events: [{event_type: "reported_default", event_date: null, published_date: null}],
      dataEnd: "2020-01-31",
      hasDatedDefaults: false
    });
    expect(dates).toMatchObject([{obligor_id: "A", default_date: null, basis: "undated"}]);
    expect(windows).toMatchObject([{is_in_default: false, defaulted: true, default_date: null, is_undated: true}]);
    const none = await targetsOf({dataEnd: "2020-01-31", hasDatedDefaults: false});
    expect(none.windows).toMatchObject([{defaulted: false, is_undated: false}]);
  });

  it("is not filled by an event without a date in a source that dates its defaults", async () => {
    const undated = {event_type: "reported_default", event_date: "2020-03-01", published_date: null};
    expect((await targetsOf({events: [undated], dataEnd: "2020-06-30"})).windows).toMatchObject([{defaulted: null}]);
    expect((await targetsOf({events: [undated]})).windows).toMatchObject([{defaulted: false}]);
  });

  it("is judged by the policy in force on its observation date", async () => {
    const [shipped] = policiesInForce("data/policy", "default", {first: "2020-01-31", last: "2020-01-31"});
    const stricter = {...shipped!, policy: {...shipped!.policy, days_past_due_over: 30}};
    const {windows} = await targetsOf({
      dates: ["2020-01-31", "2020-02-29"],
      repayments: [{due_date: "2020-03-10", paid_date: "2020-05-01", amount_paid: 5000}],
      policies: [
        {...shipped!, until: "2020-02-29"},
        {...stricter, from: "2020-02-29"}
      ]
    });
    expect(windows).toMatchObject([
      {observation_date: "2020-01-31", defaulted: false},
      {observation_date: "2020-02-29", defaulted: true, default_date: "2020-04-10"}
    ]);
  });
});
