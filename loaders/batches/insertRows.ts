import {identifier, literal, type Engine} from "#warehouse/engine/engine.js";
import {landingTable} from "../raw/rawTable.js";
import type {Check} from "../staging/rules.js";
import type {Batch, Setting} from "./batch.js";
import {failing, typedRows, type SourceRows} from "./mappedRows.js";

/** Puts rows behind those in the landing table, with the first rule that each breaks by itself. */
export async function insertRows(engine: Engine, batch: Batch, rows: SourceRows, setting: Setting): Promise<void> {
  const {contract, extract, id} = batch;
  const {sql, fields, checks} = await typedRows(engine, contract, extract.mapping, rows, setting);
  const names = fields.map(({name}) => identifier(name));
  await engine.run(`insert into ${identifier(landingTable(contract))}
    select ${names.join(", ")}, source_currency, ${id} as batch_id, file_id, source_line, ${ruleOf(checks)}, null, null
    from (select *, ${failing(checks)} as failing from (${sql}))`);
}

function ruleOf(checks: readonly Check[]): string {
  const rules = checks.map(({rule}) => literal(rule)).join(", ");
  return checks.length === 0 ? "null" : `case when failing is not null then [${rules}][failing + 1] end`;
}
