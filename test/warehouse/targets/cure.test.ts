import {describe, expect, it} from "vitest";
import {targetsOf, type TargetCase} from "../../support/targets.js";

const CURE = {probation_days: 90, restructuring_probation_days: 365, never_after: []};

async function spellsOf(bank: TargetCase, cure: "never" | typeof CURE | {never_after: string[]} = CURE) {
  const policy = {cure: cure === "never" ? cure : {...CURE, ...cure}, ...bank.policy};
  const {target_default_spells: spells} = await targetsOf({...bank, policy}, ["target_default_spells"]);
  return spells!.map(({obligor_id, default_date, cured_date}) => `${obligor_id} ${default_date} ${cured_date}`);
}

// Due 2020-03-01, in default from 05-31, paid on 06-10: quiet from 06-11 on. The 90th quiet day is 09-08, so 09-09 is the first day cured.
const PAID = {due_date: "2020-03-01", paid_date: "2020-06-10"};

describe("a default", () => {
  it("ends on the day after as many days of probation as the policy asks, counted from the day after all was paid", async () => {
    expect(await spellsOf({repayments: [PAID]})).toEqual(["A 2020-05-31 2020-09-09"]);
    expect(await spellsOf({repayments: [PAID], dataEnd: "2020-09-09"})).toEqual(["A 2020-05-31 2020-09-09"]);
    expect(await spellsOf({repayments: [PAID], dataEnd: "2020-09-08"})).toEqual(["A 2020-05-31 null"]);
  });

  it("never ends where the policy says never, and takes all later triggers in", async () => {
    const events = [{event_type: "bankruptcy_filing", published_date: "2021-06-30"}];
    expect(await spellsOf({repayments: [PAID], events}, "never")).toEqual(["A 2020-05-31 null"]);
  });

  it("does not end while anything is unpaid, however small and on whichever facility", async () => {
    const fee = {due_date: "2020-05-01", facility_id: "G-A", amount_due: 1};
    expect(await spellsOf({repayments: [PAID, fee]})).toEqual(["A 2020-05-31 null"]);
    // Paid on 07-01: 90 quiet days from 07-02 to 09-29.
    expect(await spellsOf({repayments: [PAID, {...fee, paid_date: "2020-07-01"}]})).toEqual([
      "A 2020-05-31 2020-09-30"
    ]);
  });

  it("begins its probation anew when an instalment is late again within it, and not when that comes after", async () => {
    const late = (due_date: string, paid_date: string) => [PAID, {due_date, paid_date}];
    // Overdue on 09-08 alone, the last day of the probation: quiet from 09-09, cured on 12-08.
    expect(await spellsOf({repayments: late("2020-09-07", "2020-09-08")})).toEqual(["A 2020-05-31 2020-12-08"]);
    expect(await spellsOf({repayments: late("2020-09-08", "2020-09-09")})).toEqual(["A 2020-05-31 2020-09-09"]);
  });

  it("takes in an event of its probation, and a later one is a default of its own", async () => {
    const event = (published_date: string) => [{event_type: "reported_default", published_date}];
    // 2020-09-08 and 90 quiet days from 09-09 to 12-07.
    expect(await spellsOf({repayments: [PAID], events: event("2020-09-08")})).toEqual(["A 2020-05-31 2020-12-08"]);
    expect(await spellsOf({repayments: [PAID], events: event("2020-09-09")})).toEqual([
      "A 2020-05-31 2020-09-09",
      "A 2020-09-09 2020-12-09"
    ]);
  });

  it("lasts longer after a distressed restructuring, also when that came first or within", async () => {
    const restructured = (published_date: string) => [{event_type: "distressed_restructuring", published_date}];
    // 2020-02-01 and 365 quiet days from 02-02 to 2021-01-31.
    expect(await spellsOf({events: restructured("2020-02-01")})).toEqual(["A 2020-02-01 2021-02-01"]);
    // Quiet since 06-11 or since the day after the event.
    expect(await spellsOf({repayments: [PAID], events: restructured("2020-06-01")})).toEqual([
      "A 2020-05-31 2021-06-11"
    ]);
    expect(await spellsOf({repayments: [PAID], events: restructured("2020-07-01")})).toEqual([
      "A 2020-05-31 2021-07-02"
    ]);
    // Late on 03-02 to 06-10 within the year: the year begins anew.
    expect(await spellsOf({repayments: [PAID], events: restructured("2020-02-01")})).toEqual([
      "A 2020-02-01 2021-06-11"
    ]);
  });

  it("never ends after an event that the policy names, and takes in what comes later", async () => {
    const events = [
      {event_type: "bankruptcy_filing", published_date: "2020-02-01"},
      {event_type: "reported_default", published_date: "2021-02-01"}
    ];
    expect(await spellsOf({events}, {never_after: ["bankruptcy_filing"]})).toEqual(["A 2020-02-01 null"]);
    expect(await spellsOf({events})).toEqual(["A 2020-02-01 2020-05-02", "A 2021-02-01 2021-05-03"]);
  });

  it("is none of events that became known after the end of the data, or that the policy does not name", async () => {
    const events = [
      {event_type: "litigation", published_date: "2020-02-01"},
      {event_type: "reported_default", published_date: "2022-01-01"}
    ];
    expect(await spellsOf({events})).toEqual([]);
    expect(await spellsOf({events, dataEnd: "2022-01-01"})).toEqual(["A 2022-01-01 null"]);
  });
});
