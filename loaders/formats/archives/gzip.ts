import {Readable} from "node:stream";
import {pipeline} from "node:stream";
import {createGunzip} from "node:zlib";
import {bounded, unpacking} from "./bounded.js";

const CHUNK_BYTES = 1 << 18;

/** What a gzip file of `packed` bytes holds. */
export function gunzipped(bytes: AsyncIterable<Buffer>, name: string, packed: number): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({chunkSize: CHUNK_BYTES});
  pipeline(Readable.from(bytes), gunzip, () => undefined);
  return bounded(unpacking(gunzip as AsyncIterable<Buffer>, name), name, packed);
}
