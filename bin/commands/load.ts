import type {Command} from "commander";
import {demoFolders} from "#pipeline/demo.js";
import {load} from "#pipeline/loading.js";
import {addSettings, perform} from "../options.js";
import {loadText} from "../loadText.js";

export function addLoad(program: Command): void {
  const command = program
    .command("load")
    .description("load what is new in a folder or a database, and say what became of every row")
    .option("--source <id>", "demo, cumcm2020c, american-bankruptcy, or a YAML file that describes one", "demo")
    .option(
      "--from <folder>",
      "folder of the extracts; where none is named, the demo bank's own, or the source's database"
    );
  addSettings(command, ["state", "policies", "extracts", "size", "seed", "threads", "memory_limit"]);
  command.action((options: {source: string; from?: string}) =>
    perform(
      command,
      ({settings, progress, signal, now}) => {
        const from = options.from ?? (options.source === "demo" ? demoFolders(settings).extracts : null);
        return load({sourceId: options.source, from, settings, progress, now, signal});
      },
      loadText,
      {jsonProgress: true}
    )
  );
}
