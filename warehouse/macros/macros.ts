import {readFileSync} from "node:fs";
import type {Engine} from "../engine/engine.js";

/** The macros of the engine, as SQL. */
export function macrosSql(): string {
  return readFileSync(new URL("./duckdb.sql", import.meta.url), "utf8");
}

/** Defines what engines spell differently under the names that all SQL after staging uses. */
export async function defineMacros(engine: Engine): Promise<void> {
  await engine.run(macrosSql());
}

/** Defines them for this session alone, as a warehouse that may only be read needs. */
export async function defineTemporaryMacros(engine: Engine): Promise<void> {
  await engine.run(macrosSql().replaceAll(/^create or replace macro/gm, "create or replace temp macro"));
}
