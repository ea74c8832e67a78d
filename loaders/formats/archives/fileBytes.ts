import {open} from "node:fs/promises";
import type {ReadingOptions} from "../contract.js";

const CHUNK_BYTES = 1 << 20;
/** Read behind what was the end of the file when it was opened. */
const MOST_UNFORESEEN_BYTES = 1 << 12;

/** The bytes of a file, piece by piece, the next one read ahead; stops when the signal says so. */
export async function* fileBytes(path: string, {signal, onBytes}: ReadingOptions = {}): AsyncGenerator<Buffer> {
  const file = await open(path);
  const {size} = await file.stat();
  let asked = 0;
  const read = async (): Promise<Buffer> => {
    const wanted = Math.min(CHUNK_BYTES, Math.max(size - asked, MOST_UNFORESEEN_BYTES));
    asked += wanted;
    const {buffer, bytesRead} = await file.read(Buffer.allocUnsafeSlow(wanted), 0, wanted);
    return buffer.subarray(0, bytesRead);
  };
  let ahead = read();
  try {
    for (let chunk = await ahead; chunk.length > 0; chunk = await ahead) {
      ahead = read();
      signal?.throwIfAborted();
      onBytes?.(chunk.length);
      yield chunk;
    }
  } finally {
    await ahead.catch(() => undefined);
    await file.close();
  }
}

/** Stretches of a file: each begins at one of `places`, which are shares of its size. */
export async function samplesOf(path: string, bytes: number, places: readonly number[]): Promise<Buffer[]> {
  const file = await open(path);
  try {
    const {size} = await file.stat();
    const samples: Buffer[] = [];
    for (const place of places) {
      const from = Math.floor(size * place);
      const wanted = Math.min(bytes, size - from);
      const {buffer, bytesRead} = await file.read(Buffer.alloc(wanted), 0, wanted, from);
      samples.push(buffer.subarray(0, bytesRead));
    }
    return samples;
  } finally {
    await file.close();
  }
}

/** The first bytes of what `bytes` gives; the rest is not asked for. */
export async function headOf(bytes: AsyncIterable<Buffer>, atMost: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of bytes) {
    pieces.push(piece);
    size += piece.length;
    if (size >= atMost) break;
  }
  return Buffer.concat(pieces).subarray(0, atMost);
}
