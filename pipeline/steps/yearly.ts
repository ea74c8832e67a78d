import type {TableContract} from "#warehouse/contract.js";
import type {Columns} from "#warehouse/engine/columns.js";
import {heldToContract} from "#warehouse/sqlTable.js";
import {yearsOf} from "../calendar.js";
import type {RunContext} from "../context.js";
import {sqlOf} from "../sql/sqlOf.js";

/**
 * Writes a score table year by year, so that memory holds one year of the book: reads the inputs of a
 * year, computes the scores, appends them. An empty year at the start gives the table its columns.
 */
export async function writeYearly(
  {engine, source, progress, record}: RunContext,
  step: {readonly name: string; readonly inputs: string; readonly contract: TableContract; readonly isAbsent: boolean},
  scores: (inputs: Columns) => Columns
): Promise<void> {
  const sql = sqlOf(step.inputs);
  const none = {first: "0001-01-01", last: "0001-01-01"};
  await engine.write(step.contract.name, scores(await engine.columns(sql, none)));
  for (const year of step.isAbsent ? [] : yearsOf(source.calendar)) {
    progress.line(`${step.name} of ${year.first.slice(0, 4)}`);
    await engine.append(step.contract.name, scores(await engine.columns(sql, year)));
  }
  record.add(step.name, step.contract.name, await heldToContract(engine, step.contract));
}
