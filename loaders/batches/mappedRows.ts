import type {TableContract} from "#warehouse/contract.js";
import {identifier, literal, type DescribedColumn, type Engine} from "#warehouse/engine/engine.js";
import {compileMapping} from "../mapping/compile.js";
import type {CompiledMapping, Mapping} from "../mapping/contract.js";
import {quoted} from "../mapping/sourceColumn.js";
import {checksOf, saidColumn} from "../staging/checks.js";
import {fieldsOf, originalColumn, type Blanks, type Field} from "../staging/field.js";
import type {Check} from "../staging/rules.js";
import {sqlOf} from "../sql.js";
import type {Setting} from "./batch.js";

/** Rows before a mapping: a FROM clause with the columns of the files, `source_file`, `source_line` and `file_id`. */
export interface SourceRows {
  readonly from: string;
  readonly columns: readonly DescribedColumn[];
  readonly blanks: Blanks;
  /** `file_id` of each `source_file`. */
  readonly fileIds: ReadonlyMap<string, number>;
}

/** Rows of a contract's types, with what was said beside, and the checks that each must pass. */
export interface TypedRows {
  /** A select of the typed columns, `<name>__said`, `source_currency`, `file_id`, `source_line` and `raw`. */
  readonly sql: string;
  readonly fields: readonly Field[];
  readonly checks: readonly Check[];
}

/** Puts a mapping and the contract's types over rows. `withRaw` also gives each row as JSON of its columns. */
export async function typedRows(
  engine: Engine,
  contract: TableContract,
  mapping: Mapping,
  rows: SourceRows,
  setting: Setting,
  {withRaw = false}: {readonly withRaw?: boolean} = {}
): Promise<TypedRows> {
  const mapped =
    mapping.kind === "sql"
      ? await sqlRows(engine, mapping.file, rows, setting, withRaw)
      : compiledRows(compileMapping(mapping, contract, rows.columns), rows, withRaw);
  const fields = fieldsOf(contract, await engine.describe(mapped), rows.blanks);
  const typed = fields.map(({name, typed: sql}) => `${sql} as ${identifier(name)}`);
  const said = fields.filter(({from}) => from !== null).map(({name, said: sql}) => `${sql} as ${saidColumn(name)}`);
  const place = ["source_currency", "file_id", "source_line", ...(withRaw ? ["raw"] : [])];
  return {
    sql: `select ${[...typed, ...said, ...place].join(", ")} from (${mapped})`,
    fields,
    checks: checksOf(contract, fields, setting.hasDatedDefaults)
  };
}

function compiledRows({columns, where, currency}: CompiledMapping, rows: SourceRows, withRaw: boolean): string {
  const selected = [...columns].flatMap(([name, {sql, said, asItStands}]) => [
    `${sql} as ${identifier(name)}`,
    ...(asItStands === null ? [`${said} as ${identifier(originalColumn(name))}`] : [])
  ]);
  const place = [`${currency ?? "cast(null as varchar)"} as source_currency`, "file_id", "source_line"];
  const raw = withRaw ? [`${rawJson(rows.columns)} as raw`] : [];
  const filter = where === null ? "" : ` where ${where}`;
  return `select ${[...selected, ...place, ...raw].join(", ")} from ${rows.from}${filter}`;
}

/** An adapter's select names its rows by file; the view `source_rows` is what it reads. */
async function sqlRows(engine: Engine, file: URL, rows: SourceRows, {values}: Setting, withRaw: boolean) {
  await engine.run(`create or replace temp view source_rows as select * from ${rows.from}`);
  const mapped = sqlOf(file, values);
  const own = (await engine.describe(mapped)).filter(({name}) => name !== "source_file" && name !== "source_line");
  const names = [...rows.fileIds.keys()].map(literal).join(", ");
  const ids = [...rows.fileIds.values()].join(", ");
  const columns = own.map(({name}) => identifier(name));
  const raw = withRaw ? [`${rawJson(own)} as raw`] : [];
  const place = [
    "cast(null as varchar) as source_currency",
    `[${ids}][list_position([${names}], source_file)] as file_id`
  ];
  return `select ${[...columns, ...place, "source_line", ...raw].join(", ")} from (${mapped})`;
}

function rawJson(columns: readonly DescribedColumn[]): string {
  const fields = columns.map(({name}) => `${quoted(name)} := cast(${quoted(name)} as varchar)`);
  return `cast(to_json(struct_pack(${fields.join(", ")})) as varchar)`;
}

/** SQL of the place among the checks of the first that a row fails, or null. */
export function failing(checks: readonly Check[]): string {
  if (checks.length === 0) return "cast(null as integer)";
  return `case ${checks.map(({fails}, at) => `when ${fails} then ${at}`).join(" ")} end`;
}
