import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {damagedFiles} from "../test/support/damage.js";
import {examine} from "../test/support/examine.js";
import {withEngine} from "../test/support/memoryEngine.js";

interface Tally {
  files: number;
  read: number;
  refused: number;
  records: number;
  defects: number;
  failures: number;
  seconds: number;
  slowest: number;
}

const MOST_SECONDS = 5;

/** Damaged files of every kind through the readers of formats: what became of them, kind by kind. */
export async function bench([count = "10000", seed = "1"]: readonly string[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "loanscape-damage-"));
  const tallies = new Map<string, Tally>();
  const failures: string[] = [];
  try {
    await withEngine(async (engine) => {
      for await (const file of damagedFiles(Number(seed), Number(count), folder)) {
        const spoolFolder = join(folder, "spool");
        const tally = tallies.get(file.kind) ?? emptyTally();
        tallies.set(file.kind, tally);
        tally.files++;
        try {
          const {outcome, records, defects, seconds} = await examine(engine, file, spoolFolder);
          tally[outcome]++;
          tally.records += records;
          tally.defects += defects;
          tally.seconds += seconds;
          tally.slowest = Math.max(tally.slowest, seconds);
        } catch (error) {
          tally.failures++;
          failures.push(`case ${file.index} (${file.kind}): ${String(error)}`);
        }
        await rm(file.path);
        await rm(spoolFolder, {recursive: true, force: true});
      }
    });
  } finally {
    await rm(folder, {recursive: true});
  }
  print(tallies, failures, Number(seed));
}

function emptyTally(): Tally {
  return {files: 0, read: 0, refused: 0, records: 0, defects: 0, failures: 0, seconds: 0, slowest: 0};
}

function print(tallies: ReadonlyMap<string, Tally>, failures: readonly string[], seed: number): void {
  const all = emptyTally();
  const lines = [...tallies].map(([kind, tally]) => {
    for (const key of Object.keys(all) as (keyof Tally)[]) all[key] += tally[key];
    return row(kind, tally);
  });
  all.slowest = Math.max(...[...tallies.values()].map(({slowest}) => slowest));
  const head =
    "| damage | files | read | refused | records | defects | failed | mean ms | slowest ms |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|";
  process.stdout.write(`${[head, ...lines, row(`all (seed ${seed})`, all), ...failures].join("\n")}\n`);
  if (failures.length > 0 || all.slowest > MOST_SECONDS) process.exitCode = 1;
}

function row(kind: string, {files, read, refused, records, defects, failures, seconds, slowest}: Tally): string {
  const times = [(1000 * seconds) / files, 1000 * slowest].map((value) => value.toFixed(0));
  return `| ${[kind, files, read, refused, records, defects, failures, ...times].join(" | ")} |`;
}
