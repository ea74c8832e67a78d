import {isMap, isScalar, LineCounter, parseDocument, type YAMLMap} from "yaml";
import {UserError} from "#warehouse/engine/userError.js";
import type {DeclaredControl} from "./declared.js";

const PARTS = ["rows", "sums", "hash_totals"];

interface Place {
  readonly name: string;
  readonly lines: LineCounter;
}

/**
 * Controls from YAML or JSON: `{files: {"invoices.csv": {rows: 10, sums: {amount: 123.45}, hash_totals: {...}}}}`.
 *
 * Every scalar is taken as the text it was written as, so that no digit of a total is lost.
 */
export function controlsInYaml(text: string, name: string): DeclaredControl[] {
  const lines = new LineCounter();
  const document = parseDocument(text, {schema: "failsafe", lineCounter: lines});
  const at: Place = {name, lines};
  const [error] = document.errors;
  if (error !== undefined) {
    throw new UserError(`${name}, line ${lines.linePos(error.pos[0]).line}: ${error.message.split("\n")[0]}`);
  }
  return entries(document.contents, at, "the file", ["files"]).flatMap(([, files]) =>
    entries(files, at, "files").flatMap(([file, controls]) =>
      entries(controls, at, file, PARTS).flatMap(([part, value]) => controlsOf(file, part, value, at))
    )
  );
}

function controlsOf(file: string, part: string, value: unknown, at: Place): DeclaredControl[] {
  if (part === "rows") return [{file, control: "rows", column: "", ...figure(value, at, `rows of ${file}`)}];
  const control = part === "sums" ? "sum" : "hash_total";
  return entries(value, at, `${part} of ${file}`).map(([column, total]) => ({
    file,
    control,
    column,
    ...figure(total, at, `${part} of ${file}`)
  }));
}

/** The pairs of a mapping. Throws a UserError where it is none, or has a key that is not known. */
function entries(node: unknown, at: Place, what: string, known?: readonly string[]): [string, unknown][] {
  if (!isMap(node)) throw new UserError(`${placeOf(node, at)}: ${what} must hold names and what belongs to them`);
  return (node as YAMLMap<unknown, unknown>).items.map(({key, value}) => {
    const name = isScalar(key) ? String(key.value) : "";
    if (name === "" || (known !== undefined && !known.includes(name))) {
      throw new UserError(
        `${placeOf(key, at)}: ${what} has ${JSON.stringify(name)}; it may have ${known?.join(", ") ?? "names"}`
      );
    }
    return [name, value];
  });
}

function figure(node: unknown, at: Place, what: string): {declared: string; place: string} {
  const place = placeOf(node, at);
  if (!isScalar(node)) throw new UserError(`${place}: ${what} must be a number`);
  return {declared: String(node.value), place};
}

function placeOf(node: unknown, {name, lines}: Place): string {
  const range = (node as {range?: [number, number, number] | null} | null)?.range;
  return range === undefined || range === null ? name : `${name}, line ${lines.linePos(range[0]).line}`;
}
