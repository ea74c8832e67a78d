import {isUtf8} from "node:buffer";
import {crc32} from "node:zlib";
import {openPromise, type Entry, type ZipFile} from "yauzl";
import {UserError} from "#warehouse/engine/userError.js";
import {textFrom} from "../text/transcode.js";
import {checkUnpacked, damaged, unpacking} from "./bounded.js";
import {checkEntries, entryName, isData, type Part} from "./part.js";

const NAME_IS_UTF8 = 0x800;

/** The files in a zip archive, in its order. They can be read in any order until the last was asked for. */
export async function* zipParts(path: string, name: string): AsyncGenerator<Part> {
  const archive = await opened(path, name);
  try {
    let entries = 0;
    let unpacked = 0;
    for await (const entry of archive.eachEntry()) {
      checkEntries(name, ++entries);
      const said = entryName(name, nameOf(entry));
      if (!isData(said)) continue;
      if (entry.isEncrypted()) {
        throw new UserError(`${name}: ${said} in it is encrypted; unpack it with its password and load what was in it`);
      }
      checkUnpacked(name, archive.fileSize, (unpacked += entry.uncompressedSize));
      const whole = `${name}/${said}`;
      const bytes = () => unpacking(entryBytes(archive, entry), whole);
      yield {name: said, isItself: false, packed: entry.compressedSize, unpacked: entry.uncompressedSize, bytes};
    }
  } catch (error) {
    throw damaged(name, error);
  } finally {
    archive.close();
  }
}

async function opened(path: string, name: string): Promise<ZipFile> {
  try {
    return await openPromise(path, {lazyEntries: true, autoClose: false, decodeStrings: false});
  } catch (error) {
    throw damaged(name, error);
  }
}

async function* entryBytes(archive: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  let sum = 0;
  for await (const piece of (await archive.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
    sum = crc32(piece, sum);
    yield piece;
  }
  if (sum !== entry.crc32) throw new Error("its checksum is another");
}

/** Chinese systems write names in their own encoding and do not say so. */
function nameOf({fileNameRaw, generalPurposeBitFlag}: Entry): string {
  const isKnown = (generalPurposeBitFlag & NAME_IS_UTF8) !== 0 || isUtf8(fileNameRaw);
  return textFrom(fileNameRaw, isKnown ? "utf-8" : "gb18030").replaceAll("\\", "/");
}
