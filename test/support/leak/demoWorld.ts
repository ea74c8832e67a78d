import {rm} from "node:fs/promises";
import {join} from "node:path";
import {EXTRACTS} from "#loaders/contracts/index.js";
import {writeDemoBank} from "#loaders/demo/demoBank.js";
import {stageEntities} from "#loaders/entities/stageEntities.js";
import {loadSource} from "#loaders/load.js";
import {sourceOf} from "#loaders/source.js";
import {policiesInForce} from "#pipeline/policy/policy.js";
import {writeDefaultPolicy} from "#pipeline/steps/policies.js";
import type {TableContract} from "#warehouse/contract.js";
import {numbersOf} from "#warehouse/engine/columns.js";
import {identifier, literal, type Engine} from "#warehouse/engine/engine.js";
import {openFrame} from "#warehouse/featureFrame.js";
import {featureTables} from "../features.js";
import {ownFolder} from "../smallBank.js";
import {ENDINGS} from "./endings.js";
import {build, tellingTables} from "./world.js";

/** Loads a demo bank of so many obligors; every extract is staged as a table, with a copy of all of it. */
export async function openDemoWorld(engine: Engine, obligors: number): Promise<void> {
  const folder = ownFolder("demo-world");
  try {
    const [extracts, truthFolder] = [join(folder, "extracts"), join(folder, "truth")];
    await writeDemoBank({folder: extracts, truthFolder, size: "small", obligors, seed: 7});
    const source = sourceOf("demo");
    await loadSource(engine, source, extracts);
    await writeDefaultPolicy(engine, policiesInForce("data/policy", "default", source.calendar));
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
  for (const {name} of EXTRACTS) {
    await engine.run(`create table all_${name} as select * from stg_${name}`);
    if (name !== "outcome_coverage") await engine.run(`drop view stg_${name}`);
  }
  await stageAll(engine);
}

/** Stages all there is. */
export async function stageAll(engine: Engine): Promise<void> {
  await stageEach(engine, ({name}) => `select * from all_${name}`);
}

/** Stages all there is, its rows in an order of chance. */
export async function stageShuffled(engine: Engine): Promise<void> {
  await stageEach(engine, ({name}) => `select * from all_${name} as held order by md5(cast(held as varchar))`);
}

/** Stages what was known on a day: rows that became known later are not there, and ends that came later are empty. */
export async function stageKnownBy(engine: Engine, day: string): Promise<void> {
  await stageEach(engine, (contract) => knownBy(contract, day));
}

function knownBy({name, columns, dates}: TableContract, day: string): string {
  if (dates === undefined) return `select * from all_${name}`;
  if (typeof dates.published !== "string")
    throw new Error(`${name}: say in which column it is when a row became known`);
  const cells = new Map(Object.keys(columns).map((column) => [column, identifier(column)]));
  for (const {column, before = {}} of ENDINGS.filter(({extract}) => extract === name)) {
    for (const [cell, value] of Object.entries({[column]: "null", ...before})) {
      cells.set(cell, `case when ${column} > date ${literal(day)} then ${value} else ${identifier(cell)} end`);
    }
  }
  const selected = [...cells].map(
    ([column, sql]) => `cast(${sql} as ${columns[column]!.type}) as ${identifier(column)}`
  );
  return `select ${selected.join(", ")} from all_${name} where ${dates.published} <= date ${literal(day)}`;
}

/** Extracts that hold as many rows staged as in all, and those of which something staged is later than a day, or ended later. */
export async function uncut(engine: Engine, day: string): Promise<{whole: string[]; late: string[]}> {
  const [whole, late]: [string[], string[]] = [[], []];
  for (const {name, dates} of EXTRACTS) {
    if (dates === undefined) continue;
    const ends = ENDINGS.filter(({extract}) => extract === name).map(({column}) => column);
    const days = [dates.published as string, ...ends].map((column) => `${column} > date ${literal(day)}`);
    const found = await engine.columns(`select
        (select count(*) from all_${name}) as rows, count(*) as held, count(*) filter (where ${days.join(" or ")}) as late
      from stg_${name}`);
    const [rows, held, later] = ["rows", "held", "late"].map((column) => numbersOf(found, column)[0]!);
    if (rows === held) whole.push(name);
    if (later! > 0) late.push(name);
  }
  return {whole, late};
}

async function stageEach(engine: Engine, query: (contract: TableContract) => string): Promise<void> {
  for (const contract of EXTRACTS) {
    await engine.run(`create or replace table stg_${contract.name} as ${query(contract)}`);
  }
  await stageEntities(engine);
}

/** Builds every feature table on what is staged, for the observations that meet a condition, and keeps each as `<prefix>_<table>`. */
export async function buildAs(engine: Engine, prefix: string, condition = "true"): Promise<void> {
  await engine.run(featureTables.get("feat_observations")!.sql);
  await openFrame(engine, `select obligor_id, observation_date from feat_observations where ${condition}`);
  for (const [name, table] of tellingTables) {
    await build(engine, table);
    await engine.run(`create or replace table ${prefix}_${name} as select * from ${name}`);
  }
}

/** How two builds differ in the observations that meet a condition, as `table.column: rows`; rows that one lacks are told as the table's. */
export async function differences(
  engine: Engine,
  first: string,
  second: string,
  condition = "true"
): Promise<string[]> {
  const out: string[] = [];
  for (const [name, {contract}] of tellingTables) {
    const columns = Object.keys(contract.columns).filter((column) => !contract.grain.includes(column));
    const counts = columns.map((column) => {
      const [a, b] = [`a.${identifier(column)}`, `b.${identifier(column)}`];
      return `count(*) filter (where ${a} is distinct from ${b}) as ${identifier(column)}`;
    });
    const found = await engine.columns(`select
        count(*) filter (where a.obligor_id is null or b.obligor_id is null) as "(rows)",
        count(*) as "(compared)",
        ${counts.join(", ")}
      from (select * from ${first}_${name} where ${condition}) as a
      full join (select * from ${second}_${name} where ${condition}) as b using (${contract.grain.join(", ")})`);
    for (const column of ["(rows)", ...columns]) {
      const n = numbersOf(found, column)[0]!;
      if (n > 0) out.push(`${name}.${column}: ${n} rows`);
    }
    if (numbersOf(found, "(compared)")[0] === 0) out.push(`${name}: nothing to compare`);
  }
  return out;
}
