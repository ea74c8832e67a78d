import {appendFileSync, existsSync, mkdirSync, readFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {UserError} from "#warehouse/engine/userError.js";
import {sha256} from "./jsonFiles.js";

/** One reading of a test sample: which model, on which rows, with what result. */
export interface Reading {
  /** From 1, over all test samples. */
  readonly number: number;
  readonly at: string;
  readonly experiment: string;
  /** Hash of the test rows: who and when, whatever features a model takes from them. */
  readonly testHash: string;
  /** How often these rows had been read before: choices made since may know them. */
  readonly before: number;
  readonly observations: number;
  readonly events: number;
  readonly auc: number | null;
  /** SHA-256 of the line before; of nothing for the first. A line that was changed or taken out breaks the chain. */
  readonly previous: string;
}

const fileOf = (registry: string) => join(registry, "readings.jsonl");

/** Adds a reading to the log, which only grows. */
export function logReading(registry: string, reading: Omit<Reading, "number" | "before" | "previous">): Reading {
  const earlier = readingsIn(registry);
  const {lines, isEnded} = logOf(registry);
  const full: Reading = {
    number: earlier.length + 1,
    ...reading,
    before: earlier.filter(({testHash}) => testHash === reading.testHash).length,
    previous: sha256(lines.at(-1) ?? "")
  };
  mkdirSync(dirname(fileOf(registry)), {recursive: true});
  appendFileSync(fileOf(registry), `${isEnded ? "" : "\n"}${JSON.stringify(full)}\n`);
  return full;
}

/** Every reading, in order. Throws a UserError where the chain of the log is broken. */
export function readingsIn(registry: string): Reading[] {
  const {lines} = logOf(registry);
  return lines.map((line, index) => {
    const reading = readingOf(line);
    if (reading?.number === index + 1 && reading.previous === sha256(lines[index - 1] ?? "")) return reading;
    throw new UserError(
      `${fileOf(registry)}, line ${index + 1}: does not follow the line before it; the log was changed: restore it from a copy`
    );
  });
}

/** Null where the line is no JSON: it was cut. */
function readingOf(line: string): Reading | null {
  try {
    return JSON.parse(line) as Reading;
  } catch {
    return null;
  }
}

function logOf(registry: string): {readonly lines: readonly string[]; readonly isEnded: boolean} {
  const file = fileOf(registry);
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  return {lines: text.split("\n").filter((line) => line !== ""), isEnded: text === "" || text.endsWith("\n")};
}
