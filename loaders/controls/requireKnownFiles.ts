import {UserError} from "#warehouse/engine/userError.js";
import {covers, type DeclaredControl} from "./declared.js";

/**
 * Throws a UserError where a control speaks of a file that did not come, or of files of more than one extract.
 *
 * `tables` are the names of the tables of a delivery by extract.
 */
export function requireKnownFiles(
  declared: readonly DeclaredControl[],
  tables: ReadonlyMap<string, readonly string[]>
): void {
  for (const {file, place} of declared) {
    const own = [...tables].filter(([, names]) => names.some((name) => covers(file, name))).map(([extract]) => extract);
    if (own.length === 1) continue;
    throw new UserError(
      own.length === 0
        ? `${place}: ${file} is not in the delivery; name a file that came with it: ${some([...tables.values()].flat())}`
        : `${place}: ${file} covers files of ${own.join(" and ")}; declare the totals of each by itself`
    );
  }
}

function some(names: readonly string[]): string {
  return names.length <= 10 ? names.join(", ") : `${names.slice(0, 10).join(", ")} and ${names.length - 10} more`;
}
