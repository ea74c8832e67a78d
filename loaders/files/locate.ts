import {readdir} from "node:fs/promises";
import {join} from "node:path";
import {literal} from "#warehouse/engine/engine.js";
import {UserError} from "#warehouse/engine/userError.js";
import type {RawFile, RawTable, Source} from "../source.js";
import {nearMiss} from "./nearMiss.js";

export interface Located {
  readonly raw: RawTable;
  readonly file: RawFile;
  readonly name: string;
  readonly path: string;
}

/**
 * The files of a source that are in the folder, in the source's order.
 *
 * Throws a UserError when there is none, when a required one is missing, when two hold the same extract, or when a
 * file seems to be misnamed: its rows would be left out in silence.
 */
export async function locate(source: Source, folder: string): Promise<Located[]> {
  const present = await namesIn(folder);
  const wanted = rawTablesOf(source).flatMap((raw) => raw.files.map((file) => ({raw, file})));
  checkMisnamed(source, folder, present);
  const located = wanted.flatMap(({raw, file}) =>
    onlyOne(file, present, folder).map((name) => ({raw, file, name, path: join(folder, name)}))
  );
  if (located.length === 0) {
    const names = wanted.map(({file}) => file.names.join(" or ")).join(", ");
    throw new UserError(`${folder}: no file of source ${source.id} is here; expected ${names}`);
  }
  const missing = wanted.filter(({file}) => file.isRequired && !located.some((found) => found.file === file));
  if (missing.length > 0) {
    const names = missing.map(({file}) => file.names.join(" or ")).join(", ");
    throw new UserError(`${folder}: ${names} of source ${source.id} is missing; put it there and load again`);
  }
  return located;
}

/** The raw tables of a source, each once, in the order in which its extracts first name them. */
export function rawTablesOf(source: Source): RawTable[] {
  return [...new Set(source.extracts.map(({raw}) => raw))];
}

/** A path as a SQL literal; the engine takes it for a pattern, so that brackets, stars and question marks are wrapped. */
export function pathLiteral(path: string): string {
  return literal(path.replace(/[[*?]/g, "[$&]"));
}

function onlyOne(file: RawFile, present: readonly string[], folder: string): string[] {
  const found = file.names.filter((name) => present.includes(name));
  if (found.length > 1) {
    throw new UserError(`${folder}: ${found.join(" and ")} are both here and hold the same extract; keep one of them`);
  }
  return found;
}

function checkMisnamed(source: Source, folder: string, present: readonly string[]): void {
  const files = rawTablesOf(source).flatMap((raw) => raw.files);
  const known = new Set(files.flatMap(({names}) => names));
  const absent = files.filter(({names}) => !names.some((name) => present.includes(name))).flatMap(({names}) => names);
  for (const name of present.filter((candidate) => !known.has(candidate))) {
    const meant = nearMiss(name, absent);
    if (meant === null) continue;
    throw new UserError(`${folder}: ${name} is no file of source ${source.id}; rename it to ${meant}, or take it out`);
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, {withFileTypes: true});
    return entries.filter((entry) => !entry.isDirectory()).map(({name}) => name);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT") throw new UserError(`${folder}: there is no such folder; name the folder with the extracts`);
    if (code === "ENOTDIR") throw new UserError(`${folder}: this is a file; name the folder with the extracts`);
    if (code === "EACCES") throw new UserError(`${folder}: this folder may not be read; ask for the right to read it`);
    throw error;
  }
}
