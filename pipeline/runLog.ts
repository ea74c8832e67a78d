import {mkdirSync, writeFileSync} from "node:fs";
import {availableParallelism, platform, release, totalmem} from "node:os";
import {join} from "node:path";
import type {Progress} from "./progress.js";

export interface StepTime {
  readonly name: string;
  readonly milliseconds: number;
  /** Peak of the process so far. */
  readonly peakMegabytes: number;
}

/** Times and machine facts, apart from the manifest, which must not depend on them. */
export interface RunLog {
  timed<T>(name: string, work: () => Promise<T>): Promise<T>;
  readonly steps: readonly StepTime[];
  /** Writes the log beside the snapshots. That it cannot be written is said, and changes nothing else. */
  write(folder: string, runId: string | null, outcome: string, progress: Progress): void;
}

export function runLog(now: () => Date): RunLog {
  const startedAt = now();
  const steps: StepTime[] = [];
  return {
    steps,
    async timed(name, work) {
      const start = now().getTime();
      try {
        return await work();
      } finally {
        steps.push({name, milliseconds: now().getTime() - start, peakMegabytes: peakMegabytes()});
      }
    },
    write(folder, runId, outcome, progress) {
      const logs = join(folder, "logs");
      const file = join(logs, `${startedAt.toISOString().replace(/[:.]/g, "-")}.json`);
      const machine = {
        node: process.version,
        platform: `${platform()} ${release()}`,
        cores: availableParallelism(),
        memoryMegabytes: Math.round(totalmem() / 2 ** 20)
      };
      const record = {startedAt, endedAt: now(), runId, outcome, machine, steps};
      try {
        mkdirSync(logs, {recursive: true});
        writeFileSync(file, `${JSON.stringify(record, null, 2)}\n`);
      } catch (error) {
        progress.line(`the log could not be written: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  };
}

function peakMegabytes(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}
