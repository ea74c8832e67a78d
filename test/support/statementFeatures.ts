import {readFileSync} from "node:fs";
import {openFrame} from "#warehouse/featureFrame.js";
import type {TableContract} from "#warehouse/contract.js";
import {featInterimStatements} from "#warehouse/features/feat_interim_statements.js";
import {featStatements} from "#warehouse/features/feat_statements.js";
import {featStatementTrends} from "#warehouse/features/feat_statement_trends.js";
import {buildTable} from "#warehouse/sqlTable.js";
import {rowsOf} from "#warehouse/engine/columns.js";
import {withEngine} from "./memoryEngine.js";
import {stageBank, type StagedRow} from "./stagedBank.js";

export const TABLES = {annual: featStatements, trends: featStatementTrends, interim: featInterimStatements};

export type FeatureRow = Readonly<Record<string, unknown>>;

/** The annual statement of a calendar year, known on 1 April of the next unless it says otherwise. */
export function annual(year: number, items: StagedRow): StagedRow {
  return {
    obligor_id: "A",
    period_end: `${year}-12-31`,
    period_type: "annual",
    scope: "consolidated",
    published_date: `${year + 1}-04-01`,
    ...items
  };
}

/** The statement of the year to date up to a day, known on another. */
export function toDate(period_end: string, published_date: string, items: StagedRow): StagedRow {
  return {obligor_id: "A", period_end, period_type: "year_to_date", scope: "consolidated", published_date, ...items};
}

/** Rows of a table for the obligors and days asked for, made from these statements, in order of obligor and day. */
export async function observed(
  contract: TableContract,
  days: readonly string[],
  statements: readonly StagedRow[],
  obligors: readonly string[] = ["A"]
): Promise<FeatureRow[]> {
  const sql = readFileSync(new URL(`../../warehouse/features/${contract.name}.sql`, import.meta.url), "utf8");
  return await withEngine(async (engine) => {
    await stageBank(engine, {
      observationDates: days,
      dataEnd: "2030-12-31",
      rows: {financial_statements: statements}
    });
    const pairs = obligors.flatMap((obligor) => days.map((day) => `('${obligor}', date '${day}')`));
    await openFrame(engine, `select * from (values ${pairs.join(", ")}) t(obligor_id, observation_date)`);
    await buildTable(engine, {contract, sql});
    return rowsOf(await engine.columns(`select * from ${contract.name} order by obligor_id, observation_date`));
  });
}

/** The one row of obligor A on a day. */
export async function observedOn(
  contract: TableContract,
  day: string,
  statements: readonly StagedRow[]
): Promise<FeatureRow> {
  return (await observed(contract, [day], statements))[0]!;
}
