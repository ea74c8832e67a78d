import {readFileSync} from "node:fs";
import {LineCounter, parseDocument, type Document} from "yaml";
import type {z} from "zod";
import {UserError} from "#warehouse/engine/userError.js";

/**
 * Reads a YAML file and checks it against a schema.
 *
 * Throws a UserError naming file, line, place, value and rule of the first thing that is wrong.
 */
export function readYaml<S extends z.ZodType>(file: string, schema: S): z.infer<S> {
  const lines = new LineCounter();
  const document = parseDocument(contentOf(file), {lineCounter: lines});
  const [syntax] = document.errors;
  if (syntax !== undefined) {
    const message = syntax.message.split("\n")[0]!.replace(/ at line \d+, column \d+:?$/, "");
    throw new UserError(`${file}, line ${lines.linePos(syntax.pos[0]).line}: not valid YAML: ${message}`);
  }
  const result = schema.safeParse(document.toJS() ?? {});
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path = (issue?.path ?? []) as (string | number)[];
  const place = path.length === 0 ? "" : ` ${path.join(".")}:`;
  throw new UserError(`${file}, line ${lineOf(document, path, lines)}:${place} ${issue?.message ?? "does not fit"}`);
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new UserError(`${file}: cannot be read; check that it is there and that you may read it`);
  }
}

/** Line of the deepest part of the path that the file has. */
function lineOf(document: Document, path: readonly (string | number)[], lines: LineCounter): number {
  for (let depth = path.length; depth > 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true) as {range?: [number, number, number]} | undefined;
    if (node?.range !== undefined && node.range !== null) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
