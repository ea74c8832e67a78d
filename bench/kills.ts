import {killLoads} from "../test/support/kills.js";

const KILLS = 200;

/** Kills loads at random moments, `[count] [seed]`, and prints what came of it. */
export async function bench(args: readonly string[]): Promise<void> {
  const count = args[0] === undefined ? KILLS : Number(args[0]);
  const seed = args[1] === undefined ? 1 : Number(args[1]);
  const report = await killLoads(count, seed, {onKill: (line) => process.stderr.write(`${line}\n`)});
  process.stdout.write(
    [
      `seed ${seed}: ${report.kills} kills, ${report.survived} of them after the load was over`,
      `right after the kill: ${report.unseen} warehouses showed nothing of the delivery, ${report.visible} all of it`,
      `after a second load: ${report.kills - report.failures.length} equal an undisturbed warehouse, row for row`,
      ...report.failures,
      ""
    ].join("\n")
  );
  if (report.failures.length > 0) process.exitCode = 1;
}
