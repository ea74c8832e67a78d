import {sqlOf} from "../sql.js";

/** The statements of a file under `sql/`, by its path without the ending. */
export function sqlFile(name: string): string {
  return sqlOf(new URL(`sql/${name}.sql`, import.meta.url));
}
