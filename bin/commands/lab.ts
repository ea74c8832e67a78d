import type {Command} from "commander";
import {watchLab, type LabEvent} from "#pipeline/lab/watch/lab.js";
import {labEventText} from "../labTexts.js";
import {addSettings, perform} from "../options.js";

interface LabOptions {
  readonly source: string;
  readonly pages: boolean;
}

/** Trains on save, and shows what came of it. */
export function addLab(program: Command): void {
  const command = program
    .command("lab")
    .argument("[specs...]", "YAML files of models; those of the source in data/models where none is named")
    .description("trains quickly what a save moves, and shows it on pages that load themselves again, until Ctrl-C")
    .option("--source <id>", "whose last run built the features and targets", "demo")
    .option("--no-pages", "train and tell, without pages");
  addSettings(command, ["state", "out", "policies", "threads", "memory_limit", "language", "host", "port"]);
  command.action((specs: readonly string[], {source, pages}: LabOptions) =>
    perform(
      command,
      async (task) =>
        await watchLab({
          ...task,
          specs,
          sourceId: source,
          hasPages: pages,
          onEvent: teller(command.optsWithGlobals<{json?: boolean}>().json === true)
        }),
      ({rounds, trained, refused}) =>
        `Stopped the lab: ${rounds} rounds, ${trained} models trained, ${refused} refused.`
    )
  );
}

/** Events go to stderr: a sentence each, or a JSON document a line. */
function teller(isJson: boolean): (event: LabEvent) => void {
  return (event) => void process.stderr.write(`${isJson ? JSON.stringify(brief(event)) : labEventText(event)}\n`);
}

/** The figures of what was trained, without the model. */
function brief(event: LabEvent): object {
  if (event.event !== "trained") return event;
  const {trained, ...rest} = event;
  const {id, figures, chosen} = trained.experiment;
  return {...rest, experiment: id, chosen, figures};
}
