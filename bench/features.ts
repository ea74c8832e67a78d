import {execFile} from "node:child_process";
import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {promisify} from "node:util";
import {differing, type Checksum} from "./featureChecksums.js";
import {watchMemory} from "./peakMemory.js";

const OBLIGORS = 20_000;
const SCALE = 4;

interface Measured {
  readonly seconds: number;
  /** Of all threads together: on a machine with other work the clock says little. */
  readonly cpuSeconds: number;
  readonly megabytes: number | null;
  readonly detail: unknown;
}

type Results = ReadonlyMap<string, Measured>;

/**
 * Features of statements and account movements of so many obligors, and of four times as many: against the same features in pandas, against
 * ingesting the same files, an added month against all of it, and reading the matrix against copying it. Each work is a process of its
 * own; two threads, and the engine's memory as BENCH_MEMORY says (4 GB).
 */
export async function bench(args: readonly string[]): Promise<void> {
  const obligors = args[0] === undefined ? OBLIGORS : Number(args[0]);
  const small = await measured(obligors);
  const large = await measured(obligors * SCALE);
  const out = [
    `${obligors} obligors, and ${obligors * SCALE}`,
    "| work | s | CPU s | MB | s at 4n | CPU s at 4n | MB at 4n | growth |",
    "|---|---|---|---|---|---|---|---|"
  ];
  for (const [work, a] of small) {
    const b = large.get(work)!;
    const row = [
      a.seconds.toFixed(2),
      a.cpuSeconds.toFixed(2),
      a.megabytes,
      b.seconds.toFixed(2),
      b.cpuSeconds.toFixed(2),
      b.megabytes,
      (b.seconds / a.seconds).toFixed(1)
    ];
    if (work !== "checksums") out.push(`| ${work} | ${row.join(" | ")} |`);
  }
  out.push("", "| ratio | at n | at 4n | at most |", "|---|---|---|---|");
  for (const [name, of, to, most] of RATIOS) {
    if (!small.has(to)) continue;
    const [a, b] = [small, large].map((results) => secondsOf(results, of, to) / results.get(to)!.seconds);
    out.push(`| ${name} | ${a!.toFixed(3)} | ${b!.toFixed(3)} | ${most.toFixed(3)} |`);
  }
  out.push("", ...comparison(small), ...seconds(large));
  process.stdout.write(`${out.join("\n")}\n`);
}

const RATIOS: readonly (readonly [string, string, string, number])[] = [
  ["features to pandas, the tables that pandas makes", "full", "pandas", 1 / 6],
  ["features to ingest", "full", "ingest", 6],
  ["added month to full", "month", "full", 1 / 12],
  ["typed arrays to create table as", "typed arrays", "create table as", 1.3]
];

/** Seconds of a work; against pandas, of the tables that it makes too. */
function secondsOf(results: Results, of: string, to: string): number {
  const {seconds: whole, detail} = results.get(of)!;
  if (to !== "pandas") return whole;
  const tables = Object.keys((results.get(to)!.detail as PandasDetail).byTable);
  return tables.reduce((sum, name) => sum + (detail as Readonly<Record<string, number>>)[name]!, 0);
}

interface PandasDetail {
  readonly sums: readonly Checksum[];
  readonly byTable: Readonly<Record<string, number>>;
}

async function measured(obligors: number): Promise<Results> {
  const folder = mkdtempSync(join(tmpdir(), "loanscape-features-"));
  const results = new Map<string, Measured>();
  const work = async (name: string) => await once(folder, name, obligors);
  try {
    for (const name of ["files", "prepare", "full", "add month"]) await work(name);
    for (const name of [
      "ingest",
      "month",
      "full",
      "pandas",
      "checksums",
      "matrix",
      "create table as",
      "typed arrays"
    ]) {
      const found = await work(name);
      if (found !== null && name !== "matrix") results.set(name, found);
    }
    return results;
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

/** Null for pandas where it is not installed. */
async function once(folder: string, work: string, obligors: number): Promise<Measured | null> {
  process.stderr.write(`${work} of ${obligors} obligors\n`);
  const step = (name: string) => new URL(name, import.meta.url).pathname;
  const [command, ...rest] =
    work === "pandas"
      ? [PYTHON, step("./features_pandas.py"), folder]
      : [process.execPath, "--import", "tsx", step("./featureStep.ts"), work, folder, String(obligors)];
  const running = promisify(execFile)(command, rest, {maxBuffer: 1e8});
  const memory = watchMemory(running.child.pid!);
  const {stdout} = await running.catch((error: unknown) => {
    memory.stop();
    if (work === "pandas" && isMissing(error)) return {stdout: ""};
    throw error;
  });
  if (stdout === "") {
    process.stderr.write(`pandas is left out: ${PYTHON} has none; name another with BENCH_PYTHON\n`);
    return null;
  }
  return {...(JSON.parse(stdout) as {seconds: number; cpuSeconds: number; detail: unknown}), megabytes: memory.stop()};
}

const PYTHON = process.env["BENCH_PYTHON"] ?? "python3";

function isMissing(error: unknown): boolean {
  const {code, stderr} = error as {code?: unknown; stderr?: string};
  return code === "ENOENT" || (stderr ?? "").includes("No module named");
}

/** Which features pandas computes too, and whether they agree. */
function comparison(results: Results): string[] {
  const pandas = (results.get("pandas")?.detail as PandasDetail | undefined)?.sums;
  if (pandas === undefined) return [];
  const ours = results.get("checksums")!.detail as readonly Checksum[];
  const unlike = differing(ours, pandas);
  return [
    `pandas computes ${pandas.length} of the ${ours.length} features; of these ${pandas.length - unlike.length} have equal checksums`,
    ...unlike
  ];
}

function seconds(results: Results): string[] {
  const full = Object.entries(results.get("full")!.detail as Readonly<Record<string, number>>);
  return [
    "",
    "| table | s at 4n |",
    "|---|---|",
    ...full.map(([name, took]) => `| ${name || "books"} | ${took.toFixed(2)} |`)
  ];
}
