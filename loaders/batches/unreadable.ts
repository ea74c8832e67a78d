import {UserError} from "#warehouse/engine/userError.js";
import {reasonOf} from "../formats/reason.js";

/** What the engine said of a file, in one sentence. What is not the file's fault comes back as it was. */
export function unreadable(name: string, error: unknown): unknown {
  if (error instanceof UserError) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (!/^(Invalid Input|Conversion|IO|Out of Range|Parquet|Serialization|Corrupt|Invalid) /i.test(message))
    return error;
  return new UserError(`${name}: the file cannot be read (${reasonOf(error)}); export it again`);
}
