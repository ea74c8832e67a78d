import {createHash} from "node:crypto";
import {readFileSync} from "node:fs";
import type {Source, SourceExtract} from "../sources/contract.js";

/** What turns a file into rows: the mapping with what it assumes, the hints, and the columns of the contract. */
export function mappingHash(source: Source, {contract, mapping, hints}: SourceExtract): string {
  const columns = Object.entries(contract.columns).map(([name, column]) => [name, column.type, column.nullable]);
  const text = mapping.kind === "sql" ? {...mapping, file: readFileSync(mapping.file, "utf8")} : mapping;
  const assumed = mapping.kind === "sql" ? source.assumptions.map(({id, value}) => [id, value]) : [];
  return sha256(JSON.stringify([contract.name, columns, text, hints, assumed, source.currency]));
}

/** What a batch is known by: its extract with the mapping, and the bytes of its files, in whatever order they came. */
export function contentHash(mapping: string, files: readonly {readonly sha256: string}[]): string {
  return sha256([mapping, ...files.map((file) => file.sha256).sort()].join("\n"));
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
