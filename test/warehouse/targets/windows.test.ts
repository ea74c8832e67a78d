import {describe, expect, it} from "vitest";
import {targetsOf, type TargetCase} from "../../support/targets.js";

async function windowsOf(bank: TargetCase) {
  return (await targetsOf(bank, ["target_default"]))["target_default"]!;
}

const event = (published_date: string) => ({event_type: "reported_default", published_date});
const cure = {probation_days: 90, restructuring_probation_days: 365, never_after: []};
const bookOf = (...months: string[]) =>
  months.map((month_end) => ({facility_id: "F-A", month_end, limit: 1, drawn: 1}));

/** Obligor B is there on every month end, so that the book goes on after A has left. */
const others = (...months: string[]) => bookOf(...months).map((row) => ({...row, facility_id: "F-B"}));
const MONTHS = ["2020-01-31", "2020-02-29", "2020-06-30", "2020-12-31", "2021-01-31", "2021-02-28"];

describe("an obligor that was cured", () => {
  it("is in default until the day of its cure, and defaults anew within the window after", async () => {
    // 2020-02-10 and 90 quiet days from 02-11 to 05-10: cured on 05-11.
    const windows = await windowsOf({
      dates: ["2020-01-31", "2020-02-29", "2020-04-30", "2020-05-31"],
      events: [event("2020-02-10"), event("2021-05-31")],
      dataEnd: "2021-05-31",
      policy: {cure}
    });
    expect(windows).toMatchObject([
      {defaulted: true, default_date: "2020-02-10", outcome_status: "observed", months_observed: 1},
      {is_in_default: true, defaulted: null, outcome_status: "in_default", months_observed: null},
      {is_in_default: true, defaulted: null, default_date: null, outcome_status: "in_default"},
      {
        is_in_default: false,
        defaulted: true,
        default_date: "2021-05-31",
        outcome_status: "observed",
        months_observed: 12
      }
    ]);
  });

  it("is so from the day of its cure on, and not on the day before", async () => {
    const on = async (observed: string, known: string) =>
      await windowsOf({dates: [observed], events: [event(known)], policy: {cure}});
    // 2020-05-31 is the 91st day after 2020-03-01 and the 90th after 2020-03-02.
    expect(await on("2020-05-31", "2020-03-01")).toMatchObject([{is_in_default: false, outcome_status: "observed"}]);
    expect(await on("2020-05-31", "2020-03-02")).toMatchObject([{is_in_default: true, outcome_status: "in_default"}]);
  });
});

describe("the status of an outcome", () => {
  it("is open until the last day of the window, with the months seen so far", async () => {
    const status = async (dataEnd: string) => (await windowsOf({dataEnd}))[0];
    expect(await status("2021-01-31")).toMatchObject({
      outcome_status: "observed",
      months_observed: 12,
      defaulted: false
    });
    expect(await status("2021-01-30")).toMatchObject({outcome_status: "open", months_observed: 11, defaulted: null});
    expect(await status("2020-02-28")).toMatchObject({outcome_status: "open", months_observed: 0});
    expect(await status("2020-02-29")).toMatchObject({outcome_status: "open", months_observed: 1});
  });

  it("is undated or unknown where the source says no more", async () => {
    const bank = {hasDatedDefaults: false, events: [{event_type: "reported_default", published_date: null}]};
    expect(await windowsOf(bank)).toMatchObject([
      {outcome_status: "undated", months_observed: null, defaulted: true, is_undated: true}
    ]);
  });
});

describe("an obligor that left the book", () => {
  const left = (lines: readonly string[], more: TargetCase = {}) => ({
    obligors: ["A", "B"],
    dates: ["2020-01-31"],
    exposures: [...bookOf(...lines), ...others(...MONTHS)],
    ...more
  });
  const first = async (bank: TargetCase) => (await windowsOf(bank))[0];

  it("is a survivor or left out, as the policy says, and withdrawn in both cases", async () => {
    const bank = left(["2020-01-31", "2020-02-29", "2020-06-30"]);
    const withdrawn = {outcome_status: "withdrawn", months_observed: 5};
    expect(await first(bank)).toMatchObject({...withdrawn, defaulted: false});
    expect(await first({...bank, policy: {withdrawals: "exclude"}})).toMatchObject({...withdrawn, defaulted: null});
  });

  it("is none where it is there on the last day of the window, also when it was away before or leaves after", async () => {
    const there = {outcome_status: "observed", defaulted: false, months_observed: 12};
    const policy = {withdrawals: "exclude"} as const;
    expect(await first(left(MONTHS.slice(0, -1), {policy}))).toMatchObject(there); // last on 2021-01-31
    expect(await first(left(["2020-01-31", "2021-01-31"], {policy}))).toMatchObject(there);
    const before = {outcome_status: "withdrawn", defaulted: null};
    expect(await first(left(MONTHS.slice(0, -2), {policy}))).toMatchObject({...before, months_observed: 11});
    expect(await first(left(["2020-01-31", "2021-02-28"], {policy}))).toMatchObject({...before, months_observed: 0});
  });

  it("defaulted all the same where it did within the window", async () => {
    const bank = left(["2020-01-31", "2020-02-29"], {events: [event("2020-08-15")], policy: {withdrawals: "exclude"}});
    expect(await first(bank)).toMatchObject({outcome_status: "observed", defaulted: true, months_observed: 7});
  });

  it("is not seen where the source has no later book", async () => {
    const bank = {exposures: bookOf("2020-01-31"), policy: {withdrawals: "exclude"}} as const;
    expect(await windowsOf(bank)).toMatchObject([{outcome_status: "observed", defaulted: false}]);
  });
});

describe("the exclusions", () => {
  it("count every obligor of the frame by its status, and say which no model learns from", async () => {
    const bank = {
      obligors: ["A", "B", "C"],
      dates: ["2020-01-31", "2020-12-31"],
      exposures: [
        ...bookOf("2020-01-31"),
        ...others("2020-01-31", "2020-12-31"),
        {...others("2020-01-31")[0]!, facility_id: "F-C"}
      ],
      events: [
        {...event("2020-03-31"), obligor_id: "B"},
        {...event("2020-01-10"), obligor_id: "C"}
      ],
      dataEnd: "2021-01-31"
    };
    const counts = async (withdrawals: "exclude" | "count_as_survivor") =>
      (await targetsOf({...bank, policy: {withdrawals}}, ["target_exclusions"]))["target_exclusions"]!.map(
        ({observation_date, outcome_status, obligors, defaults, is_excluded}) =>
          `${observation_date} ${outcome_status} ${obligors} ${defaults} ${is_excluded}`
      );
    const expected = [
      "2020-01-31 in_default 1 0 true",
      "2020-01-31 observed 1 1 false",
      "2020-01-31 withdrawn 1 0 true",
      "2020-12-31 in_default 1 0 true"
    ];
    expect(await counts("exclude")).toEqual(expected);
    expected[2] = "2020-01-31 withdrawn 1 0 false";
    expect(await counts("count_as_survivor")).toEqual(expected);
  });
});
