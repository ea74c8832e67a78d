import type {Command} from "commander";
import {compareExperiments} from "#pipeline/lab/compare.js";
import {comparisonText} from "../labTexts.js";
import {addSettings, perform} from "../options.js";

const WHICH = "id of an experiment, its beginning, or the name of a model for its latest";

/** Two experiments side by side. */
export function addCompare(program: Command): void {
  const command = program
    .command("compare")
    .argument("<first>", WHICH)
    .argument("<second>", WHICH)
    .description("two experiments on the rows that both predicted: DeLong's paired test, shift, and who moves");
  addSettings(command, ["state", "policies"]);
  command.action((first: string, second: string) =>
    perform(command, async ({settings}) => compareExperiments({settings, first, second}), comparisonText)
  );
}
