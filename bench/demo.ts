import {execFile} from "node:child_process";
import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {promisify} from "node:util";
import {watchMemory} from "./peakMemory.js";

interface Measured {
  readonly seconds: number;
  /** Of the process and its children together; null where the system does not tell. */
  readonly peakMegabytes: number | null;
  readonly detail: readonly {name: string; milliseconds: number}[] | null;
}

const MEDIUM = 20_000;
const STEPS = ["generate", "run", "build"] as const;

/** The demo bank at a quarter of medium and at medium: time and peak memory of each step, and how they grow. */
export async function bench(args: readonly string[]): Promise<void> {
  const full = args[0] === undefined ? MEDIUM : Number(args[0]);
  const quarter = await measured(full / 4);
  const whole = await measured(full);
  const lines = [
    `${full / 4} obligors and ${full}; seconds, and peak MB of a step with its children; growth is of time for 4 times the obligors`
  ];
  lines.push("| step | quarter s | full s | growth | quarter MB | full MB |", "|---|---|---|---|---|---|");
  for (const step of STEPS) {
    const [a, b] = [quarter.get(step)!, whole.get(step)!];
    lines.push(row(step, a.seconds, b.seconds, a.peakMegabytes, b.peakMegabytes));
    b.detail?.forEach(({name, milliseconds}, index) =>
      lines.push(row(`run: ${name}`, a.detail![index]!.milliseconds / 1000, milliseconds / 1000))
    );
  }
  process.stdout.write(`${lines.join("\n")}\n`);
}

async function measured(obligors: number): Promise<ReadonlyMap<string, Measured>> {
  const folder = mkdtempSync(join(tmpdir(), "loanscape-bench-"));
  const results = new Map<string, Measured>();
  try {
    for (const step of STEPS) {
      process.stderr.write(`${step} at ${obligors} obligors\n`);
      const child = [new URL("./demoStep.ts", import.meta.url).pathname, step, folder, String(obligors)];
      const running = promisify(execFile)(process.execPath, ["--import", "tsx", ...child], {maxBuffer: 1e8});
      const memory = watchMemory(running.child.pid!);
      const {stdout} = await running;
      results.set(step, {...(JSON.parse(stdout) as Omit<Measured, "peakMegabytes">), peakMegabytes: memory.stop()});
    }
    return results;
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

function row(step: string, a: number, b: number, aMegabytes?: number | null, bMegabytes?: number | null): string {
  const memory = aMegabytes === undefined ? " | | |" : ` | ${aMegabytes ?? "?"} | ${bMegabytes ?? "?"} |`;
  return `| ${step} | ${a.toFixed(1)} | ${b.toFixed(1)} | ${(b / Math.max(a, 0.001)).toFixed(1)}${memory}`;
}
