import {createHash} from "node:crypto";
import {readdirSync, readFileSync} from "node:fs";
import {join, relative} from "node:path";
import {PROJECT_FOLDER} from "../settings/projectFolder.js";

const CODE = ["bin", "loaders", "warehouse", "models", "pipeline", "src", "data/reference"];

/** First 16 hex digits of a SHA-256 over every file that the results depend on: names and contents, in order. */
export function codeVersion(): string {
  const hash = createHash("sha256");
  for (const folder of CODE) {
    for (const file of filesBelow(join(PROJECT_FOLDER, folder))) {
      hash
        .update(`${relative(PROJECT_FOLDER, file).replaceAll("\\", "/")}\0`)
        .update(readFileSync(file))
        .update("\0");
    }
  }
  hash.update(readFileSync(join(PROJECT_FOLDER, "package-lock.json")));
  return hash.digest("hex").slice(0, 16);
}

function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, {withFileTypes: true}).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    if (entry.name.startsWith(".")) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}
