import {describe, expect, it} from "vitest";
import type {StagedRow} from "../../support/stagedBank.js";
import {annual, observed, observedOn, TABLES, toDate} from "../../support/statementFeatures.js";

/** Total assets that lead on a day: which statement is in force. */
async function assetsOn(day: string, statements: readonly StagedRow[]): Promise<unknown> {
  return (await observedOn(TABLES.annual, day, statements)).total_assets;
}

describe("statements of a group and of its parent alone", () => {
  const statement = (scope: string, published_date: string, total_assets: number) =>
    annual(2019, {scope, published_date, total_assets});
  const both = [
    statement("standalone", "2020-03-15", 100),
    statement("consolidated", "2020-04-15", 300),
    statement("standalone", "2020-05-15", 120)
  ];

  it.each([
    ["the group's counts from the day on which it is known", "2020-04-30", 300],
    ["the parent's counts before", "2020-03-31", 100],
    ["the parent's own correction, filed after the group's, does not win", "2020-06-30", 300]
  ])("%s", async (_, day, assets) => {
    expect(await assetsOn(day, both)).toBe(assets);
  });

  it("the parent's newer year beats the group's older one", async () => {
    const newer = annual(2020, {scope: "standalone", published_date: "2021-03-15", total_assets: 140});
    expect(await assetsOn("2021-03-31", [...both, newer])).toBe(140);
  });

  it("are never compared with each other", async () => {
    const years = [
      annual(2018, {scope: "consolidated", revenue: 500, equity: 50}),
      annual(2019, {scope: "standalone", revenue: 100, equity: 10})
    ];
    expect(await observedOn(TABLES.annual, "2020-04-30", years)).toMatchObject({revenue_growth_rate: null});
    expect(await observedOn(TABLES.trends, "2020-04-30", years)).toMatchObject({equity_growth_rate: null});
    const withOwn = [...years, annual(2018, {scope: "standalone", revenue: 80, equity: 8})];
    expect(await observedOn(TABLES.annual, "2020-04-30", withOwn)).toMatchObject({revenue_growth_rate: 0.25});
    expect(await observedOn(TABLES.trends, "2020-04-30", withOwn)).toMatchObject({equity_growth_rate: 0.25});
  });
});

describe("what leads at an observation date", () => {
  const years = [
    annual(2018, {total_assets: 80, revenue: 40}),
    annual(2019, {total_assets: 100, revenue: 50}),
    annual(2019, {total_assets: 90, revenue: 50, published_date: "2020-09-30"})
  ];

  it("is the latest year, from the day on which it became known", async () => {
    expect(await assetsOn("2020-03-31", years)).toBe(80);
    expect(await assetsOn("2020-04-30", years)).toBe(100);
  });

  it("is its latest version, from that day on and not one day before", async () => {
    const dayBefore = [years[0]!, years[1]!, {...years[2]!, published_date: "2020-10-01"}];
    expect(await assetsOn("2020-09-30", years)).toBe(90);
    expect(await assetsOn("2020-09-30", dayBefore)).toBe(100);
  });

  it("is not an older year that was filed late, which yet corrects the growth of the newer", async () => {
    const late = annual(2018, {total_assets: 50, revenue: 25, published_date: "2020-08-31"});
    const [before, after] = await observed(TABLES.annual, ["2020-07-31", "2020-08-31"], [...years.slice(0, 2), late]);
    expect(before).toMatchObject({total_assets: 100, assets_growth_rate: 0.25, revenue_growth_rate: 0.25});
    expect(after).toMatchObject({total_assets: 100, assets_growth_rate: 1, revenue_growth_rate: 1});
  });

  it("counts days to its first filing, whatever was corrected since", async () => {
    expect(await observedOn(TABLES.annual, "2020-12-31", years)).toMatchObject({filing_days: 92});
  });

  it("tells of one of two years that end in one month by the one that was filed last", async () => {
    const short = annual(2019, {total_assets: 70, period_end: "2019-12-29", published_date: "2020-05-20"});
    expect(await assetsOn("2020-05-31", [...years, short])).toBe(70);
    expect(await assetsOn("2020-04-30", [...years, short])).toBe(100);
  });
});

