import {appendFileSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {sha256} from "#pipeline/lab/jsonFiles.js";
import {logReading, readingsIn} from "#pipeline/lab/readings.js";
import {ownFolder} from "../../support/smallBank.js";

const reading = (experiment: string, testHash: string) => ({
  at: "2026-01-31T12:00:00.000Z",
  experiment,
  testHash,
  observations: 100,
  events: 5,
  auc: 0.8
});

/** A log of four readings: rows A, B, A, A. */
function logged(): {registry: string; file: string; lines: string[]} {
  const registry = ownFolder("readings");
  for (const [model, rows] of [
    ["m1", "A"],
    ["m2", "B"],
    ["m3", "A"],
    ["m1", "A"]
  ] as const)
    logReading(registry, reading(model, rows));
  const file = join(registry, "readings.jsonl");
  return {registry, file, lines: readFileSync(file, "utf8").trimEnd().split("\n")};
}

describe("the log of readings", () => {
  it("is empty before the first", () => {
    expect(readingsIn(ownFolder("readings"))).toEqual([]);
  });

  it("numbers readings, counts those of the same rows before, and chains each line to the one before it", () => {
    const {registry, lines} = logged();
    const found = readingsIn(registry);
    expect(found.map(({number, before}) => [number, before])).toEqual([
      [1, 0],
      [2, 0],
      [3, 1],
      [4, 2]
    ]);
    expect(found.map(({previous}) => previous)).toEqual(["", ...lines.slice(0, -1)].map(sha256));
  });

  it.each([
    ["a changed figure", (lines: string[]) => lines.with(1, lines[1]!.replace("0.8", "0.9")), 3],
    ["a line taken out", (lines: string[]) => lines.toSpliced(1, 1), 2],
    ["the first line taken out", (lines: string[]) => lines.slice(1), 1],
    ["two lines that changed places", (lines: string[]) => [lines[1]!, lines[0]!, ...lines.slice(2)], 1],
    ["a line put in", (lines: string[]) => lines.toSpliced(2, 0, lines[1]!), 3],
    ["a line that was cut", (lines: string[]) => lines.with(3, lines[3]!.slice(0, 40)), 4]
  ])("refuses %s, with file and line", (_, change, line) => {
    const {registry, file, lines} = logged();
    writeFileSync(file, `${change(lines).join("\n")}\n`);
    const refusal = `${file}, line ${line}: does not follow the line before it; the log was changed: restore it from a copy`;
    expect(() => readingsIn(registry)).toThrow(refusal);
    expect(() => logReading(registry, reading("m4", "B"))).toThrow(refusal);
  });

  it("goes on after a last line whose end was lost, and after an empty one", () => {
    for (const text of [(lines: string[]) => lines.join("\n"), (lines: string[]) => `${lines.join("\n")}\n\n`]) {
      const {registry, file, lines} = logged();
      writeFileSync(file, text(lines));
      expect(logReading(registry, reading("m4", "B"))).toMatchObject({number: 5, before: 1});
      expect(readingsIn(registry)).toHaveLength(5);
    }
  });

  it("grows only: what stood there stays, byte for byte", () => {
    const {registry, file} = logged();
    const before = readFileSync(file, "utf8");
    logReading(registry, reading("m4", "C"));
    expect(readFileSync(file, "utf8").startsWith(before)).toBe(true);
    appendFileSync(file, "");
  });
});
