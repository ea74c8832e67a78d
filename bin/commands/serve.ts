import {Option, type Command} from "commander";
import {serve} from "#pipeline/serve.js";
import {AUDIENCES, type Audience} from "#pipeline/site.js";
import {addSettings, perform, type Task} from "../options.js";

export function addServe(program: Command): void {
  const command = program
    .command("serve")
    .description("serve a built site until Ctrl-C")
    .addOption(new Option("--audience <name>", "whose site").choices(AUDIENCES).default("risk"));
  addSettings(command, ["out", "host", "port"]).action((options: {audience: Audience}) =>
    perform(
      command,
      (task) => serveUntilStopped(task, options.audience),
      () => "Stopped serving."
    )
  );
}

/** Serves until the user stops it; being stopped is how it ends well. */
export async function serveUntilStopped({settings, signal}: Task, audience: Audience) {
  const url = await serve({out: settings.out, audience, host: settings.host, port: settings.port}, signal, (address) =>
    process.stderr.write(`Serving the ${audience} site at ${address} (Ctrl-C stops)\n`)
  );
  return {url};
}
