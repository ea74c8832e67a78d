import type {Command} from "commander";
import {proposeMapping, type ProposedMapping} from "#pipeline/map.js";
import {perform} from "../options.js";

export function addMap(program: Command): void {
  const command = program
    .command("map")
    .argument("<file>", "a file as the bank hands it over: CSV, JSON Lines, Parquet, XLSX, or an archive of them")
    .description("propose a mapping of a file onto an extract contract, for a person to correct")
    .option("--contract <name>", "the contract, where the one that fits best is not the right one")
    .option("--out <file>", "write the mapping there instead of showing it")
    .option("--json", "one JSON document on stdout");
  command.action((file: string, {contract, out}: {contract?: string; out?: string}) =>
    perform(
      command,
      () => proposeMapping({file, ...(contract === undefined ? {} : {contract}), ...(out === undefined ? {} : {out})}),
      textOf
    )
  );
}

function textOf({contract, columns, missing, yaml, out}: ProposedMapping): string {
  if (out === null) return yaml.trimEnd();
  const open = missing.length === 0 ? "" : ` Nothing was found for ${missing.join(", ")}.`;
  return `Wrote a mapping of ${Object.keys(columns).length} columns onto ${contract} to ${out}.${open} Read every line before you use it.`;
}
