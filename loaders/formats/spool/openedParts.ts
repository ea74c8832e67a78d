import type {Part} from "../archives/part.js";
import {partsOf} from "../archives/parts.js";
import type {DeliveredFile, FoundTable, ReadingOptions} from "../contract.js";

/** Opens parts of archives; parts asked for in the order of their archive are read in one pass through it. */
export interface OpenedParts {
  bytesOf(table: FoundTable): Promise<AsyncIterable<Buffer>>;
  close(): Promise<void>;
}

export function openedParts(options: ReadingOptions): OpenedParts {
  let open: {readonly file: DeliveredFile; readonly parts: AsyncGenerator<Part>} | null = null;
  const close = async () => {
    await open?.parts.return(undefined);
    open = null;
  };
  const reopened = async (file: DeliveredFile) => {
    await close();
    return (open = {file, parts: partsOf(file, options)});
  };
  return {
    async bytesOf({name, file, part}) {
      const isAhead = open?.file.path === file.path;
      const parts = isAhead ? open!.parts : (await reopened(file)).parts;
      const found = (await next(parts, part)) ?? (isAhead ? await next((await reopened(file)).parts, part) : null);
      if (found === null) throw new Error(`${name}: it was in the archive before, and is no more`);
      return found.bytes();
    },
    close
  };
}

async function next(parts: AsyncGenerator<Part>, name: string | null): Promise<Part | null> {
  for (let {value, done} = await parts.next(); done !== true; {value, done} = await parts.next()) {
    if (value!.name === name) return value!;
  }
  return null;
}
