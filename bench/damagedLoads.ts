import {damagedLoads} from "../test/support/damagedLoads.js";

const FILES = 10_000;
const MOST_SECONDS = 10;

/** Damaged files through a whole load each, `[count] [seed]`: what became of them. */
export async function bench(args: readonly string[]): Promise<void> {
  const seed = args[1] === undefined ? 1 : Number(args[1]);
  const {files, loaded, refused, rowsIn, rowsLoaded, quarantined, slowestSeconds, failures} = await damagedLoads(
    args[0] === undefined ? FILES : Number(args[0]),
    seed,
    (files, failed) => {
      if (files % 500 === 0) process.stderr.write(`${files} delivered, ${failed} failed\n`);
    }
  );
  process.stdout.write(
    [
      `seed ${seed}: ${files} damaged files, ${loaded} loaded, ${refused} refused in one sentence, ${failures.length} failed`,
      `${rowsIn} rows in: ${rowsLoaded} loaded, ${quarantined} in quarantine, the others repeat what is in force`,
      `slowest delivery: ${slowestSeconds.toFixed(1)} s`,
      ...failures,
      ""
    ].join("\n")
  );
  if (failures.length > 0 || slowestSeconds > MOST_SECONDS) process.exitCode = 1;
}
