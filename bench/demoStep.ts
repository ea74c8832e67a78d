import {join} from "node:path";
import {writeDemoBank} from "#loaders/demo/demoBank.js";
import {silentProgress} from "#pipeline/progress.js";
import {run} from "#pipeline/run.js";
import {readSettings} from "#pipeline/settings/settings.js";
import {buildSites} from "#pipeline/site.js";

/** One step of the demo bank in a process of its own, so that its peak memory is its own: prints one JSON line. */
const [step, folder, obligors] = process.argv.slice(2) as [string, string, string];
const extracts = join(folder, "extracts");
const truth = join(folder, "truth");
const settings = readSettings({state: join(folder, "state"), out: join(folder, "dist")}, {}, undefined);
const now = () => new Date();

const STEPS: Readonly<Record<string, () => Promise<unknown>>> = {
  generate: async () =>
    await writeDemoBank({
      folder: extracts,
      truthFolder: truth,
      size: "medium",
      obligors: Number(obligors),
      seed: settings.seed,
      threads: settings.threads,
      memoryLimit: settings.memory_limit
    }),
  run: async () => {
    const truthFile = join(truth, "truth_pd.parquet");
    const request = {sourceId: "demo", from: extracts, truthFile, settings, progress: silentProgress, now};
    return (await run(request)).steps;
  },
  build: async () => await buildSites({sourceId: "demo", audience: "all", settings, progress: silentProgress})
};

const start = performance.now();
const detail = await STEPS[step!]!();
const seconds = (performance.now() - start) / 1000;
process.stdout.write(`${JSON.stringify({seconds, detail: step === "run" ? detail : null})}\n`);
