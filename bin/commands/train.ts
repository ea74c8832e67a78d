import type {Command} from "commander";
import {train} from "#pipeline/lab/train.js";
import {trainedText} from "../labTexts.js";
import {addSettings, perform} from "../options.js";

/** Trains the model of a spec. */
export function addTrain(program: Command): void {
  const command = program
    .command("train")
    .argument("<spec>", "YAML file of the model, such as data/models/demo.yaml")
    .description("trains the model of a spec: tuning, nested cross-validation, and a place in the registry")
    .option("--from <folder>", "folder of the files, where the spec's rows stand in files");
  addSettings(command, ["state", "threads", "memory_limit"]);
  command.action((file: string, {from}: {readonly from?: string}) =>
    perform(command, (task) => train({...task, file, from: from ?? null}), trainedText)
  );
}
