import {describe, expect, it} from "vitest";
import {runChecks} from "#loaders/checks/runChecks.js";
import {accountTransactions} from "#loaders/contracts/accountTransactions.js";
import {financialStatements} from "#loaders/contracts/financialStatements.js";
import {obligors} from "#loaders/contracts/obligors.js";
import {createRawTable} from "#loaders/raw/rawTable.js";
import type {ConsentGround} from "#loaders/sources/contract.js";
import {OBLIGOR, PUBLIC, STATEMENT, transactions, verdictsOn, type Row} from "../support/checkedBank.js";
import {makeLoadTables, makeStaged} from "../support/loadTables.js";
import {QUALITY_POLICY} from "../support/qualityPolicy.js";
import {inMemory, rows} from "../support/warehouse.js";

describe("the record of quality", () => {
  it("misses empty cells where a column is usually filled, and nowhere else", async () => {
    await inMemory(async (engine) => {
      const change = (at: number): Row => ({
        counterparty_id: at < 1 ? null : "C1",
        counterparty_name: at === 0 ? "once" : null
      });
      await verdictsOn(engine, [
        [obligors, [OBLIGOR]],
        [accountTransactions, transactions([0], () => 20, change)]
      ]);
      const of = "where extract = 'account_transactions'";
      expect(await rows(engine, `select optional_cells, filled_cells from load_quality ${of}`)).toEqual([
        {optional_cells: 20n, filled_cells: 19n}
      ]);
    });
  });

  it("tells no lag of what was announced ahead of its event", async () => {
    await inMemory(async (engine) => {
      const late = {...STATEMENT, period_end: "2024-12-31", published_date: "2025-01-30"};
      const ahead = {...STATEMENT, period_end: "2024-11-30", published_date: "2024-10-01"};
      const known = {...STATEMENT, period_end: "2024-10-31", published_date: "2024-10-31"};
      await verdictsOn(engine, [
        [obligors, [OBLIGOR]],
        [financialStatements, [late, ahead, known]]
      ]);
      expect(
        await rows(
          engine,
          "select rows_dated, on_time, rows_lagging, lag_days from load_quality where extract = 'financial_statements'"
        )
      ).toEqual([{rows_dated: 3, on_time: 3, rows_lagging: 2, lag_days: 30n}]);
    });
  });

  it("counts by quarter what is in force and withheld for want of consent, also where all of it is", async () => {
    await inMemory(async (engine) => {
      await makeLoadTables(engine);
      await makeStaged(engine, obligors, [OBLIGOR]);
      const held = transactions([0, 1, 2, 100, 101], () => 1);
      await makeStaged(engine, accountTransactions, held);
      await createRawTable(engine, accountTransactions, "raw_account_transactions");
      await engine.run(`insert into raw_account_transactions by name select * from stg_account_transactions;
        insert into raw_account_transactions by name select *, 'duplicate' as outcome from stg_account_transactions;
        insert into raw_account_transactions by name select *, 2 as superseded_by from stg_account_transactions;
        delete from stg_account_transactions where transaction_id in ('T0', 'T3', 'T4')`);
      const counted = async (consents: ConsentGround) => {
        await engine.run("delete from load_quality");
        const contracts = [obligors, accountTransactions];
        await runChecks(engine, {contracts, dataEnd: "2025-12-31", policy: QUALITY_POLICY, consents});
        return await rows(
          engine,
          "select period, rows, withheld from load_quality where extract = 'account_transactions' order by period"
        );
      };
      expect(await counted("each_party")).toEqual([
        {period: "2025-Q3", rows: 0, withheld: 2},
        {period: "2025-Q4", rows: 2, withheld: 1}
      ]);
      expect(await counted(PUBLIC)).toEqual([{period: "2025-Q4", rows: 2, withheld: 0}]);
    });
  });
});
