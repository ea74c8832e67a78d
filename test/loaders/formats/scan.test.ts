import {createHash} from "node:crypto";
import {appendFile, readFile} from "node:fs/promises";
import {gzipSync} from "node:zlib";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {FoundTable} from "#loaders/formats/contract.js";
import {fingerprint} from "#loaders/formats/fingerprint.js";
import {mayBePlain, rawLines, scan} from "#loaders/formats/plain.js";
import {rowsOf} from "#warehouse/engine/columns.js";
import {withEngine} from "../../support/memoryEngine.js";
import {delivered, found, spooled} from "./tables.js";

const MARK = "\ufeff";

async function table(content: string | Buffer, delimiter = ","): Promise<FoundTable> {
  const file = await delivered("t.csv", content);
  const form = {encoding: "utf-8", delimiter, quote: '"', headerRow: 1, headerRows: 1} as const;
  const columns = ["a", "b"].map((name) => ({name, type: "varchar"}));
  return {name: "t.csv", file, part: null, format: "csv", columns, form};
}

const isPlain = async (content: string | Buffer, delimiter = ",") =>
  (await scan(await table(content, delimiter))).isPlain;

describe("scan", () => {
  it.each([
    ["a,b\n1,2\n3,4\n"],
    ["a,b\r\n1,2\r\n3,4\r\n"],
    ["a,b\n1,2\n3,4"],
    [`${MARK}a,b\n1,二\n`],
    ['a,b\n"1","2, ""x"""\n"",4\n'],
    ["a,b\n1 2,2020-01-01 10:00\n"],
    ["a,b\n1,二\u3000三\n"],
    ["a,b\n1\n2,3,4\n"],
    ['a,b\n1,\n"1,2",\n1,""\n'],
    ["a,b\r\n1,\r\n,\r\n"],
    ["a,b"]
  ])("takes %j for plain", async (content) => {
    expect(await isPlain(content)).toBe(true);
  });

  it.each([
    ["a blank line", "a,b\n1,2\n\n3,4\n"],
    ["a blank line at the end", "a,b\r\n1,2\r\n\r\n"],
    ["two kinds of line ends", "a,b\n1,2\r\n3,4\n"],
    ["a lone carriage return", "a,b\n1\r,2\n"],
    ["old line ends", "a,b\r1,2\r"],
    ["a NUL", "a,b\n1,\0\n"],
    ["other bytes than UTF-8", Buffer.from([0x61, 0x2c, 0x62, 0x0a, 0xff, 0x2c, 0x31])],
    ["a character that is cut off", Buffer.from("a,b\n1,二").subarray(0, -1)],
    ["a quote inside a field", 'a,b\n5",2\n'],
    ["a quote that never closes", 'a,b\n1,"2\n'],
    ["a line end in quotes", 'a,b\n1,"2\n3"\n'],
    ["text behind a quote", 'a,b\n1,"2"x\n'],
    ["a blank at the end", "a,b\n1,2 "],
    ["a blank before a delimiter", "a,b\n1 ,2\n"],
    ["a blank behind a delimiter", "a,b\n1, 2\n"],
    ["a tab at the end of a line", "a,b\n1,2\t\n"],
    ["a blank at the beginning", " a,b\n1,2\n"],
    ["a blank inside quotes at the edge", 'a,b\n1," 2"\n'],
    ["a blank inside quotes at the end", 'a,b\n1,"2 "\n'],
    ["a wide blank at an edge", "a,b\n1,二\u3000\n"],
    ["a byte order mark below", `a,b\n1,2\n${MARK}3,4\n`],
    ["a header of another width", "a,b,c\n1,2\n"],
    ["an empty field too many", "a,b\n1,2,\n3,4\n"],
    ["an empty field too many before a Windows line end", "a,b\r\n1,2,\r\n3,4\r\n"],
    ["an empty field too many in quotes", 'a,b\n1,2,""\n3,4\n'],
    ["an empty field too many at the end", 'a,b\n3,4\n1,2,""']
  ])("does not take %s for plain", async (_what, content) => {
    expect(await isPlain(content)).toBe(false);
  });

  it("takes tabs between fields for what they are", async () => {
    expect(await isPlain("a\tb\n1\t2\n", "\t")).toBe(true);
    expect(await isPlain("a\tb\n1 \t2\n", "\t")).toBe(false);
  });

  it("counts records, bytes and hash over many pieces", async () => {
    const line = "企业,金额\n"; // 14 bytes a line, so that the edges of pieces cut characters
    const text = line.repeat(200_000);
    const sha256 = createHash("sha256").update(text).digest("hex");
    const big = await table(text);
    expect(await scan(big)).toEqual({
      bytes: 2_800_000,
      sha256,
      records: 199_999,
      marks: Array.from({length: 196}, (_, mark) => mark * 1024 * 14),
      isPlain: true
    });
    expect(await fingerprint(big.file)).toEqual({bytes: 2_800_000, sha256});
    await appendFile(big.file.path, " ");
    expect(await scan(big)).toMatchObject({records: 200_000, isPlain: false});
  });

  it("sees at the edge of a piece what it sees inside one", async () => {
    const edge = 1 << 20;
    const at = (offset: number, text: string) => `a,b\n${"x".repeat(edge - 9 - offset)}\n1,2\n${text}3,4\n`.slice(0);
    for (const fault of [" ,", ", ", "\n\n", "\r,", '"x"y,', '"x\n",']) {
      for (let offset = 0; offset < 6; offset++) {
        const text = at(offset, "").replace("3,4\n", `z${fault}4\n`);
        expect([fault, offset, await isPlain(text)]).toEqual([fault, offset, false]);
      }
    }
    for (let offset = 0; offset < 6; offset++)
      expect(await isPlain(at(offset, '"x","二"\r\n'.replace("\r", "")))).toBe(true);
  });

  it("says that a file is plain only if the engine reads the same from it as from its spool", async () => {
    const piece = fc.constantFrom(
      "1",
      "二",
      " ",
      "\u3000",
      ",",
      '"',
      '""',
      '","',
      "\n",
      "\r\n",
      "\r",
      "x y",
      "\0",
      "\t",
      MARK
    );
    const cell = fc.constantFrom("1", "二", "x y", '"q"', '"a, ""b"""', "");
    const good = fc.array(fc.tuple(cell, cell).map((cells) => `${cells.join(",")}\n`));
    const text = fc.oneof(fc.array(piece, {maxLength: 12}), good).map((pieces) => pieces.join(""));
    let plain = 0;
    await withEngine(async (engine) => {
      await fc.assert(
        fc.asyncProperty(text, async (content) => {
          const given = await table(`a,b\n${content}`);
          const {isPlain: is, records} = await scan(given);
          if (!is) return;
          plain++;
          const read = await engine.columns(
            `from read_csv('${given.file.path}', auto_detect = false, header = true, delim = ',', quote = '"', escape = '"',
              encoding = 'utf-8', store_rejects = true, rejects_limit = 0, columns = {a: 'varchar', b: 'varchar'})`
          );
          const rejected = await engine.columns("select distinct line from reject_errors");
          await engine.run("drop table if exists reject_errors; drop table if exists reject_scans");
          const {rows, defects} = await spooled(engine, [given], ["a", "b"]);
          expect(rowsOf(read).map((row) => Object.values(row))).toEqual(rows.map(([, , ...fields]) => fields));
          expect(rowsOf(rejected)).toHaveLength(defects.length);
          expect(records).toBe(rows.length + defects.length);
        }),
        {numRuns: 300}
      );
    });
    expect(plain).toBeGreaterThan(30);
  });
});

