import type {Command} from "commander";
import {newFeature, type NewFeature} from "#pipeline/features/newFeature.js";
import {perform} from "../options.js";

/** A feature table of one's own: the files that it needs, with a working example in them. */
export function addFeature(program: Command): void {
  const group = program.command("feature").description("a feature table of your own: new");
  const command = group
    .command("new")
    .argument("<name>", "what it is about, such as order_delays; feat_ is put before it")
    .description("write the SQL, the contract and the test of a feature table, for you to go on from")
    .option("--json", "one JSON document on stdout");
  command.action((name: string) => perform(command, () => Promise.resolve(newFeature(name)), newText));
}

function newText({table, files, next}: NewFeature): string {
  return [
    `Wrote ${table}:`,
    ...files.map((file) => `  ${file}`),
    "Next:",
    ...next.map((step, at) => `  ${at + 1}. ${step}`)
  ].join("\n");
}
