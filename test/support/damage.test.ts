import {readFile} from "node:fs/promises";
import {describe, expect, it} from "vitest";
import {newFolder} from "../loaders/formats/tables.js";
import {damagedFiles} from "./damage.js";
import {DAMAGES} from "./damages.js";

async function contents(seed: number): Promise<readonly (readonly [string, Buffer])[]> {
  const files: [string, Buffer][] = [];
  for await (const {kind, path} of damagedFiles(seed, DAMAGES.length, await newFolder())) {
    files.push([kind, await readFile(path)]);
  }
  return files;
}

describe("damaged files", () => {
  it("are the same for the same seed, and others for another", async () => {
    const [once, again, other] = [await contents(3), await contents(3), await contents(4)];
    expect(again.map(([kind]) => kind)).toEqual(DAMAGES.map(({kind}) => kind));
    const differing = once.filter(([, bytes], at) => !bytes.equals(again[at]![1])).map(([kind]) => kind);
    expect(differing).toEqual([]);
    expect(once.filter(([, bytes], at) => !bytes.equals(other[at]![1])).length).toBeGreaterThan(DAMAGES.length / 2);
  });
});
