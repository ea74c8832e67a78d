import type {Command} from "commander";
import {makeDemoBank} from "#pipeline/demo.js";
import {addSettings, perform} from "../options.js";

export function addDemo(program: Command): void {
  const command = program.command("demo").description("write the demo bank, a synthetic lender with known truth");
  addSettings(command, ["size", "seed", "extracts", "threads", "memory_limit"]).action(() =>
    perform(
      command,
      ({settings, progress, signal}) => makeDemoBank(settings, progress, signal),
      ({folder, obligors}) => `Wrote a demo bank of ${obligors} obligors to ${folder}.`
    )
  );
}
