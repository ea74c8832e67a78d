import {UserError} from "#warehouse/engine/userError.js";
import {MOST_ENTRIES} from "../limits.js";

/** A file, or a file in an archive. */
export interface Part {
  /** Null where the file is no archive of several. */
  readonly name: string | null;
  /** Whether its bytes are those of the file. */
  readonly isItself: boolean;
  /** Bytes that it takes where it lies. */
  readonly packed: number;
  /** Bytes that it says it takes unpacked, where it says so. */
  readonly unpacked: number;
  readonly bytes: () => AsyncIterable<Buffer>;
}

/** Whether an entry is more than what operating systems leave behind in archives. */
export function isData(entry: string): boolean {
  const path = entry.split("/");
  return !path.includes("__MACOSX") && !path.at(-1)!.startsWith(".") && path.at(-1) !== "";
}

export function checkEntries(name: string, entries: number): void {
  if (entries <= MOST_ENTRIES) return;
  throw new UserError(`${name}: the archive holds more than ${MOST_ENTRIES} files; hand them over in several archives`);
}

const LONGEST_NAME = 200;
const CONTROL_CHARACTERS = /[\p{Cc}\u2028\u2029]/gu;

/** An entry's name as a sentence can bear it. */
export function entryName(archive: string, said: string): string {
  if (said.length > LONGEST_NAME) {
    throw new UserError(`${archive}: a name in the archive has more than ${LONGEST_NAME} characters; pack it again`);
  }
  return said.replace(CONTROL_CHARACTERS, "\ufffd").toWellFormed();
}
