import {UserError} from "#warehouse/engine/userError.js";
import {HIGHEST_PACKING, MOST_UNPACKED_BYTES, UNSUSPECTED_BYTES} from "../limits.js";
import {reasonOf} from "../reason.js";

/** Throws a UserError when `unpacked` bytes out of `packed` ones are more than an archive of data holds. */
export function checkUnpacked(name: string, packed: number, unpacked: number): void {
  if (unpacked > UNSUSPECTED_BYTES && unpacked > packed * HIGHEST_PACKING) {
    throw new UserError(
      `${name}: it unpacks to more than ${HIGHEST_PACKING} times its size, as no extract does; ask for the file unpacked`
    );
  }
  if (unpacked > MOST_UNPACKED_BYTES) {
    const gibibytes = MOST_UNPACKED_BYTES / 2 ** 30;
    throw new UserError(`${name}: it unpacks to more than ${gibibytes} GiB; hand it over in several files`);
  }
}

/** Passes on what was unpacked, up to what is bearable for an archive of `packed` bytes. */
export async function* bounded(bytes: AsyncIterable<Buffer>, name: string, packed: number): AsyncGenerator<Buffer> {
  let unpacked = 0;
  for await (const piece of bytes) {
    unpacked += piece.length;
    checkUnpacked(name, packed, unpacked);
    yield piece;
  }
}

/** Passes on bytes; what goes wrong in unpacking them becomes a UserError that names the file. */
export async function* unpacking(bytes: AsyncIterable<Buffer>, name: string): AsyncGenerator<Buffer> {
  try {
    yield* bytes;
  } catch (error) {
    throw damaged(name, error);
  }
}

/** The UserError for an archive that cannot be unpacked; what is not the archive's fault comes back as it was. */
export function damaged(name: string, error: unknown): unknown {
  if (error instanceof UserError || !(error instanceof Error)) return error;
  if (error.name === "AbortError" || "syscall" in error) return error;
  const reason = reasonOf(error);
  if (/unexpected end|premature close|end of central directory/i.test(reason)) {
    return new UserError(`${name}: the archive breaks off before its end; copy it again`);
  }
  return new UserError(`${name}: the archive is damaged (${reason}); copy it again, or ask for a new one`);
}
