import {rmSync} from "node:fs";
import {join} from "node:path";
import {accountTransactions} from "#loaders/contracts/accountTransactions.js";
import {obligors} from "#loaders/contracts/obligors.js";
import {loadSource} from "#loaders/load.js";
import type {Source, SourceExtract} from "#loaders/sources/contract.js";
import {sourceOf} from "#loaders/source.js";
import {policyVersions} from "#pipeline/policy/policy.js";
import {openDuckDB} from "#warehouse/engine/duckdb.js";
import {literal, type Engine} from "#warehouse/engine/engine.js";

// One measured piece of work: bare, load, or load and checks; csv or parquet; the folder of the files; memory of the engine.
const [work, format, folder, memoryLimit] = process.argv.slice(2) as [string, "csv" | "parquet", string, string];
const database = join(folder, `${work.replaceAll(" ", "-")}-${format}.duckdb`);
for (const ending of ["", ".wal"]) rmSync(`${database}${ending}`, {force: true});
const engine = await openDuckDB(database, {threads: 2, memoryLimit, temporaryDirectory: `${database}.spill`});
const started = performance.now();
if (work === "bare") await readBare(engine);
else await load(engine);
engine.close();
process.stdout.write(JSON.stringify({seconds: (performance.now() - started) / 1000}));
for (const ending of ["", ".wal"]) rmSync(`${database}${ending}`, {force: true});

async function readBare(into: Engine): Promise<void> {
  const path = literal(join(folder, format, `account_transactions.${format}`));
  const columns = Object.entries(accountTransactions.columns).map(
    ([name, {type}]) => `${literal(name)}: ${literal(type)}`
  );
  const reader =
    format === "csv" ? `read_csv(${path}, header = true, columns = {${columns.join(", ")}})` : `read_parquet(${path})`;
  await into.run(`create table account_transactions as select * from ${reader}`);
}

async function load(into: Engine): Promise<void> {
  const extracts = [obligors, accountTransactions].map((contract): SourceExtract => ({
    contract,
    files: [`${contract.name}.csv`, `${contract.name}.parquet`],
    isRequired: true,
    delivery: "full",
    hints: {},
    mapping: {kind: "same"}
  }));
  const consents: Source["consents"] = {basis: "synthetic", why: {en: "Made for this measure.", zh: "为测速而生成。"}};
  const source: Source = {...sourceOf("demo"), extracts, consents};
  const policies = new URL("../data/policy", import.meta.url).pathname;
  const quality = work === "load" ? {} : {quality: policyVersions(policies, "quality").at(-1)!.policy};
  await loadSource(into, source, join(folder, format), quality);
}
