import type {ColumnType, TableContract} from "#warehouse/contract.js";
import {compileMapping} from "#loaders/mapping/compile.js";
import type {ColumnMapping, ColumnsMapping, Filter} from "#loaders/mapping/contract.js";
import {rowsOf} from "#warehouse/engine/columns.js";
import {identifier, literal, type Engine} from "#warehouse/engine/engine.js";

export type Cell = string | null;

/** A contract of one nullable column, `it`. */
export function contractOf(type: ColumnType): TableContract {
  const column = {type, unit: "text", nullable: true, sign: "any", about: {en: "It", zh: "它"}} as const;
  return {name: "things", grain: [], about: {en: "Things", zh: "物"}, columns: {it: column}};
}

/** Makes `source_rows` of text rows, as the loader would. */
export async function writeSourceRows(
  engine: Engine,
  header: readonly string[],
  rows: readonly (readonly Cell[])[],
  file = "things.csv"
): Promise<void> {
  const names = header.map((name) => `"${name.replaceAll('"', '""')}" varchar`);
  await engine.run(
    `create or replace table source_rows (${names.join(", ")}, source_file varchar, source_line bigint)`
  );
  const lines = rows.map(
    (row, index) =>
      `(${row.map((cell) => (cell === null ? "null" : literal(cell))).join(", ")}, ${literal(file)}, ${index + 2})`
  );
  if (lines.length > 0) await engine.run(`insert into source_rows values ${lines.join(", ")}`);
}

export interface Mapped {
  /** As the engine prints it. */
  readonly it: Cell;
  readonly said: Cell;
}

/** What a mapping of the column `it` makes of the rows in `source_rows`, in order. */
export async function mapped(
  engine: Engine,
  type: ColumnType,
  mapping: ColumnMapping,
  where: readonly Filter[] = []
): Promise<Mapped[]> {
  const all: ColumnsMapping = {kind: "columns", columns: {it: mapping}, where, currency: null};
  const columns = (await engine.describe("select * from source_rows")).filter(({name}) => !name.startsWith("source_"));
  const compiled = compileMapping(all, contractOf(type), columns);
  const {sql, said} = compiled.columns.get("it")!;
  const rows = await engine.columns(
    `select cast(${sql} as varchar) as ${identifier("it")}, ${said} as said from source_rows
     where ${compiled.where ?? "true"} order by source_line`
  );
  return rowsOf<Mapped>(rows);
}

/** The same for values of one column of text. */
export async function read(
  engine: Engine,
  type: ColumnType,
  mapping: Omit<ColumnMapping, "from">,
  cells: readonly Cell[]
): Promise<Cell[]> {
  await writeSourceRows(
    engine,
    ["the column"],
    cells.map((cell) => [cell])
  );
  return (await mapped(engine, type, {...mapping, from: "the column"})).map(({it}) => it);
}
