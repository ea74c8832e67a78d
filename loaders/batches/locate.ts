import type {Dirent} from "node:fs";
import {readdir, stat} from "node:fs/promises";
import {join} from "node:path";
import {UserError} from "#warehouse/engine/userError.js";
import {nearMiss} from "../nearMiss.js";
import type {Source, SourceExtract} from "../sources/contract.js";
import type {SizedFile} from "./batch.js";

/**
 * The files of each extract that are in the folder of a delivery, patterns in the source's order, files by name.
 *
 * Throws a UserError when there is none, when a required extract has none, or when a file seems to be misnamed: its rows would
 * be left out in silence.
 */
export async function locate(
  source: Source,
  folder: string
): Promise<ReadonlyMap<SourceExtract, readonly SizedFile[]>> {
  const names = await namesIn(folder);
  checkMisnamed(source, folder, names);
  const found = new Map<SourceExtract, readonly SizedFile[]>();
  for (const extract of source.extracts) {
    const own = extract.files.flatMap((pattern) => names.filter((name) => matches(name, pattern)));
    checkTwins(extract, own, folder);
    if (own.length > 0) found.set(extract, await sized(folder, [...new Set(own)]));
  }
  if (found.size === 0) {
    throw new UserError(`${folder}: no file of source ${source.id} is here; expected ${expected(source)}`);
  }
  const missing = source.extracts.filter((extract) => extract.isRequired && !found.has(extract));
  if (missing.length > 0) {
    const wanted = missing.map(({files}) => files.join(" or ")).join(", ");
    throw new UserError(`${folder}: ${wanted} of source ${source.id} is missing; put it there and load again`);
  }
  return found;
}

const SHOWN = 4;

/** The files that must be there, or the first that may. */
function expected({extracts}: Source): string {
  const required = extracts.filter(({isRequired}) => isRequired);
  const names = (required.length > 0 ? required : extracts).map(({files}) => files.join(" or "));
  const more = new Set(extracts.flatMap(({files}) => files)).size - SHOWN;
  const shown = [...new Set(names)].slice(0, SHOWN).join(", ");
  return more > 0 ? `${shown} and what else the source has` : shown;
}

/** Whether a path fits a pattern, in which `*` stands for anything but a slash. */
export function matches(name: string, pattern: string): boolean {
  const parts = pattern.split("*").map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, "\\$&"));
  return new RegExp(`^${parts.join("[^/]*")}$`, "u").test(name);
}

/** The same name with two endings is the same extract twice. */
function checkTwins({files}: SourceExtract, own: readonly string[], folder: string): void {
  if (files.some((pattern) => pattern.includes("*"))) return;
  const stem = (name: string) => name.replace(/(\.[a-z0-9]{1,8}){1,2}$/i, "");
  const twin = own.find((name, at) => own.some((other, place) => place < at && stem(other) === stem(name)));
  if (twin === undefined) return;
  const both = own.filter((name) => stem(name) === stem(twin)).join(" and ");
  throw new UserError(`${folder}: ${both} are both here and hold the same extract; keep one of them`);
}

function checkMisnamed({id, extracts}: Source, folder: string, names: readonly string[]): void {
  const patterns = extracts.flatMap(({files}) => files);
  const absent = patterns.filter((pattern) => !pattern.includes("*") && !names.includes(pattern));
  for (const name of names) {
    if (patterns.some((pattern) => matches(name, pattern))) continue;
    const meant = nearMiss(name, absent);
    if (meant === null) continue;
    throw new UserError(`${folder}: ${name} is no file of source ${id}; rename it to ${meant}, or take it out`);
  }
}

async function sized(folder: string, names: readonly string[]): Promise<SizedFile[]> {
  const files: SizedFile[] = [];
  for (const name of names) {
    const path = join(folder, name);
    files.push({name, path, bytes: (await stat(path)).size});
  }
  return files;
}

/** Paths of all files below the folder, in the order of their names. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await walk(folder, "")).sort((a, b) => (a < b ? -1 : 1));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT") throw new UserError(`${folder}: there is no such folder; name the folder with the extracts`);
    if (code === "ENOTDIR") throw new UserError(`${folder}: this is a file; name the folder with the extracts`);
    if (code === "EACCES") throw new UserError(`${folder}: this folder may not be read; ask for the right to read it`);
    throw error;
  }
}

async function walk(folder: string, below: string): Promise<string[]> {
  const entries: Dirent[] = await readdir(join(folder, below), {withFileTypes: true});
  const names = entries.map(async (entry) => {
    const name = below === "" ? entry.name : `${below}/${entry.name}`;
    return entry.isDirectory() ? await walk(folder, name) : [name];
  });
  return (await Promise.all(names)).flat();
}
