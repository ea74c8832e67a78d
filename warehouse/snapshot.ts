import {createHash, randomUUID} from "node:crypto";
import {existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
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
 */
export function publishSnapshot(
  stateFolder: string,
  manifest: Omit<RunManifest, "marts">,
  marts: readonly PublishedMart[]
): string {
  const runs = join(stateFolder, "runs");
  const draft = join(runs, `.draft-${randomUUID()}`);
  mkdirSync(join(draft, "marts"), {recursive: true});
  try {
    const described: Record<string, RunManifest["marts"][string]> = {};
    for (const {contract, columns, sql} of marts) {
      const bytes = arrowOf(columns);
      writeFileSync(join(draft, "marts", `${contract.name}.arrow`), bytes);
      described[contract.name] = {rows: columns.rowCount, sha256: sha256(bytes), sql};
    }
    writeFileSync(join(draft, "manifest.json"), `${JSON.stringify({...manifest, marts: described}, null, 2)}\n`);
    const folder = join(runs, manifest.runId);
    const replaced = join(runs, `.replaced-${randomUUID()}`);
    if (existsSync(folder)) renameSync(folder, replaced);
    renameSync(draft, folder);
    rmSync(replaced, {recursive: true, force: true});
    const pointer = join(stateFolder, `.current-${randomUUID()}`);
    writeFileSync(pointer, `${manifest.runId}\n`);
    renameSync(pointer, join(stateFolder, "current"));
    return folder;
  } finally {
    rmSync(draft, {recursive: true, force: true});
  }
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
