import {readFile} from "node:fs/promises";
import {gzipSync} from "node:zlib";
import {describe, expect, it} from "vitest";
import type {DeliveredFile} from "#loaders/formats/contract.js";
import {findTables} from "#loaders/formats/findTables.js";
import {HIGHEST_PACKING, UNSUSPECTED_BYTES} from "#loaders/formats/limits.js";
import {spool} from "#loaders/formats/spool.js";
import {withEngine} from "../../support/memoryEngine.js";
import {tarOf, zipOf} from "../../support/archives.js";
import {delivered, newFolder, readBack, spooled} from "./tables.js";

const ROWS = "a,b\n1,2\n";
const MANY = Object.fromEntries(Array.from({length: 300}, (_, at) => [`in/E${at}.csv`, `a,b\n${at},x\n`]));
const BOMB = Buffer.concat([Buffer.from(ROWS), Buffer.alloc(UNSUSPECTED_BYTES + (1 << 20), "1,2\n")]);

async function spoolAll(file: DeliveredFile): Promise<void> {
  await withEngine(async (engine) => {
    await spool(await findTables(engine, file, {}), ["a"], await newFolder());
  });
}

describe("archives", () => {
  it("read thousands of small files in one pass, in whatever order they are asked for", async () => {
    const file = await delivered("many.tar.gz", gzipSync(await tarOf(MANY)));
    await withEngine(async (engine) => {
      const tables = await findTables(engine, file, {});
      const inOrder = await spooled(engine, tables, ["a"]);
      expect(inOrder.rows.map(([, , a]) => a)).toEqual(Object.keys(MANY).map((_, at) => String(at)));
      const some = [tables[250]!, tables[3]!, tables[3]!, tables[4]!];
      expect((await spooled(engine, some, ["a"])).rows.map(([, , a]) => a)).toEqual(["250", "3", "3", "4"]);
    });
  });

  it("read entries of a zip archive by their order", async () => {
    const {rows} = await readBack(
      "x.zip",
      zipOf([
        {name: "1.csv", content: ROWS},
        {name: "2.csv", content: "a,b\n3,4\n"}
      ])
    );
    expect(rows).toEqual([
      ["0", "2", "1", "2"],
      ["1", "2", "3", "4"]
    ]);
  });

  it("tell how many bytes of the file were read", async () => {
    for (const content of [gzipSync(ROWS), await tarOf(MANY), Buffer.from(ROWS)]) {
      const file = await delivered("x", content);
      let bytes = 0;
      await withEngine(async (engine) => {
        const tables = await findTables(engine, file, {});
        await spool(tables, ["a"], await newFolder(), {onBytes: (more) => void (bytes += more)});
      });
      expect(bytes).toBe(content.length);
    }
  });

  it.each([
    ["gz", () => gzipSync(BOMB)],
    ["zip", () => zipOf([{name: "a.csv", content: BOMB}])],
    [
      "zip of many",
      () => zipOf(Array.from({length: 3}, (_, at) => ({name: `${at}.csv`, content: BOMB.subarray(0, 10 << 20)})))
    ]
  ])("are refused where they unpack to what no extract does: %s", async (_kind, content) => {
    const file = await delivered("bomb.bin", content());
    await expect(spoolAll(file)).rejects.toThrow(
      `bomb.bin: it unpacks to more than ${HIGHEST_PACKING} times its size, as no extract does; ask for the file unpacked`
    );
  });

  it("do not believe what an entry says of its size", async () => {
    const file = await delivered("lie.zip", zipOf([{name: "a.csv", content: BOMB, declaredBytes: 100}]));
    await expect(spoolAll(file)).rejects.toThrow(/^lie\.zip\/a\.csv: the archive is damaged \([^\n]*\)/);
  });

  it.each([
    ["gz", gzipSync(ROWS.repeat(1000)), 30, /x\.bin: the archive breaks off before its end; copy it again/],
    ["tar.gz", gzipSync(Buffer.alloc(10)), 5, /x\.bin: the archive/],
    ["zip", zipOf([{name: "a.csv", content: ROWS.repeat(1000)}]), 40, /x\.bin: the archive/]
  ])("are refused where they are cut off: %s", async (_kind, content, cut, sentence) => {
    await expect(spoolAll(await delivered("x.bin", content.subarray(0, content.length - cut)))).rejects.toThrow(
      sentence
    );
  });

  it("are refused where a byte of an entry is another", async () => {
    const content = zipOf([{name: "a.csv", content: ROWS.repeat(1000)}]);
    content[45]! ^= 0x10;
    await expect(spoolAll(await delivered("x.zip", content))).rejects.toThrow(
      /^x\.zip\/a\.csv: the archive is damaged/
    );
  });

  it("write nothing but segments, whatever their entries are called", async () => {
    const file = await delivered("x.zip", zipOf([{name: "../../../../tmp/evil.csv", content: ROWS}]));
    const folder = await newFolder();
    await withEngine(async (engine) => {
      const {segments} = await spool(await findTables(engine, file, {}), ["a"], folder);
      expect(segments).toHaveLength(1);
      expect(await readFile(segments[0]!, "utf8")).toBe("0,2,1\n");
      expect(segments[0]!.startsWith(folder)).toBe(true);
    });
  });
});
