import {expect, it} from "vitest";
import {drawsOf} from "#loaders/demo/draws.js";
import {simulate} from "#loaders/demo/simulate.js";
import {sqlFile} from "#loaders/demo/sqlFile.js";
import {factorsOf} from "#loaders/demo/truth/factors.js";
import {TRUTH} from "#loaders/demo/truth/parameters.js";
import {numbersOf} from "#warehouse/engine/columns.js";
import {openDuckDB} from "#warehouse/engine/duckdb.js";

/** The largest share of what is drawn at the end of a year that one obligor owes, year by year. */
async function largestShares(obligors: number): Promise<readonly number[]> {
  const engine = await openDuckDB(":memory:");
  await engine.run(`set variable seed = 1; set variable firms = ${obligors}`);
  for (const step of ["tables", "macros"]) await engine.run(sqlFile(step));
  const draws = drawsOf(1);
  await simulate(engine, {draws, truth: TRUTH, factors: factorsOf(draws, TRUTH), obligors}, () => {});
  await engine.run(sqlFile("extracts/exposures"));
  const columns = await engine.columns(`
    with owed as (
      select month_end, item, cast(sum(drawn) as double) as drawn
      from extract_exposures where month(month_end) = 12 group by all
    )
    select max(drawn) / cast(sum(cast(drawn as decimal(18, 2))) as double) as share from owed group by month_end order by month_end`);
  engine.close();
  return [...numbersOf(columns, "share")];
}

it.each([
  [600, 0.03, 0.05],
  [2_000, 0.02, 0.03]
])("lends as much to one name as the README says: a bank of %i obligors", async (obligors, least, most) => {
  const largest = Math.max(...(await largestShares(obligors)));
  expect(largest).toBeGreaterThan(least);
  expect(largest).toBeLessThan(most);
});
