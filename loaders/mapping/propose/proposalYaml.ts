import type {TableContract} from "#warehouse/contract.js";
import type {Entry} from "./entry.js";
import type {Fit, Proposal} from "./propose.js";
import type {Sample} from "./sample.js";
import {yamlText} from "./yamlText.js";

const SHOWN_FITS = 3;
const POOR_FIT = 0.4;

/** The proposal as a file of a source, with reasons and open questions as comments. */
export function proposalYaml(proposal: Proposal, {file, rows, tables, others, sheet}: Sample, schema: string): string {
  const {contract, fits} = proposal;
  const day = "2020-12-31";
  return `# yaml-language-server: $schema=${schema}
# Proposed from ${shown(rows)} rows of ${comment(file)}${tables.length > 1 ? ` (${tables.length} tables)` : ""}. Nothing of it is certain: read every line.
${fits.slice(0, SHOWN_FITS).map(fitLine).join("\n")}
${othersLine(others)}id: ${idOf(file)}
name: {en: ${yamlText(file)}, zh: ${yamlText(file)}} # TODO: name the source
currency: CNY # TODO: reporting currency
calendar: {first: ${day}, last: ${day}, data_end: ${day}} # TODO: month ends of the book, and the last day of outcomes
evaluation: {kind: cross_validation, folds: 5, repeats: 10} # TODO: out_of_time where defaults are dated
consents: each_party
extracts:
${othersOf(contract)}  ${contract.name}: # ${contract.about.en} · ${contract.about.zh}
    files: [${yamlText(file)}]
${sheet === null ? "" : `    hints: {sheet: ${yamlText(sheet)}}\n`}    columns:
${columnLines(proposal)}${unusedLines(proposal)}`;
}

function othersLine(others: readonly string[]): string {
  return others.length === 0
    ? ""
    : `# Other tables in the file, to be mapped by themselves: ${others.map(comment).join(", ")}\n`;
}

function fitLine({contract, score, requiredFound, required, placed}: Fit, at: number): string {
  const found = `${requiredFound} of ${required} columns that must not be empty, ${placed} columns placed`;
  const verdict = at > 0 ? "Fits less" : score < POOR_FIT ? "No contract fits well; the nearest is" : "Fits best";
  return `# ${verdict}: ${contract}, ${Math.round(100 * score)} % (${found}).`;
}

function columnLines({contract, entries, missing}: Proposal): string {
  const lines = entries.flatMap((entry) => [...entryComments(entry), `      ${entry.target}: ${entryText(entry)}`]);
  const todo = missing.map((target) => {
    const {about, nullable} = contract.columns[target]!;
    return `      # TODO: no column found for ${target} (${about.en} · ${about.zh})${nullable ? "" : ", which must not be empty; a constant is given by value, part of the file's name by file_name"}`;
  });
  return [...lines, ...todo, ""].join("\n");
}

function entryComments({reason, open}: Entry): string[] {
  return [`      # ${comment(reason)}`, ...open.map((question) => `      # TODO: ${comment(question)}`)];
}

function entryText({mapping}: Entry): string {
  const keys = Object.keys(mapping);
  return keys.length === 1 && keys[0] === "from" ? yamlText(mapping["from"]) : yamlText(mapping);
}

function unusedLines({unused}: Proposal): string {
  return unused.length === 0 ? "" : `# Columns of the file that nothing takes: ${unused.map(comment).join(", ")}\n`;
}

/** Obligors are needed by every source, and consents where a contract rests on them. */
function othersOf({name, columns}: TableContract): string {
  const needsConsent = Object.values(columns).some(({governance}) => governance?.legalBasis === "consent");
  const others = ["consents", "obligors"].filter((other) => other !== name && (other === "obligors" || needsConsent));
  return others.map((other) => `  ${other}: {files: [${other}.csv]} # TODO: say how this comes, as below\n`).join("");
}

function idOf(file: string): string {
  const plain = file
    .replace(/^.*\//, "")
    .replace(/(\.[a-z0-9]{1,8}){1,2}$/i, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+|-+$/g, "");
  return plain === "" ? "our-bank" : plain;
}

function comment(text: string): string {
  return text.replace(/\s+/g, " ").slice(0, 400);
}

function shown(rows: number): string {
  return rows.toLocaleString("en");
}
