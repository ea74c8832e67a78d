import {copyFileSync, mkdtempSync, readdirSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {writeDemoBank} from "#loaders/demo/demoBank.js";
import {loadSource} from "#loaders/load.js";
import {sourceOf} from "#loaders/source.js";
import {randomOf} from "#models/numerics/random.js";
import {openDuckDB} from "#warehouse/engine/duckdb.js";
import {startChild} from "./killedChild.js";
import {differences} from "./sameWarehouse.js";

const OBLIGORS = 40;

export interface KillReport {
  readonly kills: number;
  /** Loads that were over before the blow fell. */
  readonly survived: number;
  /** Warehouses that showed the delivery, or did not, right after the kill. */
  readonly visible: number;
  readonly unseen: number;
  /** What went wrong, each with its number and moment. */
  readonly failures: readonly string[];
}

export interface KillOptions {
  readonly onKill?: (line: string) => void;
  /** What the deliveries hold, parents included: the fewer, the sooner a load is over. All that a bank has, and its control totals, where it is null. */
  readonly extracts?: readonly string[] | null;
}

/**
 * Kills a load with SIGKILL at random moments. Every second kill strikes the first delivery into an empty warehouse, the others a second one
 * that corrects and ends rows of the first. After each: the warehouse must be as before or as after the delivery, and after a second
 * load, row for row as one that was never disturbed.
 */
export async function killLoads(
  count: number,
  seed: number,
  {onKill = () => undefined, extracts = null}: KillOptions = {}
): Promise<KillReport> {
  const folder = mkdtempSync(join(tmpdir(), "loanscape-kills-"));
  let child = startChild();
  try {
    const scene = await prepare(folder, seed, extracts);
    const draw = randomOf(seed);
    const report = {kills: 0, survived: 0, visible: 0, unseen: 0, failures: [] as string[]};
    for (let kill = 0; kill < count; kill++) {
      const stage = kill % 2 === 0 ? scene.first : scene.second;
      const moment = Math.floor(draw() * stage.milliseconds * 1.05);
      const what = `kill ${kill + 1} of ${count}, ${moment} ms into the ${kill % 2 === 0 ? "first" : "second"} delivery`;
      onKill(what);
      const database = join(folder, "killed.duckdb");
      removeDatabase(database);
      if (stage.before !== null) copyFileSync(stage.before, database);
      const struck = child;
      child = startChild();
      const isOver = await struck.killAfter(moment, database, stage.delivery);
      report.kills++;
      if (isOver) report.survived++;
      const sinceAfter = await differences(database, stage.after);
      const isVisible = sinceAfter.length === 0;
      if (isVisible) report.visible++;
      else {
        report.unseen++;
        const sinceBefore = await differencesToBefore(database, stage.before);
        if (sinceBefore.length > 0)
          report.failures.push(`${what}: half a delivery is visible: ${sinceBefore.join("; ")}`);
      }
      await loadInto(database, stage.delivery);
      const left = await differences(database, stage.after);
      if (left.length > 0) report.failures.push(`${what}: loaded again, it differs: ${left.join("; ")}`);
    }
    return report;
  } finally {
    child.end();
    rmSync(folder, {recursive: true, force: true});
  }
}

interface Stage {
  readonly delivery: string;
  /** Null for a warehouse that is not there yet. */
  readonly before: string | null;
  readonly after: string;
  readonly milliseconds: number;
}

async function prepare(
  folder: string,
  seed: number,
  extracts: readonly string[] | null
): Promise<{first: Stage; second: Stage}> {
  const [one, two] = [join(folder, "one"), join(folder, "two")];
  await writeBank(one, seed, extracts);
  await writeBank(two, seed + 1, extracts);
  const [afterOne, afterTwo] = [join(folder, "after-one.duckdb"), join(folder, "after-two.duckdb")];
  const firstTook = await loadInto(afterOne, one);
  copyFileSync(afterOne, afterTwo);
  const secondTook = await loadInto(afterTwo, two);
  return {
    first: {delivery: one, before: null, after: afterOne, milliseconds: firstTook},
    second: {delivery: two, before: afterOne, after: afterTwo, milliseconds: secondTook}
  };
}

async function writeBank(folder: string, seed: number, extracts: readonly string[] | null): Promise<void> {
  await writeDemoBank({folder, truthFolder: `${folder}-truth`, size: "small", seed, obligors: OBLIGORS});
  if (extracts === null) return;
  for (const name of readdirSync(folder)) if (!extracts.includes(name.split(".")[0]!)) rmSync(join(folder, name));
}

/** Loads without being disturbed; milliseconds. */
async function loadInto(database: string, delivery: string): Promise<number> {
  const engine = await openDuckDB(database);
  try {
    const started = performance.now();
    await loadSource(engine, sourceOf("demo"), delivery);
    return performance.now() - started;
  } finally {
    engine.close();
  }
}

/** What waits unseen does not count. Before the first delivery the tables of loading may be there or not; none may hold a row. */
async function differencesToBefore(database: string, before: string | null): Promise<string[]> {
  if (before !== null) return (await differences(database, before)).filter((name) => !name.startsWith("landing_"));
  const engine = await openDuckDB(database);
  try {
    const filled = await engine.columns(
      "select table_name from duckdb_tables() where estimated_size > 0 and not starts_with(table_name, 'landing_') order by 1"
    );
    return filled.rowCount === 0 ? [] : [`${filled.rowCount} tables hold rows`];
  } finally {
    engine.close();
  }
}

function removeDatabase(path: string): void {
  for (const ending of ["", ".wal"]) rmSync(`${path}${ending}`, {force: true});
}
