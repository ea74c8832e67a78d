import {sourceOf} from "#loaders/source.js";
import {UserError} from "#warehouse/engine/userError.js";

/** Id of the source that a spec names by id or by file; null where there is no such source any more. */
export function sourceIdOf(named: string): string | null {
  try {
    return sourceOf(named).id;
  } catch (error) {
    if (error instanceof UserError || (error as {code?: string}).code === "ENOENT") return null;
    throw error;
  }
}
