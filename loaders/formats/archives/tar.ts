import {pipeline, Readable} from "node:stream";
import {extract} from "tar-stream";
import {damaged, unpacking} from "./bounded.js";
import {checkEntries, entryName, isData, type Part} from "./part.js";

/** The files in a tar archive, in its order. Each can be read until the next is asked for. */
export async function* tarParts(bytes: AsyncIterable<Buffer>, name: string): AsyncGenerator<Part> {
  const archive = extract();
  pipeline(Readable.from(bytes), archive as unknown as NodeJS.WritableStream, () => undefined);
  let entries = 0;
  try {
    for await (const entry of archive) {
      checkEntries(name, ++entries);
      const content = entry[Symbol.asyncIterator]() as AsyncIterator<Buffer, unknown>;
      const said = entryName(name, entry.header.name);
      if (entry.header.type === "file" && isData(said)) {
        const packed = entry.header.size ?? 0;
        yield {
          name: said,
          isItself: false,
          packed,
          unpacked: packed,
          bytes: () => unpacking(restOf(content), name)
        };
      }
      for await (const piece of restOf(content)) void piece;
    }
  } catch (error) {
    throw damaged(name, error);
  }
}

/** What is left in an iterator. Whoever stops early leaves the rest in it: the archive goes on behind an entry's last byte. */
async function* restOf(content: AsyncIterator<Buffer, unknown>): AsyncGenerator<Buffer> {
  for (let next = await content.next(); next.done !== true; next = await content.next()) yield next.value;
}
