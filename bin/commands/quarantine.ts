import {InvalidArgumentError, type Command} from "commander";
import {exportQuarantine, listQuarantine, replay, showQuarantine} from "#pipeline/quarantine.js";
import {addSettings, perform} from "../options.js";
import {listText, shownText} from "../quarantineTexts.js";
import {count} from "../count.js";

interface OfSource {
  readonly source: string;
}

interface OfRule extends OfSource {
  readonly rule?: string;
}

/** Rows that did not load: counts, rows, a file of them, and a second try with a corrected mapping. */
export function addQuarantine(program: Command): void {
  const group = program.command("quarantine").description("rows that did not load: list, show, export, replay");
  addList(group);
  addShow(group);
  addExport(group);
  addReplay(group);
}

function addList(group: Command): void {
  const command = ofSource(group.command("list").description("how many rows broke which rule, newest batch first"));
  command.action(({source: sourceId}: OfSource) =>
    perform(command, async ({settings}) => await listQuarantine({sourceId, settings}), listText)
  );
}

function addShow(group: Command): void {
  const command = ofSource(
    group.command("show <extract>").description("rows of an extract, with what to do about them")
  )
    .option("--rule <rule>", "only rows that broke this rule")
    .option("--limit <n>", "at most so many rows", wholeNumber, 20);
  command.action((extract: string, {source: sourceId, rule, limit}: OfRule & {readonly limit: number}) =>
    perform(command, async ({settings}) => await showQuarantine({sourceId, settings, extract, rule, limit}), shownText)
  );
}

function addExport(group: Command): void {
  const command = ofSource(group.command("export").description("all of them as CSV for a spreadsheet"))
    .option("--out <file>", "file to write", "quarantine.csv")
    .option("--extract <extract>", "only rows of this extract")
    .option("--rule <rule>", "only rows that broke this rule");
  command.action(({source: sourceId, ...rest}: OfRule & {readonly out: string; readonly extract?: string}) => {
    const {out, extract, rule} = rest;
    return perform(
      command,
      async ({settings}) => await exportQuarantine({sourceId, settings, out, extract, rule}),
      ({file, rows}) => `Wrote ${count(rows)} rows to ${file}.`
    );
  });
}

function addReplay(group: Command): void {
  const command = ofSource(group.command("replay").description("load them again with the mapping as it is now"));
  command.action(({source: sourceId}: OfSource) =>
    perform(
      command,
      async ({settings, progress, now}) => await replay({sourceId, settings, progress, now}),
      ({replayed, stillQuarantined}) =>
        `Loaded ${count(replayed)} rows out of quarantine; ${count(stillQuarantined)} remain.`
    )
  );
}

function ofSource(command: Command): Command {
  command.option("--source <id>", "demo, cumcm2020c, american-bankruptcy, or the YAML file of a source", "demo");
  return addSettings(command, ["state", "threads", "memory_limit"]);
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new InvalidArgumentError("It must be a whole number from 1.");
  return Number(text);
}
