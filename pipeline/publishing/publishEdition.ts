import {randomUUID} from "node:crypto";
import {cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync} from "node:fs";
import {dirname, join, resolve} from "node:path";
import {filesBelow} from "./files.js";

export interface Edition {
  /** `<observation date>-<run>`. */
  readonly name: string;
  readonly audience: string;
  /** What was built; it is moved. */
  readonly built: string;
}

/**
 * Keeps a built site as an edition of its own below `outFolder/editions`, and points
 * `outFolder/<audience>` to it in one step. Returns the edition's folder.
 */
export function publishEdition(outFolder: string, {name, audience, built}: Edition): string {
  const edition = join(outFolder, "editions", name, audience);
  mkdirSync(dirname(edition), {recursive: true});
  const draft = join(outFolder, "editions", `.draft-${randomUUID()}`);
  try {
    cpSync(built, draft, {recursive: true});
    if (!existsSync(edition) || !isSame(draft, edition)) replace(edition, draft);
    point(join(outFolder, audience), edition, join("editions", name, audience));
    return edition;
  } finally {
    rmSync(draft, {recursive: true, force: true});
  }
}

function isSame(a: string, b: string): boolean {
  const files = filesBelow(a);
  if (files.join("\n") !== filesBelow(b).join("\n")) return false;
  return files.every((file) => readFileSync(join(a, file)).equals(readFileSync(join(b, file))));
}

function replace(target: string, draft: string): void {
  const old = join(dirname(target), `.old-${randomUUID()}`);
  if (existsSync(target)) renameSync(target, old);
  renameSync(draft, target);
  rmSync(old, {recursive: true, force: true});
}

/** A relative link renamed over the old one; where links are not allowed, a junction, and last a copy. */
function point(pointer: string, edition: string, relative: string): void {
  const draft = `${pointer}.${randomUUID()}`;
  try {
    link(draft, edition, relative);
  } catch {
    cpSync(edition, draft, {recursive: true});
  }
  const isFolder = lstatSync(pointer, {throwIfNoEntry: false})?.isDirectory() === true;
  if (isFolder || process.platform === "win32") return replace(pointer, draft);
  renameSync(draft, pointer);
}

function link(path: string, edition: string, relative: string): void {
  if (process.platform === "win32") symlinkSync(resolve(edition), path, "junction");
  else symlinkSync(relative, path, "dir");
}
