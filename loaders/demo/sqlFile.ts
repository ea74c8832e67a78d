import {readFileSync} from "node:fs";

/** The text of a file under `sql/`, by its path without the ending. */
export function sqlFile(name: string): string {
  return readFileSync(new URL(`sql/${name}.sql`, import.meta.url), "utf8");
}