describe("a restatement", () => {
  const restated = async (day: string, ...versions: readonly StagedRow[]) =>
    (await observedOn(TABLES.annual, day, versions)).is_restated;
  const first = annual(2019, {cost_of_sales: 60, operating_expense: 30});

  it("is a later version with other figures, from the day on which it is known", async () => {
    const moved = {...first, cost_of_sales: 70, operating_expense: 20, published_date: "2020-08-15"};
    expect(await restated("2020-07-31", first, moved)).toBe(false);
    expect(await restated("2020-08-31", first, moved)).toBe(true);
  });

  it("is not the same figures filed again, audited meanwhile", async () => {
    const again = {...first, is_audited: true, published_date: "2020-08-15"};
    expect(await restated("2020-08-31", first, again)).toBe(false);
  });

  it("is not the group's statement after the parent's, nor another year's correction", async () => {
    const group = annual(2019, {cost_of_sales: 90, scope: "consolidated", published_date: "2020-06-01"});
    expect(await restated("2020-08-31", {...first, scope: "standalone"}, group)).toBe(false);
    const before = annual(2018, {cost_of_sales: 10});
    const corrected = {...before, cost_of_sales: 20, published_date: "2020-08-15"};
    expect(await restated("2020-08-31", first, before, corrected)).toBe(false);
  });

  it("is a line that was empty and no longer is", async () => {
    expect(await restated("2020-08-31", first, {...first, tax: 5, published_date: "2020-08-15"})).toBe(true);
  });
});

describe("a stale statement", () => {
  const old = [annual(2018, {revenue: 10, equity: 5}), annual(2019, {revenue: 20, equity: 10})];

  it("counts to the last day of its second year, and then leaves its age alone", async () => {
    const [fresh, stale] = await observed(TABLES.annual, ["2021-12-31", "2022-01-31"], old);
    expect(fresh).toMatchObject({revenue: 20, revenue_growth_rate: 1, statement_age_days: 731});
    expect(stale).toMatchObject({
      period_end: "2019-12-31",
      statement_age_days: 762,
      filing_days: null,
      is_restated: null,
      revenue: null,
      revenue_growth_rate: null
    });
  });

  it("is as none from the end of its fourth year, in whose last month its age is still told", async () => {
    for (const [contract, age] of [
      [TABLES.annual, "statement_age_days"],
      [TABLES.interim, "latest_statement_age_days"]
    ] as const) {
      const [told, none] = await observed(contract, ["2023-11-30", "2023-12-31"], old);
      expect(told![age]).toBe(1430); // four years of 1461 days less the 31 of December
      expect(Object.values(none!).filter((value) => value !== null)).toEqual(["A", "2023-12-31"]);
    }
  });

  it("has its three years to the last day on which it counts", async () => {
    const three = [annual(2017, {net_income: -1}), ...old];
    expect(await observedOn(TABLES.trends, "2021-12-31", three)).toMatchObject({loss_years: 1});
  });

  it("has no trends either", async () => {
    const [fresh, stale] = await observed(TABLES.trends, ["2021-12-31", "2022-01-31"], old);
    expect(fresh).toMatchObject({equity_growth_rate: 1, loss_years: null});
    expect(stale!.equity_growth_rate).toBeNull();
  });

  it("is measured by the latest interim statement in its own table", async () => {
    const interim = toDate("2020-03-31", "2020-04-30", {cash: 5, current_liabilities: 10});
    const [fresh, stale] = await observed(TABLES.interim, ["2022-03-31", "2022-04-30"], [...old, interim]);
    expect(fresh).toMatchObject({latest_cash_to_liabilities_ratio: 0.5, latest_statement_age_days: 730});
    expect(stale).toMatchObject({latest_cash_to_liabilities_ratio: null, latest_statement_age_days: 760});
  });
});

describe("a row of a frame", () => {
  const statements = [
    ...[2016, 2017, 2018, 2019].map((year) => annual(year, {revenue: year - 2000, equity: year - 2010, cash: 5})),
    annual(2018, {revenue: 5, published_date: "2019-11-15"}),
    toDate("2019-03-31", "2019-05-10", {revenue: 4, cash: 3}),
    toDate("2020-03-31", "2020-05-10", {revenue: 6, cash: 4}),
    annual(2019, {obligor_id: "B", revenue: 7})
  ];
  const days = [
    "2018-06-30",
    "2019-05-31",
    "2019-11-30",
    "2020-04-30",
    "2020-05-31",
    "2022-04-30",
    "2023-11-30",
    "2023-12-31"
  ];

  it.each(Object.entries(TABLES))("is the same whatever else is in the frame: %s", async (_, contract) => {
    const all = await observed(contract, days, statements, ["A", "B"]);
    expect(all).toHaveLength(2 * days.length);
    for (const [index, day] of days.entries()) {
      expect(await observed(contract, [day], statements)).toEqual([all[index]]);
    }
    expect(await observed(contract, days, statements, ["B"])).toEqual(all.slice(days.length));
  });
});
