import {createWriteStream} from "node:fs";
import {Transform, type TransformCallback} from "node:stream";
import {pipeline} from "node:stream/promises";
import type {Client} from "pg";
import pgCopyStreams from "pg-copy-streams";
import type {Selection} from "./selection.js";

export interface CopyOptions {
  readonly signal?: AbortSignal | undefined;
  /** Told how many bytes came so far. */
  readonly onBytes?: (bytes: number) => void;
}

/**
 * Streams the rows into a new file of CSV in UTF-8 with a header, and syncs it to the disk. An empty field is a null, and
 * `""` an empty text. Returns the number of rows that the server says it sent, once its next answer is in.
 */
export async function copyOut(
  client: Client,
  {relation}: Selection,
  where: string,
  path: string,
  {signal, onBytes}: CopyOptions
): Promise<number> {
  const copy = client.query(
    pgCopyStreams.to(`copy (select * from ${relation} where ${where}) to stdout (format csv, header, encoding 'UTF8')`)
  );
  let bytes = 0;
  const counter = new Transform({
    transform(chunk: Buffer, _, done: TransformCallback) {
      bytes += chunk.length;
      onBytes?.(bytes);
      done(null, chunk);
    }
  });
  await pipeline(copy, counter, createWriteStream(path, {flags: "w", flush: true}), {signal: signal!});
  await client.query("select"); // the count of rows comes behind the last of them
  return copy.rowCount;
}
