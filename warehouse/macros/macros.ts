import {readFileSync} from "node:fs";
import type {Engine} from "../engine/engine.js";

/** Defines what engines spell differently under the names that all SQL after staging uses. */
export async function defineMacros(engine: Engine): Promise<void> {
  await engine.run(readFileSync(new URL("./duckdb.sql", import.meta.url), "utf8"));
}
