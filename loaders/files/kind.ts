import {open} from "node:fs/promises";
import {UserError} from "#warehouse/engine/userError.js";

const SIGNATURES: readonly (readonly [kind: string, bytes: readonly number[]])[] = [
  ["a PNG picture", [0x89, 0x50, 0x4e, 0x47]],
  ["a JPEG picture", [0xff, 0xd8, 0xff]],
  ["a PDF document", [0x25, 0x50, 0x44, 0x46]],
  ["a zip archive or an Excel workbook", [0x50, 0x4b, 0x03, 0x04]],
  ["an old Excel workbook", [0xd0, 0xcf, 0x11, 0xe0]],
  ["a gzip archive", [0x1f, 0x8b]],
  ["a Parquet file", [0x50, 0x41, 0x52, 0x31]],
  ["text in UTF-16", [0xff, 0xfe]],
  ["text in UTF-16", [0xfe, 0xff]]
];
const HEAD_BYTES = 4096;

/** Throws a UserError when the file is empty, or its bytes are not of the kind that its name says. */
export async function checkKind(path: string, name: string): Promise<void> {
  const {head, tail} = await ends(path);
  if (
    head
      .toString("utf8")
      .replace(/^\ufeff/, "")
      .trim() === "" &&
    !head.includes(0)
  ) {
    throw new UserError(`${name}: the file is empty; export it again, or take it out of the folder`);
  }
  const kind = SIGNATURES.find(([, bytes]) => bytes.every((byte, at) => head[at] === byte))?.[0];
  if (name.endsWith(".parquet")) {
    if (kind !== "a Parquet file")
      throw otherKind(name, "Parquet", kind ?? (head.includes(0) ? "something else" : "text"));
    if (tail.toString("latin1") !== "PAR1") {
      throw new UserError(`${name}: this Parquet file breaks off before its end; copy it again`);
    }
  } else if (kind !== undefined || head.includes(0)) {
    throw otherKind(name, "CSV", kind ?? "binary data");
  }
}

function otherKind(name: string, expected: string, found: string): UserError {
  return new UserError(`${name}: expected ${expected}, but this is ${found}; export it as ${expected}, or take it out`);
}

async function ends(path: string): Promise<{head: Buffer; tail: Buffer}> {
  const file = await open(path);
  try {
    const {size} = await file.stat();
    const head = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    const tail = await file.read(Buffer.alloc(4), 0, 4, Math.max(0, size - 4));
    return {head: head.buffer.subarray(0, head.bytesRead), tail: tail.buffer.subarray(0, tail.bytesRead)};
  } finally {
    await file.close();
  }
}
