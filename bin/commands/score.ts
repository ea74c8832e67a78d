import type {Command} from "commander";
import {scoreObligor} from "#pipeline/lab/scoreObligor.js";
import {scoredText} from "../labTexts.js";
import {addSettings, perform} from "../options.js";

interface ScoreOptions {
  readonly model: string;
  readonly date?: string;
  readonly values?: string;
}

/** Scores one obligor, with its reasons. */
export function addScore(program: Command): void {
  const command = program
    .command("score")
    .argument("[obligor]", "obligor of the model's source")
    .description("score, PD and grade of one obligor by an experiment, with what cost it most points")
    .requiredOption("--model <experiment>", "id of an experiment, its beginning, or the name of a model for its latest")
    .option("--date <date>", "observation date, a month end; the latest where none is named")
    .option("--values <file>", "JSON file of features by name, for one that is in no extract");
  addSettings(command, ["state", "policies", "threads", "memory_limit"]);
  command.action((obligor: string | undefined, {model, date, values}: ScoreOptions) =>
    perform(
      command,
      async ({settings}) =>
        await scoreObligor({model, obligor: obligor ?? null, date: date ?? null, values: values ?? null, settings}),
      scoredText
    )
  );
}
