import {join} from "node:path";
import {identifier, literal, type Engine} from "#warehouse/engine/engine.js";
import {numbersOf} from "#warehouse/engine/columns.js";
import {sqlFile} from "../sqlFile.js";
import {damagesOf} from "./damages.js";
import {dirtyRowsSql} from "./dirtyRows.js";
import type {ExtractFile} from "./extractFiles.js";

/** Fixed, so that a file's bytes do not depend on how it was written. */
export const PARQUET = "format parquet, row_group_size 122880, compression zstd";

/** With this off, rows leave in the order of the left side of each join. */
const KEEPS_ORDER = "build_side_probe_side";

/**
 * Writes one extract, clean rows and planted dirty ones, and lists the dirty ones in the table `dirty_row`.
 * Returns the number of rows in the file.
 */
export async function writeExtract(
  engine: Engine,
  file: ExtractFile,
  folder: string,
  obligors: number
): Promise<number> {
  await engine.run(sqlFile(`extracts/${file.contract.name}`));
  const path = join(folder, file.fileName);
  return file.format === "csv" ? await writeCsv(engine, file, path) : await writeParquet(engine, file, path, obligors);
}

/** One row in a thousand, and each kind of damage at least once. */
function repeatsOf(file: ExtractFile, rows: number): number {
  return Math.max(1, Math.round(rows / 1_000 / damagesOf(file).length));
}

/** Dirty copies stand beside their originals; a line of totals closes the file. */
async function writeCsv(engine: Engine, file: ExtractFile, path: string): Promise<number> {
  const {name, columns} = file.contract;
  const names = Object.keys(columns).map(identifier).join(", ");
  const texts = Object.entries(columns).map(
    ([column, {type}]) => `cast(cast(${identifier(column)} as ${type}) as varchar) as ${identifier(column)}`
  );
  const totals = Object.keys(columns).map((_, index) => (index === 0 ? "'合计'" : "null"));
  await engine.run(`create or replace table clean as select * from extract_${name} order by pos`);
  const repeats = repeatsOf(file, await countOf(engine, "clean"));
  await engine.run(`create or replace table dirty as ${dirtyRowsSql(file, "clean", repeats)}`);
  await engine.run(`create or replace table lines as
    select row_number() over (order by pos, n, dirty_kind) + 1 as line, * from (
      select pos, 0 as n, ${texts.join(", ")}, null as dirty_kind, null as dirty_rule, null as dirty_column, null as dirty_value, null as dirty_key from clean
      union all by name select * from dirty
      union all by name select ${9e15} as pos, 1 as n, 'totals_row' as dirty_kind, 'totals_row' as dirty_rule, ${literal(Object.keys(columns)[0]!)} as dirty_column, '合计' as dirty_value, '合计' as dirty_key, ${totals.map((value, index) => `${value} as ${identifier(Object.keys(columns)[index]!)}`).join(", ")}
    ) order by line`);
  await engine.run(
    `insert into dirty_row select ${literal(name)}, dirty_kind, dirty_key, line, dirty_column, dirty_value, dirty_rule from lines where dirty_kind is not null`
  );
  await engine.run(
    `copy (select ${names} from lines order by line) to ${literal(path)} (format csv, header, delimiter ',')`
  );
  return await countOf(engine, "lines");
}

/** Dirty copies come after the last clean row, as late deliveries do. */
async function writeParquet(engine: Engine, file: ExtractFile, path: string, obligors: number): Promise<number> {
  const {name, columns} = file.contract;
  const typed = Object.entries(columns).map(
    ([column, {type}]) => `cast(${identifier(column)} as ${type}) as ${identifier(column)}`
  );
  const names = Object.keys(columns).map(identifier).join(", ");
  const share = Math.max(1, Math.min(100, Math.floor(obligors / 40)));
  await engine.run(
    `create or replace table sample as select * from extract_${name} where item % ${share} = 0 order by pos`
  );
  const repeats = repeatsOf(file, share * (await countOf(engine, "sample")));
  await engine.run(
    `create or replace table dirty as select * from (${dirtyRowsSql(file, "sample", repeats)}) order by n`
  );
  const clean = `select ${typed.join(", ")} from (select * from extract_${name}${file.needsSort ? " order by pos" : ""})`;
  await engine.run(`set disabled_optimizers = '${KEEPS_ORDER}'`);
  await engine.run(
    `copy (${clean} union all select ${names} from (select * from dirty order by n)) to ${literal(path)} (${PARQUET})`
  );
  const rows = numbersOf(
    await engine.columns(`select sum(num_rows) as n from parquet_file_metadata(${literal(path)})`),
    "n"
  )[0]!;
  const dirty = await countOf(engine, "dirty");
  await engine.run(
    `insert into dirty_row select ${literal(name)}, dirty_kind, dirty_key, ${rows - dirty} + row_number() over (order by n), dirty_column, dirty_value, dirty_rule from dirty`
  );
  return rows;
}

async function countOf(engine: Engine, table: string): Promise<number> {
  return numbersOf(await engine.columns(`select count(*) as n from ${table}`), "n")[0]!;
}
