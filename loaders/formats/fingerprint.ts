import {createHash} from "node:crypto";
import {fileBytes} from "./archives/fileBytes.js";
import type {DeliveredFile, ReadingOptions} from "./contract.js";

/** Size and hash of a file, in one pass. */
export async function fingerprint(
  file: DeliveredFile,
  options: ReadingOptions = {}
): Promise<{readonly bytes: number; readonly sha256: string}> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of fileBytes(file.path, options)) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return {bytes, sha256: hash.digest("hex")};
}
