import {spawn} from "node:child_process";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {describe, expect, it} from "vitest";
import {openDuckDB} from "#warehouse/engine/duckdb.js";
import {defineMacros} from "#warehouse/macros/macros.js";
import {featureTables} from "../../support/features.js";
import {ownFolder} from "../../support/smallBank.js";
import {countOf, everyExtract, growingBank, unlikeFullBuild} from "./growingBank.js";

const SCRIPT = fileURLToPath(new URL("./killedBuild.ts", import.meta.url));

describe("a build that is killed", () => {
  it("leaves the features of the last build, and the next one gives those of a build of everything", async () => {
    const path = join(ownFolder("killed-build"), "warehouse.duckdb");
    const bank = await growingBank(12, path);
    const names = [...featureTables.keys()].filter((name) => name !== "feat_observations");
    await bank.deliver(everyExtract, "2025-03-31");
    await bank.stage(["financial_statements"], "2025-06-30");
    bank.close();

    for (const name of [names[2]!, names.at(-1)!]) await killAt(path, name);

    const warehouse = await openDuckDB(path);
    await defineMacros(warehouse);
    const before = await countOf(warehouse, "select 1 from feat_observations");
    for (const name of names) {
      expect(await countOf(warehouse, `select 1 from ${name} where observation_date > '2025-03-31'`), name).toBe(0);
      expect(await countOf(warehouse, `select 1 from ${name}`), name).toBe(before);
    }
    expect(await unlikeFullBuild(warehouse, "build")).toEqual([]);
    expect(await countOf(warehouse, "select 1 from feat_observations")).toBeGreaterThan(before);
    warehouse.close();
  }, 300_000);
});

/** Starts a build in a process of its own and kills it when it has come to a table. */
async function killAt(path: string, table: string): Promise<void> {
  const child = spawn(process.execPath, ["--import", "tsx", SCRIPT], {stdio: ["pipe", "pipe", "inherit"]});
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.on("exit", (_, signal) => resolve(signal)));
  child.stdout.on("data", (text: Buffer) => {
    if (text.toString().split("\n").includes(table)) child.kill("SIGKILL");
  });
  child.stdin.write(`${path}\n`);
  expect(await ended, `killed at ${table}`).toBe("SIGKILL");
}
