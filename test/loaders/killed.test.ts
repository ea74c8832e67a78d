import {spawn} from "node:child_process";
import {fileURLToPath} from "node:url";
import {join} from "node:path";
import {expect, it} from "vitest";
import {loadSource} from "#loaders/load.js";
import {sourceOf} from "#loaders/source.js";
import {openDuckDB} from "#warehouse/engine/duckdb.js";
import {exposure, newFolder, SMALL_BANK, withRows, writeBank} from "./support/smallBank.js";
import {contents} from "./support/warehouse.js";

const script = fileURLToPath(new URL("./support/killedLoad.ts", import.meta.url));

it.each(["reading exposures.csv", "staging facilities", "staging repayments"])(
  "a load that is killed at '%s' leaves the warehouse as it was, and can be repeated",
  async (step) => {
    const database = join(await newFolder(), "warehouse.duckdb");
    await opened(database, async (engine) => loadSource(engine, sourceOf("demo"), await writeBank(SMALL_BANK)));
    const before = await opened(database, contents);

    const changed = await writeBank(withRows(SMALL_BANK, "exposures", exposure("F1", "2020-03-31")));
    expect(await killedAt(step, database, changed)).toBe("SIGKILL");
    expect(await opened(database, contents)).toEqual(before);

    const report = await opened(database, (engine) => loadSource(engine, sourceOf("demo"), changed));
    expect(report.tables.find(({extract}) => extract === "exposures")?.loaded).toBe(4);
  }
);

async function opened<T>(database: string, work: (engine: Awaited<ReturnType<typeof openDuckDB>>) => Promise<T>) {
  const engine = await openDuckDB(database);
  try {
    return await work(engine);
  } finally {
    engine.close();
  }
}

/** Starts a load that kills its own process when it comes to `step`; the signal that ended it. */
async function killedAt(step: string, database: string, folder: string): Promise<NodeJS.Signals | null> {
  const child = spawn(process.execPath, ["--import", "tsx", script, database, folder, step], {stdio: "inherit"});
  return await new Promise((resolve) => child.on("exit", (_, signal) => resolve(signal)));
}
