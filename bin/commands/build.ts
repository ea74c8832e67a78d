import {Option, type Command} from "commander";
import {AUDIENCES, buildSites, type Audience} from "#pipeline/site.js";
import {addSettings, perform} from "../options.js";
import {sitesText} from "../texts.js";

export function addBuild(program: Command): void {
  const command = program
    .command("build")
    .description("build the sites from the last published run")
    .option("--source <id>", "whose run to publish", "demo")
    .addOption(new Option("--audience <name>", "for whom").choices([...AUDIENCES, "all"]).default("all"));
  addSettings(command, ["state", "out", "language"]).action((options: {source: string; audience: Audience | "all"}) =>
    perform(
      command,
      async ({settings, progress, signal}) => {
        const request = {sourceId: options.source, audience: options.audience, settings, progress, signal};
        return {sites: await buildSites(request)};
      },
      ({sites}) => sitesText(sites)
    )
  );
}
