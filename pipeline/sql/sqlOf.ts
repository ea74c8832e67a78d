import {readFileSync} from "node:fs";

/** The query in `<name>.sql` of this folder. */
export function sqlOf(name: string): string {
  return readFileSync(new URL(`./${name}.sql`, import.meta.url), "utf8");
}
