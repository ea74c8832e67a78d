import {expect, it} from "vitest";
import {facilities} from "#loaders/contracts/facilities.js";
import {sqlOf} from "#pipeline/sql/sqlOf.js";
import {rowsOf} from "#warehouse/engine/columns.js";
import {withEngine} from "../../support/memoryEngine.js";
import {insert} from "../../support/stagedBank.js";
import {stageForward} from "./bank.js";

it("debts are looked ahead from by the terms known on the date: an extension counts from then, and once", async () => {
  await withEngine(async (engine) => {
    await stageForward(engine, ["A"]);
    await insert(engine, facilities, {
      facility_id: "FA",
      obligor_id: "A",
      start_date: "2015-12-31",
      valid_from: "2021-06-01",
      published_date: "2021-07-15",
      maturity_date: "2026-12-31",
      limit: 1000,
      annual_rate: 0.06
    });
    await engine.run(`create temp table forward_origins as
      select obligor_id, observation_date from feat_observations
      where observation_date in (date '2021-06-30', date '2021-09-30')`);
    await engine.run(sqlOf("forward_debts"));
    const debts = await engine.columns(
      "select annual_rate, months_to_maturity, months_due, drawn from forward_debts order by observation_date"
    );
    expect(rowsOf(debts)).toEqual([
      {annual_rate: 0.12, months_to_maturity: 42, months_due: 12, drawn: 600}, // to December 2024
      {annual_rate: 0.06, months_to_maturity: 63, months_due: 12, drawn: 600} // to December 2026
    ]);
  });
});
