import {bigints, columnsFrom, varchars} from "#warehouse/engine/columns.js";
import type {RunInput} from "#warehouse/manifest.js";
import {heldToContract} from "#warehouse/sqlTable.js";
import type {RunContext} from "../context.js";
import {scoreRunInputs} from "../scores/score_run_inputs.js";
import {scoreRunSteps} from "../scores/score_run_steps.js";

/** Writes the run's own record: its inputs and the row counts of its steps. */
export async function writeRunTables({engine, record}: RunContext, inputs: readonly RunInput[]): Promise<void> {
  await engine.write(
    scoreRunInputs.name,
    columnsFrom({
      kind: varchars(inputs.map(({kind}) => kind)),
      name: varchars(inputs.map(({name}) => name)),
      version: varchars(inputs.map(({version}) => version)),
      rows: bigints(inputs.map(({rows}) => rows))
    })
  );
  const {entries} = record;
  await engine.write(
    scoreRunSteps.name,
    columnsFrom({
      step: varchars(entries.map(({step}) => step)),
      table_name: varchars(entries.map(({table}) => table)),
      rows: bigints(entries.map(({rows}) => rows))
    })
  );
  for (const contract of [scoreRunInputs, scoreRunSteps]) await heldToContract(engine, contract);
}
