import {isUtf8} from "node:buffer";
import type {Encoding} from "../contract.js";

/** Bytes of one unit of an encoding: line ends are looked for at multiples of it. */
export function unitOf(encoding: Encoding): 1 | 2 {
  return encoding === "utf-16le" || encoding === "utf-16be" ? 2 : 1;
}

/** The bytes of an ASCII character in an encoding. */
export function asciiIn(encoding: Encoding, byte: number): Buffer {
  if (encoding === "utf-16le") return Buffer.of(byte, 0);
  if (encoding === "utf-16be") return Buffer.of(0, byte);
  return Buffer.of(byte);
}

/** Text in UTF-8, or null where a byte sequence means nothing in its encoding. */
export function utf8From(bytes: Buffer, encoding: Encoding): Buffer | null {
  if (encoding === "utf-8") return isUtf8(bytes) ? bytes : null;
  try {
    return Buffer.from(decoder(encoding, true).decode(bytes));
  } catch {
    return null;
  }
}

/** Text with U+FFFD in the place of what means nothing. */
export function textFrom(bytes: Buffer, encoding: Encoding): string {
  return decoder(encoding, false).decode(bytes);
}

const decoders = new Map<string, InstanceType<typeof TextDecoder>>();

function decoder(encoding: Encoding, fatal: boolean): InstanceType<typeof TextDecoder> {
  const key = `${encoding} ${fatal}`;
  const known = decoders.get(key) ?? new TextDecoder(encoding, {fatal, ignoreBOM: true});
  decoders.set(key, known);
  return known;
}
