import type {Command} from "commander";
import {promote} from "#pipeline/lab/promote.js";
import {promotedText} from "../labTexts.js";
import {addSettings, perform} from "../options.js";

interface PromoteOptions {
  readonly effectiveFrom: string;
  readonly approver: string;
  readonly reason: string;
}

/** Names the champion of a source. */
export function addPromote(program: Command): void {
  const command = program
    .command("promote")
    .argument("<experiment>", "id of an experiment, its beginning, or the name of a model for its latest")
    .description("names a validated experiment champion of its source from a date on, as a dated policy")
    .requiredOption("--effective-from <date>", "first observation date that it rates, such as 2016-12-31")
    .requiredOption("--approver <name>", "who approves it")
    .requiredOption("--reason <text>", "why it takes over");
  addSettings(command, ["state", "policies"]);
  command.action((experiment: string, {effectiveFrom, approver, reason}: PromoteOptions) =>
    perform(
      command,
      async ({settings}) => promote({experiment, effectiveFrom, approver, reason, settings}),
      promotedText
    )
  );
}
