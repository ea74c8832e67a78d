import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {EXTRACT_FILES} from "#loaders/demo/files/extractFiles.js";
import {writeDemoBank, type DemoSummary} from "#loaders/demo/demoBank.js";
import {openDuckDB} from "#warehouse/engine/duckdb.js";
import {literal, type Engine} from "#warehouse/engine/engine.js";

export interface TestBank {
  readonly folder: string;
  readonly truthFolder: string;
  readonly summary: DemoSummary;
}

export interface TestBanks {
  write(name: string, options: {seed: number; threads: number; obligors: number}): Promise<TestBank>;
  remove(): Promise<void>;
}

/** Small banks below one temporary folder. */
export async function testBanks(): Promise<TestBanks> {
  const root = await mkdtemp(join(tmpdir(), "demo-bank-"));
  return {
    async write(name, options) {
      const folder = join(root, name, "extracts");
      const truthFolder = join(root, name, "truth");
      return {folder, truthFolder, summary: await writeDemoBank({folder, truthFolder, size: "small", ...options})};
    },
    remove: () => rm(root, {recursive: true, force: true})
  };
}

/** An engine with `file_<extract>` (as text or typed, with its line), `dirty`, and `clean_<extract>` (typed, without the planted rows). */
export async function openTestBank({folder, truthFolder}: TestBank): Promise<Engine> {
  const engine = await openDuckDB(":memory:", {threads: 1});
  const dirty = literal(join(truthFolder, "dirty_rows.csv"));
  await engine.run(
    `create table dirty as select * replace (cast(line as bigint) as line) from read_csv(${dirty}, all_varchar = true, header = true, delim = ',', quote = '"', escape = '"', nullstr = '\\N')`
  );
  for (const {contract, format, fileName} of EXTRACT_FILES) {
    const path = literal(join(folder, fileName));
    const source =
      format === "csv"
        ? `select *, row_number() over () + 1 as line from read_csv(${path}, all_varchar = true, header = true, delim = ',', quote = '"', escape = '"', parallel = false)`
        : `select * exclude (file_row_number), file_row_number + 1 as line from read_parquet(${path}, file_row_number = true)`;
    const typed = Object.entries(contract.columns).map(([name, {type}]) => `cast("${name}" as ${type}) as "${name}"`);
    await engine.run(`create table file_${contract.name} as ${source}`);
    await engine.run(`create table clean_${contract.name} as select ${typed.join(", ")}, line from file_${contract.name}
      where line not in (select line from dirty where extract = ${literal(contract.name)})`);
  }
  return engine;
}
