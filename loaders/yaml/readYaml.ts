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
  const {path, message, keys} = deepest(result.error.issues[0]!);
  const place = path.length === 0 ? "" : ` ${path.join(".")}:`;
  const line = lineOf(document, [...path, ...keys.slice(0, 1)], lines);
  throw new UserError(`${file}, line ${line}:${place} ${message}`);
}

interface Finding {
  readonly path: readonly (string | number)[];
  readonly message: string;
  /** Keys that are not known. */
  readonly keys: readonly string[];
}

/** What is wrong; of several forms that a value may have, in the one that it comes nearest to. */
function deepest(issue: z.core.$ZodIssue): Finding {
  const path = issue.path as (string | number)[];
  if (issue.code === "invalid_union") {
    const inner = issue.errors.flatMap(([first]) => (first === undefined ? [] : [deepest(first)]));
    const [best] = inner.sort((a, b) => depth(b) - depth(a));
    if (best !== undefined && depth(best) > 0) return {...best, path: [...path, ...best.path]};
  }
  return {path, message: issue.message, keys: issue.code === "unrecognized_keys" ? issue.keys : []};
}

function depth({path, keys}: Finding): number {
  return path.length + keys.length;
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
