import {stat} from "node:fs/promises";
import type {DeliveredFile, ReadingOptions} from "../contract.js";
import {signatureOf} from "../signature.js";
import {fileBytes, headOf, samplesOf} from "./fileBytes.js";
import {gunzipped} from "./gzip.js";
import type {Part} from "./part.js";
import {tarParts} from "./tar.js";
import {zipParts} from "./zip.js";

const HEAD_BYTES = 512;

/** The files in a file, unpacked; one whose name is null is the file itself. Workbooks are archives too. */
export async function* partsOf(file: DeliveredFile, options: ReadingOptions = {}): AsyncGenerator<Part> {
  const [head] = await samplesOf(file.path, HEAD_BYTES, [0]);
  const signature = signatureOf(head!);
  if (signature === "zip") return yield* countedParts(zipParts(file.path, file.name), options);
  if (signature === "tar") return yield* tarParts(fileBytes(file.path, options), file.name);
  const {size: packed} = await stat(file.path);
  if (signature !== "gzip")
    return yield {name: null, isItself: true, packed, unpacked: packed, bytes: () => fileBytes(file.path, options)};
  const bytes = (reading: ReadingOptions) => gunzipped(fileBytes(file.path, reading), file.name, packed);
  if (signatureOf(await headOf(bytes({}), HEAD_BYTES)) === "tar") return yield* tarParts(bytes(options), file.name);
  yield {name: null, isItself: false, packed, unpacked: packed, bytes: () => bytes(options)};
}

/** Tells of the bytes of a part when it was read. */
async function* countedParts(parts: AsyncIterable<Part>, {signal, onBytes}: ReadingOptions): AsyncGenerator<Part> {
  for await (const part of parts) {
    const bytes = async function* () {
      for await (const piece of part.bytes()) {
        signal?.throwIfAborted();
        yield piece;
      }
      onBytes?.(part.packed);
    };
    yield {...part, bytes};
  }
}
