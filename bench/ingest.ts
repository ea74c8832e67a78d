import {execFile} from "node:child_process";
import {mkdirSync, mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {promisify} from "node:util";
import {writeTransactions} from "./ingestFiles.js";
import {watchMemory} from "./peakMemory.js";

const ROWS = 10_000_000;
const ROUNDS = 3;
const MEMORY = "2GB";
const FORMATS = ["csv", "parquet"] as const;
const WORK = ["bare", "load", "load and checks"] as const;

type Format = (typeof FORMATS)[number];
type Work = (typeof WORK)[number];

interface Measured {
  readonly seconds: number;
  readonly megabytes: number | null;
}

/**
 * Account transactions into a warehouse on disk: the engine's own reader into a table of the same types, against a load with contracts,
 * keys, references and quarantine, each a process of its own, in turn. Then once more with four times the rows.
 */
export async function bench(args: readonly string[]): Promise<void> {
  const rows = args[0] === undefined ? ROWS : Number(args[0]);
  const rounds = args[1] === undefined ? ROUNDS : Number(args[1]);
  const memory = args[2] ?? MEMORY;
  const small = await measured(rows, rounds, memory);
  const large = await measured(rows * 4, 1, memory);
  const lines = [
    `${rows.toLocaleString("en")} rows, medians of ${rounds} rounds; growth with ${(rows * 4).toLocaleString("en")} rows; engine limited to ${memory}`,
    "| format | work | s | of bare | MB | s at 4n | MB at 4n |",
    "|---|---|---|---|---|---|---|"
  ];
  for (const format of FORMATS) {
    const bare = median(small, format, "bare").seconds;
    for (const work of WORK) {
      const [a, b] = [median(small, format, work), median(large, format, work)];
      const figures = [
        a.seconds.toFixed(2),
        (a.seconds / bare).toFixed(2),
        a.megabytes,
        b.seconds.toFixed(2),
        b.megabytes
      ];
      lines.push(`| ${[format, work, ...figures].join(" | ")} |`);
    }
  }
  process.stdout.write(`${lines.join("\n")}\n`);
}

type Results = ReadonlyMap<string, readonly Measured[]>;

async function measured(rows: number, rounds: number, memory: string): Promise<Results> {
  const folder = mkdtempSync(join(tmpdir(), "loanscape-ingest-"));
  const results = new Map<string, Measured[]>();
  try {
    process.stderr.write(`writing ${rows} transactions\n`);
    for (const format of FORMATS) mkdirSync(join(folder, format));
    await writeTransactions(folder, rows);
    for (let round = 0; round < rounds; round++) {
      for (const format of FORMATS) {
        for (const work of WORK) {
          process.stderr.write(`round ${round + 1}: ${format}, ${work}\n`);
          const key = `${format} ${work}`;
          results.set(key, [...(results.get(key) ?? []), await once(folder, format, work, memory)]);
        }
      }
    }
    return results;
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

async function once(folder: string, format: Format, work: Work, limit: string): Promise<Measured> {
  const step = new URL("./ingestStep.ts", import.meta.url).pathname;
  const running = promisify(execFile)(process.execPath, ["--import", "tsx", step, work, format, folder, limit]);
  const memory = watchMemory(running.child.pid!);
  const {stdout} = await running;
  return {seconds: (JSON.parse(stdout) as {seconds: number}).seconds, megabytes: memory.stop()};
}

function median(results: Results, format: Format, work: Work): Measured {
  const all = [...results.get(`${format} ${work}`)!].sort((a, b) => a.seconds - b.seconds);
  return all[Math.floor(all.length / 2)]!;
}
