import {closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {stringify} from "yaml";
import type {Totals} from "./totals.js";

const CONTROLS = "controls.yaml";

/** Where a file of a delivery is written until all of them are there. */
export function partOf(folder: string, name: string): string {
  return join(folder, `${name}.part`);
}

/** Removes what a pull that did not end left behind. */
export function removeParts(folder: string, names: readonly string[]): void {
  for (const name of [...names, CONTROLS]) rmSync(partOf(folder, name), {force: true});
}

/**
 * Makes the files of a pull a delivery, with the server's totals of each. `controls.yaml` goes first and comes last: a
 * folder that has it holds one whole pull.
 */
export function publish(folder: string, totals: ReadonlyMap<string, Totals>): void {
  const files = [...totals].map(([name, {rows, sums}]) => [name, {rows, sums, hash_totals: {}}]);
  writeFileSync(partOf(folder, CONTROLS), stringify({files: Object.fromEntries(files)}, {version: "1.1"}), {
    flush: true
  });
  rmSync(join(folder, CONTROLS), {force: true});
  for (const name of [...totals.keys(), CONTROLS]) {
    if (name === CONTROLS) syncFolder(folder);
    renameSync(partOf(folder, name), join(folder, name));
  }
  syncFolder(folder);
}

function syncFolder(folder: string): void {
  if (process.platform === "win32") return; // folders cannot be opened there
  const opened = openSync(folder, "r");
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
