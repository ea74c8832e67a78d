import {createHash} from "node:crypto";
import {rowsOf, textsOf} from "#warehouse/engine/columns.js";
import {identifier, type Engine} from "#warehouse/engine/engine.js";
import {macrosSql} from "#warehouse/macros/macros.js";
import type {SqlTable} from "#warehouse/sqlTable.js";
import {sqlOf} from "../sql/sqlOf.js";
import type {Reads} from "./reads.js";

/** What the versions of all tables share, read once for a build. */
export interface BuildGround {
  readonly engineVersion: string;
  readonly macros: string;
  /** SQL of each view of staging. */
  readonly views: ReadonlyMap<string, string>;
}

export async function buildGround(engine: Engine): Promise<BuildGround> {
  const engineVersion = textsOf(await engine.columns(sqlOf("engine_version")), "engine_version").join();
  return {engineVersion, macros: macrosSql(), views: await stagingViews(engine)};
}

/**
 * Hash of all that decides what a feature table holds beside the facts: its SQL and macros, the shape of its contract (a text may be
 * mended without building anew), the engine, the policies that it reads, and how staging makes what it reads (which currency, whose consent).
 */
export async function versionOf(
  engine: Engine,
  {contract, sql}: SqlTable,
  reads: Reads,
  {engineVersion, macros, views}: BuildGround
): Promise<string> {
  const hash = createHash("sha256");
  const shape = Object.entries(contract.columns).map(([name, {type}]) => `${name} ${type}`);
  hash.update(JSON.stringify([sql, shape, contract.grain, contract.reach ?? null, macros]));
  hash.update(engineVersion);
  for (const policy of reads.policies) hash.update(`\0${policy}${await contentOf(engine, policy)}`);
  for (const name of reads.staged) hash.update(`\0${name}\0${views.get(`stg_${name}`) ?? ""}`);
  if (reads.staged.includes("source")) hash.update(await contentOf(engine, "stg_source"));
  return hash.digest("hex");
}

async function contentOf(engine: Engine, table: string): Promise<string> {
  const rows = rowsOf(await engine.columns(`select * from ${identifier(table)} order by 1`));
  return JSON.stringify(rows, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));
}

async function stagingViews(engine: Engine): Promise<ReadonlyMap<string, string>> {
  const found = rowsOf<{name: string; definition: string}>(await engine.columns(sqlOf("staging_views")));
  return new Map(found.map(({name, definition}) => [name, definition]));
}
