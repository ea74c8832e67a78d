import type {Command} from "commander";
import {makeDemoBank} from "#pipeline/demo.js";
import {addSettings, perform} from "../options.js";
import {runText, sitesText} from "../texts.js";
import {runAndBuild} from "./run.js";
import {serveUntilStopped} from "./serve.js";

export function addStart(program: Command): void {
  const command = program
    .command("start")
    .description("everything at once: write the demo bank, run, build the sites, serve")
    .option("--no-serve", "stop after the build");
  addSettings(command, [
    "size",
    "seed",
    "state",
    "out",
    "extracts",
    "policies",
    "threads",
    "memory_limit",
    "language",
    "host",
    "port"
  ]);
  command.action((options: {serve: boolean}) =>
    perform(
      command,
      async (task) => {
        await makeDemoBank(task.settings, task.progress, task.signal);
        const result = await runAndBuild(task, {source: "demo", site: true});
        if (!options.serve) return result;
        process.stderr.write(`${runText(result)}\n${sitesText(result.sites)}\n`);
        await serveUntilStopped(task, "risk");
        return result;
      },
      (result) => (options.serve ? "Stopped serving." : `${runText(result)}\n${sitesText(result.sites)}`)
    )
  );
}
