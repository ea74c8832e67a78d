import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import type {DeliveredFile} from "#loaders/formats/contract.js";
import {DAMAGES} from "./damages.js";
import {goodFiles} from "./goodFiles.js";
import {drawsFrom, oneOf} from "./random.js";

/** A file that is not as it should be. */
export interface DamagedFile extends DeliveredFile {
  /** Place of the case; it and the seed make it again. */
  readonly index: number;
  readonly kind: string;
  /** Extract of which the good file was. */
  readonly extract: string;
}

/** Writes damaged files into a folder, one after the other; the same for the same seed. Kinds take turns. */
export async function* damagedFiles(seed: number, count: number, folder: string): AsyncGenerator<DamagedFile> {
  const good = await goodFiles();
  for (let index = 0; index < count; index++) {
    const draw = drawsFrom(seed * 1_000_003 + index);
    const {kind, suffix, content} = DAMAGES[index % DAMAGES.length]!;
    const file = oneOf(draw, good);
    const name = `${file.extract}${suffix}`;
    const path = join(folder, `${index}-${name}`);
    await writeFile(path, await content(file, draw));
    yield {index, kind, extract: file.extract, name, path};
  }
}
