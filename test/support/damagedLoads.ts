import {mkdir, mkdtemp, rename, rm} from "node:fs/promises";
import {basename, dirname, join} from "node:path";
import {tmpdir} from "node:os";
import {EXTRACTS} from "#loaders/contracts/index.js";
import {loadSource} from "#loaders/load.js";
import {sourceOf, type Source} from "#loaders/source.js";
import {numbersOf} from "#warehouse/engine/columns.js";
import type {Engine} from "#warehouse/engine/engine.js";
import {UserError} from "#warehouse/engine/userError.js";
import {SMALL_BANK, writeBank} from "../loaders/support/smallBank.js";
import {damagedFiles, type DamagedFile} from "./damage.js";
import {withEngine} from "./memoryEngine.js";

export interface DamagedLoads {
  readonly files: number;
  readonly loaded: number;
  readonly refused: number;
  readonly rowsIn: number;
  readonly rowsLoaded: number;
  readonly quarantined: number;
  readonly slowestSeconds: number;
  readonly failures: readonly string[];
}

/**
 * Delivers damaged files, one at a time, to a warehouse that holds the small bank. Each must end in a load whose rows add up, by the
 * books and by the list of the quarantine, or in a UserError of one sentence that names the file.
 */
export async function damagedLoads(
  count: number,
  seed: number,
  onFile: (files: number, failed: number) => void = () => undefined
): Promise<DamagedLoads> {
  const folder = await mkdtemp(join(tmpdir(), "loanscape-damaged-loads-"));
  const sums = {files: 0, loaded: 0, refused: 0, rowsIn: 0, rowsLoaded: 0, quarantined: 0, slowestSeconds: 0};
  const failures: string[] = [];
  try {
    await withEngine(async (engine) => {
      await loadSource(engine, sourceOf("demo"), await writeBank(SMALL_BANK));
      for await (const file of damagedFiles(seed, count, folder)) {
        const started = performance.now();
        try {
          const rows = await deliver(engine, file);
          sums.rowsIn += rows?.rowsIn ?? 0;
          sums.rowsLoaded += rows?.loaded ?? 0;
          sums.quarantined += rows?.quarantined ?? 0;
          if (rows === null) sums.refused++;
          else sums.loaded++;
        } catch (error) {
          failures.push(
            `case ${file.index} of seed ${seed} (${file.kind}, ${file.extract}): ${String(error).slice(0, 600)}`
          );
        }
        sums.files++;
        onFile(sums.files, failures.length);
        sums.slowestSeconds = Math.max(sums.slowestSeconds, (performance.now() - started) / 1000);
      }
    });
    return {...sums, failures};
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

/** Takes files of whatever ending by the name of the extract in theirs. */
const SOURCE: Source = {
  ...sourceOf("demo"),
  extracts: EXTRACTS.map((contract) => ({
    contract,
    files: [`*-${contract.name}`, `*-${contract.name}.*`],
    isRequired: false,
    delivery: "increment",
    hints: {},
    mapping: {kind: "same"}
  }))
};

async function deliver(
  engine: Engine,
  file: DamagedFile
): Promise<{rowsIn: number; loaded: number; quarantined: number} | null> {
  const folder = join(dirname(file.path), `delivery-${file.index}`);
  await mkdir(folder);
  await rename(file.path, join(folder, basename(file.path)));
  const before = await listed(engine);
  try {
    const {batches} = await loadSource(engine, SOURCE, folder, {quarantineLimit: 1});
    const sum = (of: (batch: (typeof batches)[number]) => number) =>
      batches.reduce((total, batch) => total + of(batch), 0);
    const rows = {
      rowsIn: sum((batch) => batch.rowsIn),
      loaded: sum((batch) => batch.loaded),
      quarantined: sum((batch) => batch.quarantined)
    };
    const isWhole = rows.rowsIn === rows.loaded + rows.quarantined + sum((batch) => batch.duplicates);
    if (!isWhole) throw new Error(`rows do not add up: ${JSON.stringify(rows)}`);
    const more = (await listed(engine)) - before;
    if (more !== rows.quarantined)
      throw new Error(`${rows.quarantined} rows in quarantine by the books, ${more} on the list`);
    return rows;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const {message} = error;
    if (/[\n\r]|Error:/.test(message) || message.length > 600)
      throw new Error(`no sentence: ${message}`, {cause: error});
    if (!message.includes(file.extract)) throw new Error(`it does not name the file: ${message}`, {cause: error});
    if ((await listed(engine)) !== before)
      throw new Error("a refused delivery left rows in quarantine", {cause: error});
    return null;
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

async function listed(engine: Engine): Promise<number> {
  return numbersOf(await engine.columns("select count(*) as n from quarantine where rule <> 'duplicate'"), "n")[0]!;
}
