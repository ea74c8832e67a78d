import {execFile} from "node:child_process";
import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {promisify} from "node:util";
import {diskMegabytes} from "./diskMegabytes.js";
import {watchMemory} from "./peakMemory.js";
import type {Took} from "./stopwatch.js";

export interface Measured extends Took {
  readonly megabytes: number | null;
  /** On disk after it. */
  readonly diskMegabytes: number;
  readonly detail: unknown;
}

/** By the name of the work. */
export type Results = ReadonlyMap<string, Measured>;

/** The same features in pandas in two ways: with NumPy's running sums, and as one writes them. */
export const PANDAS = {"pandas, tuned": "tuned", "pandas, idiomatic": "idiomatic"} as const;

const PREPARING = ["files", "prepare", "full", "add month"];
const MEASURED = [
  "ingest",
  "month",
  "full",
  ...Object.keys(PANDAS),
  "checksums",
  "matrix",
  "create table as",
  "typed arrays"
];

/** Every work on files of so many obligors, each in a process of its own, in turn. */
export async function measured(obligors: number): Promise<Results> {
  const folder = mkdtempSync(join(tmpdir(), "loanscape-features-"));
  const results = new Map<string, Measured>();
  try {
    for (const work of PREPARING) await once(folder, work, obligors);
    for (const work of MEASURED) {
      const found = await once(folder, work, obligors);
      if (found !== null) results.set(work, found);
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
    work in PANDAS
      ? [PYTHON, step("./features_pandas.py"), folder, PANDAS[work as keyof typeof PANDAS]]
      : [process.execPath, "--import", "tsx", step("./featureStep.ts"), work, folder, String(obligors)];
  const running = promisify(execFile)(command, rest, {maxBuffer: 1e8});
  const memory = watchMemory(running.child.pid!);
  const {stdout} = await running.catch((error: unknown) => {
    memory.stop();
    if (work in PANDAS && isMissing(error)) return {stdout: ""};
    throw error;
  });
  if (stdout === "") {
    process.stderr.write(`${work} is left out: ${PYTHON} has no pandas; name another with BENCH_PYTHON\n`);
    return null;
  }
  const found = JSON.parse(stdout) as Took & {detail: unknown};
  return {...found, megabytes: memory.stop(), diskMegabytes: diskMegabytes(folder)};
}

const PYTHON = process.env["BENCH_PYTHON"] ?? "python3";

function isMissing(error: unknown): boolean {
  const {code, stderr} = error as {code?: unknown; stderr?: string};
  return code === "ENOENT" || (stderr ?? "").includes("No module named");
}
