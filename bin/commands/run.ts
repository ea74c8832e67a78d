import type {Command} from "commander";
import {demoFolders} from "#pipeline/demo.js";
import type {RunSummary, SiteSummary} from "#pipeline/results.js";
import {run} from "#pipeline/run.js";
import {buildSites} from "#pipeline/site.js";
import {addSettings, perform, type Task} from "../options.js";
import {runText, sitesText} from "../texts.js";

interface RunOptions {
  readonly source: string;
  readonly from?: string;
  readonly site: boolean;
}

export function addRun(program: Command): void {
  const command = program
    .command("run")
    .description("from extracts to a published site: load, rate, tier, publish, build")
    .option("--source <id>", "demo, cumcm2020c, american-bankruptcy, or a YAML file that describes one", "demo")
    .option(
      "--from <folder>",
      "folder of the extracts; where none is named, the demo bank's own, or the source's database"
    )
    .option("--no-site", "stop at the published marts");
  addSettings(command, ["state", "out", "policies", "extracts", "size", "seed", "threads", "memory_limit", "language"]);
  command.action((options: RunOptions) =>
    perform(
      command,
      (task) => runAndBuild(task, options),
      ({sites, ...summary}) => [runText(summary), sitesText(sites)].join("\n")
    )
  );
}

export interface RunAndSites extends RunSummary {
  readonly sites: readonly SiteSummary[];
}

/** One run of a source and, unless told otherwise, the sites of every audience. */
export async function runAndBuild(
  {settings, progress, signal, now}: Task,
  {source, from, site}: RunOptions
): Promise<RunAndSites> {
  const demo = source === "demo" && from === undefined ? demoFolders(settings) : null;
  const summary = await run({
    sourceId: source,
    from: from ?? demo?.extracts ?? null,
    truthFile: demo?.truthFile ?? null,
    settings,
    progress,
    now,
    signal
  });
  const sites = site ? await buildSites({sourceId: source, audience: "all", settings, progress, signal}) : [];
  return {...summary, sites};
}
