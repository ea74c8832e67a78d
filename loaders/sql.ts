import {readFileSync} from "node:fs";
import {literal} from "#warehouse/engine/engine.js";

/** A statement kept in a file, with literals in the place of its `$names`. Throws on a name without a value. */
export function sqlOf(file: URL, values: ReadonlyMap<string, number | string> = new Map()): string {
  return readFileSync(file, "utf8").replace(/\$([a-z_]+)/g, (_, name: string) => {
    const value = values.get(name);
    if (value === undefined) throw new Error(`${file.pathname}: $${name} has no value`);
    return typeof value === "number" ? String(value) : literal(value);
  });
}
