import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {UserError} from "#warehouse/engine/userError.js";
import {decimalOf} from "./decimal.js";
import type {DeclaredControl} from "./declared.js";
import {controlsInCsv} from "./inCsv.js";
import {controlsInYaml} from "./inYaml.js";

/** Names under which the totals of a delivery may lie in its folder. */
export const CONTROL_FILES = ["controls.yaml", "controls.yml", "controls.json", "controls.csv"] as const;

/**
 * The totals that came with a delivery; none where no file of that name lies in its folder.
 *
 * Throws a UserError where there is more than one file of controls, where it cannot be read, or where it says
 * something that is no control.
 */
export function readControls(folder: string): DeclaredControl[] {
  const names = CONTROL_FILES.filter((name) => existsSync(join(folder, name)));
  const [name] = names;
  if (name === undefined) return [];
  if (names.length > 1) throw new UserError(`${names.join(" and ")}: keep one file of control totals in ${folder}`);
  const text = textOf(join(folder, name), name);
  const controls = name.endsWith(".csv") ? controlsInCsv(text, name) : controlsInYaml(text, name);
  for (const control of controls) requireNumber(control);
  requireOnce(controls);
  return controls;
}

function requireNumber({control, declared, place}: DeclaredControl): void {
  const number = decimalOf(declared);
  if (number === null) {
    throw new UserError(`${place}: ${JSON.stringify(declared)} is no number; write control totals as 1234.56`);
  }
  if (control !== "sum" && (number.scale > 0 || number.units < 0n)) {
    throw new UserError(`${place}: ${JSON.stringify(declared)} will not do; a ${control} is a whole number from 0`);
  }
}

function requireOnce(controls: readonly DeclaredControl[]): void {
  const seen = new Set<string>();
  for (const {file, control, column, place} of controls) {
    const key = JSON.stringify([file, control, column]);
    if (seen.has(key)) throw new UserError(`${place}: the ${control} of ${file} ${column} stands twice; keep one`);
    seen.add(key);
  }
}

/** UTF-8, or GB18030 where it is not. */
function textOf(path: string, name: string): string {
  try {
    const bytes = readFileSync(path);
    try {
      return new TextDecoder("utf-8", {fatal: true}).decode(bytes);
    } catch {
      return new TextDecoder("gb18030").decode(bytes);
    }
  } catch {
    throw new UserError(`${name}: cannot be read; check that you may read ${path}`);
  }
}
