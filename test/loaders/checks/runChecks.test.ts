import {describe, expect, it} from "vitest";
import {runChecks} from "#loaders/checks/runChecks.js";
import {stopSentence} from "#loaders/checks/stopSentence.js";
import type {CheckVerdict} from "#loaders/checks/verdict.js";
import {accountTransactions} from "#loaders/contracts/accountTransactions.js";
import {facilities} from "#loaders/contracts/facilities.js";
import {financialStatements} from "#loaders/contracts/financialStatements.js";
import {invoices} from "#loaders/contracts/invoices.js";
import {obligors} from "#loaders/contracts/obligors.js";
import {createRawTable} from "#loaders/raw/rawTable.js";
import {loadChecks, loadQuality} from "#warehouse/loading.js";
import {heldToContract} from "#warehouse/sqlTable.js";
import {days, OBLIGOR, PUBLIC, STATEMENT, transactions, verdictsOn, type Row} from "../support/checkedBank.js";
import {makeLoadTables, makeStaged} from "../support/loadTables.js";
import {QUALITY_POLICY} from "../support/qualityPolicy.js";
import {inMemory, rows} from "../support/warehouse.js";

const VERSION = {valid_from: "2025-01-01", published_date: "2025-01-01"};

describe("runChecks", () => {
  it("passes a clean bank, and writes what its contracts promise", async () => {
    await inMemory(async (engine) => {
      const verdicts = await verdictsOn(engine, [
        [obligors, [OBLIGOR]],
        [financialStatements, [STATEMENT]]
      ]);
      expect([...verdicts.values()].filter(({verdict}) => verdict !== "pass")).toEqual([]);
      expect(stopSentence([...verdicts.values()])).toBeNull();
      expect(await heldToContract(engine, loadChecks)).toBe(verdicts.size);
      expect(await heldToContract(engine, loadQuality)).toBe(2);
    });
  });

  it.each<[string, Row, string]>([
    ["assets that do not balance", {total_assets: 101.01}, "balance"],
    ["parts above the current assets", {inventory: 31.01}, "parts_of_current_assets"],
    ["parts above the assets", {fixed_assets: 41.01}, "parts_of_assets"],
    ["debts above the current liabilities", {payables: 11.01}, "parts_of_current_liabilities"],
    ["parts above the liabilities", {long_term_debt: 26.01}, "parts_of_liabilities"],
    ["an income that costs do not explain", {net_income: 171}, "income"],
    ["a negative revenue", {revenue: -1, net_income: -881}, "revenue"]
  ])("finds %s, and names no other", async (_, change, name) => {
    await inMemory(async (engine) => {
      const verdicts = await verdictsOn(engine, [
        [obligors, [OBLIGOR]],
        [financialStatements, [{...STATEMENT, ...change}]]
      ]);
      const broken = [...verdicts.values()].filter(({verdict}) => verdict !== "pass");
      expect(broken.map(({id}) => id)).toEqual([`financial_statements.${name}`]);
      expect(broken[0]).toMatchObject({verdict: "warn", measured: 1, rowsChecked: 1, rowsFailing: 1});
      expect(
        await rows(engine, "select rows_failing from load_quality where extract = 'financial_statements'")
      ).toEqual([{rows_failing: 1}]);
    });
  });

  it.each<[string, Row]>([
    ["one unit of currency for rounding", {total_assets: 101, fixed_assets: 41, inventory: 31}],
    ["an income within its share of revenue", {net_income: 170}],
    ["what is not told", {equity: null, current_assets: null, revenue: null, total_liabilities: null}]
  ])("lets %s pass", async (_, change) => {
    await inMemory(async (engine) => {
      const verdicts = await verdictsOn(engine, [
        [obligors, [OBLIGOR]],
        [financialStatements, [{...STATEMENT, ...change}]]
      ]);
      expect([...verdicts.values()].filter(({verdict}) => verdict !== "pass")).toEqual([]);
    });
  });

  it("stops for a key that repeats, a reference to nothing and an empty cell that must not be", async () => {
    await inMemory(async (engine) => {
      const facility = {
        ...VERSION,
        facility_id: "F1",
        obligor_id: "O1",
        product: "working_capital",
        start_date: "2025-01-01"
      };
      const full = {...facility, maturity_date: "2026-01-01", limit: 1, annual_rate: 0.05};
      const given = [
        full,
        {...full, limit: 2},
        {...full, facility_id: "F2", obligor_id: "O9"},
        {...full, facility_id: "F3", limit: null}
      ];
      const verdicts = await verdictsOn(
        engine,
        [
          [obligors, [OBLIGOR]],
          [facilities, given]
        ],
        {policy: {...QUALITY_POLICY, reference: {severity: "stop", tolerated_share: 0}}}
      );
      const stops = [...verdicts.values()].filter(({verdict}) => verdict === "stop");
      expect(stops.map(({id, rowsFailing, finding}) => [id, rowsFailing, finding])).toEqual([
        ["facilities.key", 1, "F1 2025-01-01; F1 2025-01-01"],
        ["facilities.required", 1, "F3 2025-01-01"],
        ["facilities.obligor_id.reference", 1, "F2 2025-01-01"]
      ]);
      const sentence = stopSentence(stops);
      expect(sentence).toContain(
        "the delivery is not loaded, as 3 checks stop it: facilities.key (key): 1 of 4 rows fail"
      );
      expect(sentence).toContain("first F2 2025-01-01; hand over what the rows refer to, or change the quality policy");
    });
  });

  it("asks nothing of a reference that is empty, though there is no parent at all", async () => {
    await inMemory(async (engine) => {
      const full = {
        ...VERSION,
        facility_id: "F1",
        obligor_id: "O1",
        product: "working_capital",
        start_date: "2025-01-01"
      };
      const verdicts = await verdictsOn(engine, [
        [obligors, [OBLIGOR]],
        [facilities, [{...full, maturity_date: "2026-01-01", limit: 1, annual_rate: 0.05}]]
      ]);
      expect(verdicts.get("facilities.project_id.reference")).toMatchObject({verdict: "pass", rowsFailing: 0});
    });
  });

  it("says file and line of the first rows that fail, whether rows name their line or lie in order", async () => {
    await inMemory(async (engine) => {
      const invoice = {
        obligor_id: "O1",
        invoice_date: "2025-12-01",
        direction: "sale",
        status: "valid",
        amount: 100,
        tax: 13
      };
      await makeLoadTables(engine);
      await engine.run(
        "create table load_line_shifts (batch_id integer, file_id integer, first_row bigint, shift bigint)"
      );
      await makeStaged(engine, obligors, [OBLIGOR]);
      const given = ["A", "B", "C", "D"].map((id) => ({...invoice, invoice_id: id, total: id === "A" ? 113 : 999}));
      await makeStaged(engine, invoices, given);
      await createRawTable(engine, invoices, "raw_invoices");
      await engine.run(`insert into raw_invoices by name
        select *, 1 as batch_id, case invoice_id when 'D' then 2 else 1 end as file_id,
          case invoice_id when 'D' then 77 end as source_line
        from stg_invoices order by invoice_id;
        insert into load_files by name select 1 as file_id, 'a.csv' as file_name union all select 2, 'b.xlsx/Sheet1';
        insert into load_line_shifts values (1, 1, 0, 2), (1, 1, 2, 3)`);
      const verdicts = await runChecks(engine, {
        contracts: [obligors, invoices],
        dataEnd: "2025-12-31",
        policy: QUALITY_POLICY,
        consents: PUBLIC
      });
      const total = verdicts.find(({id}) => id === "invoices.total")!;
      expect(total).toMatchObject({verdict: "warn", rowsFailing: 3});
      expect(total.finding).toBe("a.csv:3; a.csv:5; b.xlsx/Sheet1:77"); // one line could not be read before the third row
    });
  });

  it("holds the latest event against the end of the data", async () => {
    await inMemory(async (engine) => {
      const extract = transactions([40, 50, -400], () => 1);
      const verdicts = await verdictsOn(engine, [
        [obligors, [OBLIGOR]],
        [accountTransactions, extract]
      ]);
      expect(verdicts.get("account_transactions.freshness")).toMatchObject({
        verdict: "warn",
        measured: 40, // the event that lies after the end does not make it fresh
        tolerated: 35,
        finding: "2025-11-21"
      });
    });
  });

  it.each([
    ["a month that is half missing", (day: number) => (day >= 31 && day < 61 ? 1 : 4), "2025-11: 30 : 124"],
    ["a month that came thrice", (day: number) => (day >= 31 && day < 61 ? 12 : 4), "2025-11: 360 : 124"],
    ["a month that is missing", (day: number) => (day < 31 ? 0 : 4), "2025-12: 0 : 124"]
  ])("finds %s", async (_, perDay, finding) => {
    await inMemory(async (engine) => {
      const verdicts = await verdictsOn(engine, [
        [obligors, [OBLIGOR]],
        [accountTransactions, transactions(days(700), perDay)]
      ]);
      expect(verdicts.get("account_transactions.volume")).toMatchObject({verdict: "warn", finding});
    });
  });

  it("lets months pass that differ as much as months always did", async () => {
    await inMemory(async (engine) => {
      const season = (day: number) => (Math.floor(day / 30) % 2 === 0 ? 1 : 6);
      const verdicts = await verdictsOn(engine, [
        [obligors, [OBLIGOR]],
        [accountTransactions, transactions(days(720), season)]
      ]);
      expect(verdicts.get("account_transactions.volume")).toMatchObject({verdict: "pass"});
    });
  });

  it("measures how far the last year's codes and empty cells have moved", async () => {
    await inMemory(async (engine) => {
      const change = (at: number): Row => {
        const isRecent = at < 2 * 365;
        return {
          category: isRecent && at % 4 === 0 ? "tax" : "sales",
          counterparty_id: isRecent && at % 2 === 0 ? null : "C1"
        };
      };
      const verdicts = await verdictsOn(engine, [
        [obligors, [OBLIGOR]],
        [accountTransactions, transactions(days(730), () => 2, change)]
      ]);
      const category = verdicts.get("account_transactions.category.drift")!;
      expect(category).toMatchObject({verdict: "warn", finding: "sales: -0.2507"});
      expect(category.measured).toBeCloseTo(183 / 730, 12); // a quarter of the rows moved from one code to the other
      expect(verdicts.get("account_transactions.direction.drift")).toMatchObject({verdict: "pass", measured: 0});
      expect(verdicts.get("account_transactions.empty.drift")).toMatchObject({verdict: "warn", measured: 0.5});
    });
  });

  it("takes breaks of control totals and unread values from the latest delivery alone", async () => {
    await inMemory(async (engine) => {
      await makeLoadTables(engine);
      await makeStaged(engine, obligors, [OBLIGOR]);
      const batch = (id: number, delivery: number) =>
        `insert into load_batches by name select ${id} as batch_id, ${delivery} as delivery_id, 'obligors' as extract, 10 as rows_in, 9 as loaded, 0 as ended`;
      const control = (id: number, computed: string) =>
        `insert into load_controls values (${id}, 'obligors', 'o.csv', 'sum', 'employees', '10', '${computed}', ${computed === "10"})`;
      const unread = (id: number) =>
        `insert into quarantine by name select ${id} as batch_id, 'obligors' as extract, 'o.csv' as source_file, 4 as source_line, 'not_a_date' as rule`;
      const asked = () =>
        runChecks(engine, {contracts: [obligors], dataEnd: "2025-12-31", policy: QUALITY_POLICY, consents: PUBLIC});
      const verdictOf = (verdicts: readonly CheckVerdict[], id: string) => verdicts.find((each) => each.id === id)!;

      for (const sql of [batch(1, 1), control(1, "11"), unread(1)]) await engine.run(sql);
      const first = await asked();
      expect(verdictOf(first, "obligors.controls")).toMatchObject({
        verdict: "warn",
        rowsFailing: 1,
        finding: "o.csv sum employees: 10 <> 11"
      });
      expect(verdictOf(first, "obligors.types")).toMatchObject({verdict: "warn", measured: 0.1, finding: "o.csv:4"});

      for (const sql of [batch(2, 2), control(2, "10")]) await engine.run(sql);
      const second = await asked();
      expect(verdictOf(second, "obligors.controls")).toMatchObject({verdict: "pass", rowsFailing: 0});
      expect(verdictOf(second, "obligors.types")).toMatchObject({verdict: "pass", measured: 0});
    });
  });

  it("takes the loader's word on an extract of a million rows, and asks again where its parents have ended", async () => {
    await inMemory(async (engine) => {
      await makeLoadTables(engine);
      await makeStaged(engine, obligors, [OBLIGOR]);
      await makeStaged(
        engine,
        accountTransactions,
        transactions(
          [0],
          () => 2,
          () => ({obligor_id: "O9"})
        )
      );
      const loaded = (extract: string, count: number, ended: number) =>
        engine.run(
          `insert into load_batches by name select '${extract}' as extract, 1 as delivery_id, ${count} as loaded, ${ended} as ended, ${count} as rows_in`
        );
      const failing = async () => {
        const contracts = [obligors, accountTransactions];
        const verdicts = await runChecks(engine, {
          contracts,
          dataEnd: "2025-12-31",
          policy: QUALITY_POLICY,
          consents: PUBLIC
        });
        return verdicts.find(({id}) => id === "account_transactions.obligor_id.reference")!.rowsFailing;
      };
      expect(await failing()).toBe(2);
      await loaded("account_transactions", 1_000_000, 0);
      expect(await failing()).toBe(0);
      await loaded("obligors", 1, 1);
      expect(await failing()).toBe(2);
    });
  });

  it("holds a check to its exception", async () => {
    await inMemory(async (engine) => {
      const exceptions = [{check: "financial_statements.balance", severity: "stop", reason: "audited"}] as const;
      const verdicts = await verdictsOn(
        engine,
        [
          [obligors, [OBLIGOR]],
          [financialStatements, [{...STATEMENT, total_assets: 200}]]
        ],
        {policy: {...QUALITY_POLICY, exceptions}}
      );
      expect(verdicts.get("financial_statements.balance")).toMatchObject({severity: "stop", verdict: "stop"});
    });
  });

  it("says the same whatever the threads and the order of the rows", async () => {
    const given = transactions(
      days(400),
      () => 3,
      (at) => ({category: at % 7 === 0 ? "tax" : "sales", amount: at})
    );
    const said = async (order: readonly Row[], threads: number) =>
      await inMemory(async (engine) => {
        await verdictsOn(engine, [
          [obligors, [OBLIGOR]],
          [accountTransactions, order]
        ]);
        return [await engine.columns("select * from load_checks"), await engine.columns("select * from load_quality")];
      }, threads);
    expect(await said([...given].reverse(), 1)).toEqual(await said(given, 2));
  });
});
