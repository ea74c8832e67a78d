import {describe, expect, it} from "vitest";
import {knowOutcomes, openOrigins, readHistories} from "#pipeline/forward/basis.js";
import {rowsOf} from "#warehouse/engine/columns.js";
import {sqlOf} from "#pipeline/sql/sqlOf.js";
import {withEngine} from "../../support/memoryEngine.js";
import type {StagedRow} from "../../support/stagedBank.js";
import {contextOf, LAST, stageForward} from "./bank.js";

const filed = (period_end: string, flow: number, published_date: string, more: StagedRow = {}): StagedRow => {
  const period_type = period_end.endsWith("12-31") ? "annual" : "year_to_date";
  return {
    obligor_id: "A",
    period_end,
    period_type,
    scope: "standalone",
    published_date,
    operating_cash_flow: flow,
    revenue: 10 * flow,
    ...more
  };
};
/** 2018: 10, 20, 30 and 40 in its quarters; the year before tells when years end. */
const YEAR = [
  filed("2018-03-31", 10, "2018-04-30"),
  filed("2018-06-30", 30, "2018-07-31"),
  filed("2018-09-30", 60, "2018-10-31"),
  filed("2018-12-31", 100, "2019-03-31")
];
const YEAR_BEFORE = filed("2017-12-31", 70, "2018-03-31");

/** Flows known of the latest full quarter and those before it, from a date on. */
async function flowsAt(
  date: string,
  rows: Readonly<Record<string, readonly StagedRow[]>>,
  basis: "statements" | "account_flows"
) {
  return await withEngine(async (engine) => {
    await stageForward(engine, ["A"], rows);
    const context = contextOf(engine);
    if (basis === "account_flows") await engine.run(sqlOf("forward_account_facts"));
    await knowOutcomes(context, basis, LAST);
    await openOrigins(context, {first: date, last: date});
    const [row] = rowsOf(await readHistories(context, basis));
    return Array.from({length: 10}, (_, lag) => row?.[`flow_${lag}`] as number | null);
  });
}

const statementFlows = async (date: string, financial_statements: readonly StagedRow[]) =>
  (await flowsAt(date, {financial_statements: [YEAR_BEFORE, ...financial_statements]}, "statements")).slice(0, 5);

describe("quarterly flows from statements for the year so far", () => {
  it("are differences of one year, and the first quarter is itself", async () => {
    expect(await statementFlows("2019-03-31", YEAR)).toEqual([null, 40, 30, 20, 10]);
  });

  it("are known from the day of publication, not one day before", async () => {
    expect(await statementFlows("2018-09-30", YEAR)).toEqual([null, 20, 10, null, null]);
    const early = [...YEAR.slice(0, 2), filed("2018-09-30", 60, "2018-09-30"), YEAR[3]!];
    expect(await statementFlows("2018-09-30", early)).toEqual([30, 20, 10, null, null]);
    const late = [...YEAR.slice(0, 2), filed("2018-09-30", 60, "2018-10-01"), YEAR[3]!];
    expect(await statementFlows("2018-09-30", late)).toEqual([null, 20, 10, null, null]);
  });

  it("take the latest version of each statement known by then", async () => {
    const corrected = [...YEAR, filed("2018-09-30", 50, "2019-06-30")];
    expect(await statementFlows("2019-03-31", corrected)).toEqual([null, 40, 30, 20, 10]);
    expect(await statementFlows("2019-06-30", corrected)).toEqual([null, null, 50, 20, 20]);
  });

  it("do not span a statement that is missing", async () => {
    expect(await statementFlows("2019-03-31", [YEAR[0]!, YEAR[2]!, YEAR[3]!])).toEqual([null, 40, null, null, 10]);
  });

  it("are of one scope: the group's where it files, and not the difference of both", async () => {
    const group = [filed("2018-12-31", 500, "2019-03-31", {scope: "consolidated"})];
    expect(await statementFlows("2019-03-31", [...YEAR, ...group])).toEqual([null, null, null, null, null]);
  });

  it("follow a fiscal year that ends in June", async () => {
    const fiscal = [
      filed("2018-06-30", 200, "2018-08-31", {period_type: "annual"}),
      filed("2018-09-30", 7, "2018-10-31"),
      filed("2018-12-31", 20, "2019-01-31", {period_type: "year_to_date"})
    ];
    expect(await statementFlows("2019-03-31", fiscal)).toEqual([null, 13, 7, null, null]);
  });
});

describe("quarterly flows on accounts", () => {
  let number = 0;
  const moved = (transaction_date: string, direction: string, category: string, amount: number): StagedRow => {
    return {transaction_id: `T${number++}`, obligor_id: "A", transaction_date, direction, category, amount};
  };
  const account_transactions = [
    moved("2018-01-15", "in", "sales", 999),
    moved("2018-04-01", "in", "sales", 100),
    moved("2018-05-01", "out", "purchase", 30),
    moved("2018-05-02", "out", "payroll", 20),
    moved("2018-06-30", "out", "tax", 5),
    moved("2018-06-30", "out", "loan", 50),
    moved("2018-06-30", "in", "other", 70),
    moved("2018-10-01", "out", "payroll", 20)
  ];
  /** The feed still runs in the third quarter: somebody else's accounts moved. */
  const elsewhere = (day: string): StagedRow => ({...moved(day, "in", "other", 1), obligor_id: "B"});
  const accountFlows = async (
    date: string,
    rows = [...account_transactions, elsewhere("2018-09-01"), elsewhere("2018-12-01")]
  ) => (await flowsAt(date, {account_transactions: rows}, "account_flows")).slice(0, 4);

  it("are sales less purchases, payroll and tax; loans and transfers are none of them", async () => {
    // 100 - 30 - 20 - 5 in the second quarter, none in the third, and the quarter of the first movement left out
    expect(await accountFlows("2018-09-30")).toEqual([0, 45, null, null]);
    expect(await accountFlows("2018-12-31")).toEqual([-20, 0, 45, null]);
  });

  it("know nothing of the day after the date", async () => {
    const more = [...account_transactions, elsewhere("2018-09-30"), moved("2018-10-01", "in", "sales", 1e6)];
    expect(await accountFlows("2018-09-30", more)).toEqual([0, 45, null, null]);
    const sameDay = [...account_transactions, moved("2018-09-30", "in", "sales", 8)];
    expect(await accountFlows("2018-09-30", sameDay)).toEqual([8, 45, null, null]);
  });

  it("are not known, rather than nil, of a quarter through which the feed did not run by then", async () => {
    const ended = (day: string) => accountFlows("2018-09-30", [...account_transactions, elsewhere(day)]);
    expect(await ended("2018-09-01")).toEqual([0, 45, null, null]);
    expect(await ended("2018-08-31")).toEqual([null, 45, null, null]);
    expect(await ended("2018-10-01")).toEqual([null, 45, null, null]); // the day after the date
  });

  it("are not known, rather than nil, of an obligor without accounts", async () => {
    expect(await accountFlows("2018-09-30", [])).toEqual([null, null, null, null]);
  });
});
