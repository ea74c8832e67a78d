import {createHash} from "node:crypto";
import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {fingerprint} from "#loaders/files/fingerprint.js";
import {newFolder} from "../support/smallBank.js";

describe("fingerprint", () => {
  it("hashes and counts a file of more than one piece, whatever character lies across the edge", async () => {
    const line = "企业,金额\n";
    const text = line.repeat(200_000); // 2.8 MB: 14 bytes a line, so that the 1 MiB edges cut characters
    const path = await written("big.csv", text);
    expect(await fingerprint(path, "big.csv")).toEqual({
      bytes: 2_800_000,
      sha256: createHash("sha256").update(text).digest("hex"),
      rows: 199_999
    });
  });

  it("names the line that is not UTF-8, far into the file", async () => {
    const bad = Buffer.concat([Buffer.from("a,b\n".repeat(400_000)), Buffer.from([0xff, 0x0a])]);
    const path = await written("bad.csv", bad);
    await expect(fingerprint(path, "bad.csv")).rejects.toThrow("bad.csv, line 400001: the text is not in UTF-8");
  });

  it("leaves the rows of a Parquet file to the engine", async () => {
    const path = await written("x.parquet", Buffer.from([0xff, 0x22]));
    expect(await fingerprint(path, "x.parquet")).toMatchObject({bytes: 2, rows: null});
  });
});

async function written(name: string, content: string | Buffer): Promise<string> {
  const path = join(await newFolder(), name);
  await writeFile(path, content);
  return path;
}
