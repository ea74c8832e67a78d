import {describe, expect, it} from "vitest";
import {targetsOf, type TargetCase} from "../../support/targets.js";

async function defaultsOf(bank: TargetCase) {
  const {target_default_spells: spells} = await targetsOf(bank, ["target_default_spells"]);
  return spells!.map(({obligor_id, default_date, basis}) => `${obligor_id} ${default_date} ${basis}`);
}

const byObligor = {material_by: "obligor"} as const;
const MARCH = {due_date: "2020-03-01"}; // 91 days past due on 2020-05-31

describe("days past due counted over the obligor", () => {
  it("exceed 90 on the 91st day, on which a payment comes too late", async () => {
    const repayments = [
      {...MARCH, facility_id: "F-A", paid_date: "2020-05-30"}, // the 90th day
      {...MARCH, facility_id: "F-B", paid_date: "2020-05-31"},
      {...MARCH, facility_id: "F-C"}
    ];
    const bank = {obligors: ["A", "B", "C"], repayments, policy: byObligor};
    const expected = ["B 2020-05-31 days_past_due", "C 2020-05-31 days_past_due"];
    expect(await defaultsOf(bank)).toEqual(expected);
    expect(await defaultsOf({...bank, dataEnd: "2020-05-31"})).toEqual(expected);
    expect(await defaultsOf({...bank, dataEnd: "2020-05-30"})).toEqual([]);
  });

  it("run on while one instalment follows another, where by instalment none is late long enough", async () => {
    // Due 03-01 and paid 05-10, due 05-09 and paid 06-20: something is overdue from 03-02 to 06-20.
    const repayments = [
      {...MARCH, paid_date: "2020-05-10"},
      {due_date: "2020-05-09", paid_date: "2020-06-20"}
    ];
    expect(await defaultsOf({repayments})).toEqual([]);
    expect(await defaultsOf({repayments, policy: byObligor})).toEqual(["A 2020-05-31 days_past_due"]);
  });

  it("go on where one instalment is paid on the day that the next falls due, and start anew a day later", async () => {
    const next = (due_date: string) => [
      {...MARCH, paid_date: "2020-04-20"},
      {due_date, paid_date: null}
    ];
    // Paid on 04-20, still a day overdue; due on 04-20, overdue from 04-21: no day between.
    expect(await defaultsOf({repayments: next("2020-04-20"), policy: byObligor})).toEqual([
      "A 2020-05-31 days_past_due"
    ]);
    // Due on 04-21, overdue from 04-22: 91 days later is 07-21.
    expect(await defaultsOf({repayments: next("2020-04-21"), policy: byObligor})).toEqual([
      "A 2020-07-21 days_past_due"
    ]);
  });

  it("begin when what is overdue over all facilities reaches the material amount", async () => {
    const two = (second: number) => ({
      repayments: [
        {...MARCH, facility_id: "F-A", amount_due: 600},
        {due_date: "2020-04-01", facility_id: "G-A", amount_due: second}
      ],
      policy: byObligor
    });
    expect(await defaultsOf(two(399.99))).toEqual([]);
    expect(await defaultsOf(two(400))).toEqual(["A 2020-07-01 days_past_due"]); // 91 days after 04-01
    expect(await defaultsOf({...two(400), policy: {}})).toEqual([]); // by instalment neither is material
  });

  it("stop counting when a payment brings the rest below the material amount", async () => {
    const repayments = [
      {...MARCH, amount_due: 600, facility_id: "F-A"},
      {...MARCH, amount_due: 600, facility_id: "G-A", paid_date: "2020-05-30"}
    ];
    expect(await defaultsOf({repayments, policy: byObligor})).toEqual([]);
    const late = repayments.map((row) => ("paid_date" in row ? {...row, paid_date: "2020-05-31"} : row));
    expect(await defaultsOf({repayments: late, policy: byObligor})).toEqual(["A 2020-05-31 days_past_due"]);
  });

  it("go on over what a payment left unpaid", async () => {
    const paid = (amount_paid: number) => [{...MARCH, paid_date: "2020-03-15", amount_paid}];
    for (const policy of [{}, byObligor]) {
      expect(await defaultsOf({repayments: paid(4000), policy})).toEqual(["A 2020-05-31 days_past_due"]); // 1,000 is left
      expect(await defaultsOf({repayments: paid(4000.01), policy})).toEqual([]);
    }
  });

  it("are not touched by early payments", async () => {
    const repayments = [{...MARCH, paid_date: "2020-02-01"}, {due_date: "2020-04-01"}];
    expect(await defaultsOf({repayments, policy: byObligor})).toEqual(["A 2020-07-01 days_past_due"]);
  });
});

describe("a material share of what is drawn", () => {
  const policy = {...byObligor, material_share_over: 0.01};
  const line = (month_end: string, drawn: number) => ({facility_id: "F-A", month_end, limit: 1, drawn});

  it("must be exceeded, not met", async () => {
    const drawn = (amount: number) => ({repayments: [MARCH], exposures: [line("2020-01-31", amount)], policy});
    expect(await defaultsOf(drawn(500_000))).toEqual([]); // one percent is 5,000
    expect(await defaultsOf(drawn(499_999))).toEqual(["A 2020-05-31 days_past_due"]);
  });

  it("is of the latest month-end book before the day", async () => {
    const exposures = [line("2020-01-31", 600_000), line("2020-03-31", 400_000)];
    // From 04-01 on 5,000 exceed one percent of 400,000: the 91st such day is 06-30.
    expect(await defaultsOf({repayments: [MARCH], exposures, policy})).toEqual(["A 2020-06-30 days_past_due"]);
  });

  it("is not asked for before the first book, where the amount decides alone", async () => {
    const exposures = [line("2021-06-30", 600_000)];
    const bank = {repayments: [MARCH], exposures, dates: ["2021-06-30"], policy};
    expect(await defaultsOf(bank)).toEqual(["A 2020-05-31 days_past_due"]);
  });
});

describe("the runs of days overdue", () => {
  it("name their first and last day, and are open where nothing was paid by the end of the data", async () => {
    const repayments = [
      {...MARCH, paid_date: "2020-03-11", amount_due: 500},
      {due_date: "2021-12-01", paid_date: "2022-01-15"}
    ];
    const {target_overdue_spells: spells} = await targetsOf({repayments}, ["target_overdue_spells"]);
    expect(spells).toMatchObject([
      {measure: "any", counter_id: "A", first_date: "2020-03-02", last_date: "2020-03-11"},
      {measure: "any", counter_id: "A", first_date: "2021-12-02", last_date: null},
      {measure: "material", counter_id: "F-A", first_date: "2021-12-02", last_date: null}
    ]);
  });

  it("do not multiply with the versions of a facility", async () => {
    const later = {facility_id: "F-A", obligor_id: "A", valid_from: "2019-06-30", published_date: "2019-06-30"};
    const repayments = [{...MARCH, amount_due: 600, paid_date: "2020-12-31"}];
    expect(await defaultsOf({repayments, facilities: [later], policy: byObligor})).toEqual([]); // twice 600 is material
  });
});
