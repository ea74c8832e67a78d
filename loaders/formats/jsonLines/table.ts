import {UserError} from "#warehouse/engine/userError.js";
import {textColumns} from "../columnNames.js";
import type {DeliveredFile, FoundTable} from "../contract.js";
import type {TextSample} from "../text/separated.js";
import {objectIn} from "./object.js";

/** Whether the first lines with something in them are JSON objects. */
export function looksLikeJsonLines(text: string): boolean {
  const lines = linesOf(text).slice(0, 5);
  return lines.length > 0 && lines[0]!.startsWith("{") && lines.some((line) => objectIn(line) !== null);
}

/** The table in JSON Lines; its columns are the members of the objects in the sample, in the order in which they turn up. */
export function jsonLinesTable(name: string, file: DeliveredFile, part: string | null, sample: TextSample): FoundTable {
  const members = new Set<string>();
  for (const line of linesOf(sample.text)) for (const member of Object.keys(objectIn(line) ?? {})) members.add(member);
  if (members.size === 0) throw new UserError(`${name}: the objects in this file have no members; export it again`);
  const form = {encoding: sample.encoding, delimiter: ",", quote: '"', headerRow: 1, headerRows: 0};
  return {name, file, part, format: "jsonl", columns: textColumns(name, [...members]), form};
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== "");
}
