import type {TableContract} from "#warehouse/contract.js";
import {identifier, literal, type Engine} from "#warehouse/engine/engine.js";
import type {Field} from "./field.js";
import {notFound} from "./quarantine.js";

/** Puts the rows on the list that point at a parent which was not loaded. Parents must be staged before. */
export async function findOrphans(engine: Engine, contract: TableContract, fields: readonly Field[]): Promise<void> {
  for (const {name, contract: column, from} of fields) {
    if (column.references === undefined || from === null) continue;
    const [table, parent] = column.references.split(".") as [string, string];
    await engine.run(`
      insert into found
      select ${literal(contract.name)}, source_file, source_line, ${literal(name)}, value, 'unknown_reference'
      from (
        select ${identifier(name)} as value, source_file, source_line from read_rows
      ) as children
      where value is not null
        and not exists (
          select 1 from ${identifier(`stg_${table}`)} as parents where parents.${identifier(parent)} = value
        )
        and ${notFound(contract.name, "children")}`);
  }
}