describe("mayBePlain", () => {
  it("holds for text in UTF-8 that lies in the folder as it is", async () => {
    expect(mayBePlain((await found("t.csv", `${MARK}a,b\n1,2\n`))[0]!)).toBe(true);
    expect(mayBePlain((await found("t.csv", "title\n\na,b\n1,2\n"))[0]!)).toBe(false);
    expect(mayBePlain((await found("t.csv", gzipSync("a,b\n1,2\n")))[0]!)).toBe(false);
    expect(mayBePlain((await found("t.csv", Buffer.from("\ufeffa,b\n1,2\n", "utf16le")))[0]!)).toBe(false);
    expect(mayBePlain((await found("t.jsonl", '{"a":1}\n'))[0]!)).toBe(false);
  });
});

describe("rawLines", () => {
  it("gives lines as they stand, without their ends, and none that is not there", async () => {
    const given = await table(`${MARK}a,b\r\n1,"二"\r\n${"x,y\r\n".repeat(400_000)}last,`);
    const {marks} = await scan(given);
    expect(await rawLines(given.file.path, marks, [400_003, 2, 1, 2, 400_002, 400_004, 9_999_999])).toEqual(
      new Map([
        [1, "a,b"],
        [2, '1,"二"'],
        [400_002, "x,y"],
        [400_003, "last,"]
      ])
    );
    expect(await readFile(given.file.path, "utf8")).toContain("last,");
  });

  it("finds each line on both sides of every mark", async () => {
    const lines = Array.from({length: 3_073}, (_, at) => `${at + 1},${"x".repeat(at % 7)}`);
    const given = await table(`${lines.join("\n")}\n`);
    const all = lines.map((_, at) => at + 1);
    const found = await rawLines(given.file.path, (await scan(given)).marks, all);
    expect([...found]).toEqual(lines.map((line, at) => [at + 1, line]));
  });
});
