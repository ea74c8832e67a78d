import {join} from "node:path";
import {writeDemoBank, type DemoSummary} from "#loaders/demo/demoBank.js";
import type {Progress} from "./progress.js";
import type {Settings} from "./settings/settings.js";

export interface DemoFolders {
  readonly extracts: string;
  readonly truth: string;
  readonly truthFile: string;
}

/** Where the demo bank of the settings stands: its extracts, and its truth beside them where no loader looks. */
export function demoFolders({extracts, size, seed}: Settings): DemoFolders {
  const name = `demo-${size}-${seed}`;
  const truth = join(extracts, `${name}.truth`);
  return {extracts: join(extracts, name), truth, truthFile: join(truth, "truth_pd.parquet")};
}

/** Writes the demo bank that the settings name. A failure leaves an earlier one as it was. */
export async function makeDemoBank(
  settings: Settings,
  progress: Progress,
  signal: AbortSignal
): Promise<DemoSummary & {folder: string}> {
  const {extracts, truth} = demoFolders(settings);
  progress.step("demo bank", 0, 1);
  const summary = await writeDemoBank({
    folder: extracts,
    truthFolder: truth,
    size: settings.size,
    seed: settings.seed,
    threads: settings.threads,
    memoryLimit: settings.memory_limit,
    signal,
    onProgress: progress.line
  });
  progress.end();
  return {...summary, folder: extracts};
}
