import {createHash} from "node:crypto";
import {readFileSync, renameSync, writeFileSync} from "node:fs";

/** JSON with keys in order, so that equal values give equal texts. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner
  );
}

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** JSON for a file that people may open. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

export function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, "utf8")) as T;
}

/** Writes a file whole or not at all: a kill leaves what was there. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const draft = `${file}.part`;
  writeFileSync(draft, content);
  renameSync(draft, file);
}
