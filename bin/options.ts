import {Option, type Command} from "commander";
import {progressOn, type Progress} from "#pipeline/progress.js";
import {readSettings, type PartialSettings, type SettingName, type Settings} from "#pipeline/settings/settings.js";
import {outcomeOf} from "./outcome.js";

/** Flags of settings, as they are spelled on the command line. */
const FLAGS: Readonly<Record<Exclude<SettingName, "pseudonym_key_file">, string>> = {
  state: "folder of warehouses, snapshots and logs",
  out: "folder of the built sites",
  policies: "folder of policies",
  extracts: "folder in which the demo bank is written",
  threads: "worker threads of the database",
  memory_limit: "memory of the database, such as 4GB",
  language: "language in which the site opens: en or zh",
  host: "address on which the site is served",
  port: "port on which the site is served; 0 for any",
  size: "size of the demo bank: small, medium or large",
  seed: "seed of the demo bank"
};

/** Adds the flags of some settings to a command; each also has its LOANSCAPE_... variable. */
export function addSettings(command: Command, names: readonly (keyof typeof FLAGS)[]): Command {
  for (const name of names) {
    command.addOption(new Option(`--${name.replaceAll("_", "-")} <value>`, FLAGS[name]));
  }
  return command.option("--json", "one JSON document on stdout; progress goes to stderr");
}

/** What a command's work is given. */
export interface Task {
  readonly settings: Settings;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  readonly now: () => Date;
}

/** Runs a command's work with its settings, and sets the exit code. Ctrl-C asks it to stop; twice, at once. */
export async function perform<R>(
  command: Command,
  work: (task: Task) => Promise<R>,
  textOf: (result: R) => string,
  {jsonProgress = false}: {readonly jsonProgress?: boolean} = {}
): Promise<void> {
  const options = command.optsWithGlobals<Record<string, unknown> & {json?: boolean; config?: string}>();
  const stop = stopOnSignal();
  const read = () => readSettings(flagsOf(options), process.env, options.config);
  process.exitCode = await outcomeOf(
    {isJson: options.json === true, state: () => read().state, signal: stop},
    async () => {
      return await work({
        settings: read(),
        progress: progressOn(process.stderr, {isJson: jsonProgress || options.json === true}),
        signal: stop,
        now: () => new Date()
      });
    },
    textOf
  );
}

function flagsOf(options: Record<string, unknown>): PartialSettings {
  const names = Object.keys(FLAGS) as (keyof typeof FLAGS)[];
  const spelled = (name: string) => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
  return Object.fromEntries(
    names.flatMap((name) => (options[spelled(name)] === undefined ? [] : [[name, options[spelled(name)]]]))
  );
}

function stopOnSignal(): AbortSignal {
  const controller = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) {
    process.on(name, () => {
      if (controller.signal.aborted) process.exit(130);
      controller.abort();
    });
  }
  return controller.signal;
}
