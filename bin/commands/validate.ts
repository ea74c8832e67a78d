import type {Command} from "commander";
import {validateExperiment} from "#pipeline/lab/validate.js";
import {validatedText} from "../labTexts.js";
import {addSettings, perform} from "../options.js";

/** Validates an experiment, once. */
export function addValidate(program: Command): void {
  const command = program
    .command("validate")
    .argument("<experiment>", "id of an experiment, its beginning, or the name of a model for its latest")
    .description("reads the test rows of an experiment once, logs the reading, and judges by the validation policy")
    .option("--from <folder>", "folder of the files, where the spec's rows stand in files");
  addSettings(command, ["state", "policies", "threads", "memory_limit"]);
  command.action((experiment: string, {from}: {readonly from?: string}) =>
    perform(command, (task) => validateExperiment({...task, experiment, from: from ?? null}), validatedText)
  );
}
