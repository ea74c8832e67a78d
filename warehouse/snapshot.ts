import {createHash, randomUUID} from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync
} from "node:fs";
import {join} from "node:path";
import {columnsFor, type Audience, type TableContract} from "./contract.js";
import {arrowOf, columnsOfArrow} from "./engine/arrow.js";
import type {Columns} from "./engine/columns.js";
import {UserError} from "./engine/userError.js";
import type {RunManifest} from "./manifest.js";

/** A mart as read back: only the columns that the audience may see. */
export interface Mart {
  readonly contract: TableContract;
  readonly columns: Columns;
  readonly manifest: RunManifest;
}

export interface PublishedMart {
  readonly contract: TableContract;
  readonly columns: Columns;
  /** The SQL that made it, for the proof. */
  readonly sql: string;
}

/**
 * Publishes marts as the snapshot `runs/<run>` under `stateFolder` and makes it current in one atomic
 * step. Returns the snapshot's folder.
 *
 * A run that was published before has the same inputs, so it must have the same bytes: they are compared,
 * and the folder that readers may have open is left as it is. Throws when they differ.
 */
export function publishSnapshot(
  stateFolder: string,
  manifest: Omit<RunManifest, "marts">,
  marts: readonly PublishedMart[]
): string {
  const runs = join(stateFolder, "runs");
  mkdirSync(runs, {recursive: true});
  sweepDrafts(runs);
  const draft = mkdtempSync(join(runs, DRAFT));
  try {
    const text = writeMarts(draft, manifest, marts);
    const folder = join(runs, manifest.runId);
    if (!existsSync(folder)) renameSync(draft, folder);
    else if (readFileSync(join(folder, "manifest.json"), "utf8") !== text) {
      throw new Error(
        `run ${manifest.runId} was published before with other bytes; it does not depend on its inputs alone`
      );
    }
    const pointer = join(stateFolder, `.current-${randomUUID()}`);
    writeFileSync(pointer, `${manifest.runId}\n`);
    renameSync(pointer, join(stateFolder, "current"));
    return folder;
  } finally {
    rmSync(draft, {recursive: true, force: true});
  }
}

const DRAFT = ".draft-";

/** Drafts of runs that were killed while they published; a state folder has one writer. */
function sweepDrafts(runs: string): void {
  for (const name of readdirSync(runs)) {
    if (name.startsWith(DRAFT)) rmSync(join(runs, name), {recursive: true, force: true});
  }
}

/** Writes every mart and then the manifest, whose text it returns: the manifest holds the hash of each mart. */
function writeMarts(folder: string, manifest: Omit<RunManifest, "marts">, marts: readonly PublishedMart[]): string {
  mkdirSync(join(folder, "marts"));
  const described: Record<string, RunManifest["marts"][string]> = {};
  for (const {contract, columns, sql} of marts) {
    const bytes = arrowOf(columns);
    writeFileSync(join(folder, "marts", `${contract.name}.arrow`), bytes);
    described[contract.name] = {rows: columns.rowCount, sha256: sha256(bytes), sql};
  }
  const text = `${JSON.stringify({...manifest, marts: described}, null, 2)}\n`;
  writeFileSync(join(folder, "manifest.json"), text);
  return text;
}

/** Folder of the snapshot that readers use. Throws a UserError when nothing has been published yet. */
export function currentSnapshot(stateFolder: string): string {
  const pointer = join(stateFolder, "current");
  if (!existsSync(pointer)) {
    throw new UserError(`${stateFolder}: nothing has been published here yet; run "loanscape run" first`);
  }
  return join(stateFolder, "runs", readFileSync(pointer, "utf8").trim());
}

export function readManifest(snapshot: string): RunManifest {
  return JSON.parse(readFileSync(join(snapshot, "manifest.json"), "utf8")) as RunManifest;
}

/** Reads a published mart, keeping only what the audience may see. */
export function readMart(contract: TableContract, from: {snapshot: string; audience: Audience}): Mart {
  const file = join(from.snapshot, "marts", `${contract.name}.arrow`);
  if (!existsSync(file)) throw new UserError(`${file}: the snapshot lacks this mart; run "loanscape run" again`);
  const {rowCount, byName} = columnsOfArrow(readFileSync(file));
  const visible = columnsFor(contract, from.audience).map((name) => {
    const column = byName.get(name);
    if (column === undefined) {
      throw new UserError(`${file}: lacks ${name}; another version of Loanscape made it: run "loanscape run" again`);
    }
    return [name, column] as const;
  });
  return {contract, columns: {rowCount, byName: new Map(visible)}, manifest: readManifest(from.snapshot)};
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
