import {existsSync, mkdirSync, mkdtempSync, renameSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {writeDemoBank} from "#loaders/demo/demoBank.js";
import {codeVersion} from "#pipeline/manifest/codeVersion.js";
import {silentProgress} from "#pipeline/progress.js";
import {run, type RunSummary} from "#pipeline/run.js";
import {readSettings, type PartialSettings} from "#pipeline/settings/settings.js";

export interface SmallBank {
  readonly extracts: string;
  readonly truth: string;
  readonly truthFile: string;
}

const OBLIGORS = 600;

/** A demo bank of 600 obligors, written once for this version of the code and shared by the tests that only read it. */
export async function smallBank(): Promise<SmallBank> {
  const folder = join(tmpdir(), `loanscape-small-bank-${codeVersion()}`);
  if (!existsSync(folder)) {
    const draft = mkdtempSync(join(tmpdir(), "loanscape-small-bank-draft-"));
    const [extracts, truthFolder] = [join(draft, "extracts"), join(draft, "truth")];
    await writeDemoBank({folder: extracts, truthFolder, size: "small", obligors: OBLIGORS, seed: 1});
    try {
      renameSync(draft, folder);
    } catch {
      rmSync(draft, {recursive: true, force: true}); // another test process was first
    }
  }
  const truth = join(folder, "truth");
  return {extracts: join(folder, "extracts"), truth, truthFile: join(truth, "truth_pd.parquet")};
}

/** A folder that only this test writes to. */
export function ownFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `loanscape-${name}-`));
  mkdirSync(folder, {recursive: true});
  return folder;
}

/** Runs the pipeline on the small bank, or on extracts made from it, in a state folder of its own. */
export async function runSmallBank(state: string, settings: PartialSettings = {}, from?: string): Promise<RunSummary> {
  const {extracts, truthFile} = await smallBank();
  return await run({
    sourceId: "demo",
    from: from ?? extracts,
    truthFile,
    settings: readSettings({state, ...settings}, {}, undefined),
    progress: silentProgress,
    now: () => new Date()
  });
}
