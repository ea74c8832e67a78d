import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {ENCODINGS, type Encoding} from "#loaders/formats/contract.js";
import {fileBytes} from "#loaders/formats/archives/fileBytes.js";
import {findTables} from "#loaders/formats/findTables.js";
import {walk, type Stretch} from "#loaders/formats/text/walk.js";
import {withEngine} from "../../support/memoryEngine.js";
import {encoded} from "../../support/encode.js";
import {delivered, newFolder, readBack, spooled} from "./tables.js";
import {spool} from "#loaders/formats/spool.js";

const HEADER = ["id", "name", "amount"];
const cell = fc.stringMatching(/^[a-z0-9",;|'\n \t数元 ]{0,8}$/);
const row = fc.array(cell, {minLength: 3, maxLength: 3});
const layout = fc.record({
  encoding: fc.constantFrom(...ENCODINGS),
  delimiter: fc.constantFrom(",", "\t", ";", "|"),
  lineEnd: fc.constantFrom("\n", "\r\n", "\r"),
  isMarked: fc.boolean(),
  endsWithLineEnd: fc.boolean(),
  quotesAll: fc.boolean()
});

type Layout = typeof layout extends fc.Arbitrary<infer T> ? T : never;

function written(rows: readonly (readonly string[])[], form: Layout): Buffer {
  const quote = (field: string) => `"${field.replaceAll('"', '""')}"`;
  const field = (text: string) => (form.quotesAll || /[",;|'\n\t\r]|^\s|\s$/.test(text) ? quote(text) : text);
  const lines = [HEADER, ...rows].map((fields) => fields.map(field).join(form.delimiter));
  const text = lines.join(form.lineEnd) + (form.endsWithLineEnd ? form.lineEnd : "");
  return encoded((form.isMarked && form.encoding !== "gb18030" ? "\ufeff" : "") + text, form.encoding);
}

describe("spool", () => {
  it("reads back every table, in whatever form it was written", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, {minLength: 1, maxLength: 6}), layout, async (rows, form) => {
        // A line feed within a field is told from one behind a record where lines end otherwise, if there are not more of them.
        fc.pre(form.lineEnd !== "\r" || !rows.flat().join("").includes("\n"));
        const {rows: back, defects} = await readBack("t.csv", written(rows, form), {
          hints: {delimiter: form.delimiter, encoding: form.encoding, headerRow: 1, quote: '"'},
          wanted: HEADER
        });
        expect(defects).toEqual([]);
        const outer = (text: string) => text.trim() || null;
        expect(back.map(([, , ...fields]) => fields)).toEqual(rows.map((fields) => fields.map(outer)));
      }),
      {numRuns: 60}
    );
  });

  it("gives wanted columns in their order, and null for what a table lacks", async () => {
    const {rows} = await readBack("t.csv", 'a,b,c\n1,"2,5",\n', {wanted: ["c", "x", "b", "a"]});
    expect(rows).toEqual([["0", "2", null, null, "2,5", "1"]]);
  });

  it("puts several tables into the same segments, each record with its table and line", async () => {
    const first = await delivered("1.csv", "a,b\n1,2\n\n3,4\n");
    const second = await delivered("2.csv", "b;a\n5;6");
    await withEngine(async (engine) => {
      const tables = [...(await findTables(engine, first, {})), ...(await findTables(engine, second, {}))];
      const {rows, records} = await spooled(engine, tables, ["a", "b"]);
      expect(rows).toEqual([
        ["0", "2", "1", "2"],
        ["0", "4", "3", "4"],
        ["1", "2", "6", "5"]
      ]);
      expect(records).toEqual([2, 1]);
    });
  });

  it("names what is no record, where it stands, and why", async () => {
    const bytes = Buffer.concat([
      Buffer.from("a,b\n1,2\n3\n4,5,6\n"),
      Buffer.from('7,"open\n8,9\n'),
      Buffer.from([0x31, 0x30, 0x2c, 0xff, 0x0a]),
      Buffer.from("11,\0\n12,13\n")
    ]);
    const {rows, defects} = await readBack("t.csv", bytes);
    expect(rows.map(([, ...rest]) => rest)).toEqual([
      ["2", "1", "2"],
      ["6", "8", "9"],
      ["9", "12", "13"]
    ]);
    expect(defects).toEqual([
      {table: 0, line: 3, firstByte: 8, endByte: 10, rule: "wrong_field_count", raw: "3"},
      {table: 0, line: 4, firstByte: 10, endByte: 16, rule: "wrong_field_count", raw: "4,5,6"},
      {table: 0, line: 5, firstByte: 16, endByte: 24, rule: "unreadable", raw: '7,"open'},
      {table: 0, line: 7, firstByte: 28, endByte: 33, rule: "unreadable", raw: "10,\ufffd"},
      {table: 0, line: 8, firstByte: 33, endByte: 38, rule: "unreadable", raw: "11,\u2400"}
    ]);
  });

  it("does not let a quote that never closes swallow the records below", async () => {
    const lines = Array.from({length: 5000}, (_, at) => `${at},x\n`);
    lines[10] = '10,"x\n';
    const {records, defects} = await readBack("t.csv", `a,b\n${lines.join("")}`);
    expect(records).toEqual([5000]);
    expect(defects.map(({line}) => line)).toEqual([12]);
  });

  it("takes stray quotes inside fields as they stand", async () => {
    const {rows, defects} = await readBack("t.csv", 'a,b\n5" pipe,"5" pipe, long"\n');
    expect(rows).toEqual([["0", "2", '5" pipe', '5" pipe, long']]);
    expect(defects).toEqual([]);
  });

  it("writes line breaks in fields as line feeds, whatever they were", async () => {
    const {rows} = await readBack("t.csv", 'a,b\r\n1,"x\ry"\r\n2,"x\r\ny"\r\n3,"x\ny"\r\n');
    expect(rows.map(([, , , text]) => text)).toEqual(["x\ny", "x\ny", "x\ny"]);
  });

  it("makes a line that is too long a defect, and goes on behind it", async () => {
    const long = "y".repeat(5 << 20);
    const {rows, defects} = await readBack("t.csv", `a,b\n1,2\n3,${long}\n5,6\n`);
    expect(rows.map((fields) => fields[1])).toEqual(["2", "4"]);
    expect(defects).toMatchObject([{line: 3, firstByte: 8, endByte: 8 + 2 + long.length + 1, rule: "unreadable"}]);
    expect(defects[0]!.raw).toHaveLength(4096);
  });

  it("reads JSON Lines by the names of members", async () => {
    const text = '{"a":1,"b":"x"}\n\n{"b":null,"c":[1,{"d":2}],"a":true}\n[1]\n{"a":\n';
    const {rows, defects, records} = await readBack("t.jsonl", text, {wanted: ["a", "b", "c"]});
    expect(rows).toEqual([
      ["0", "1", "1", "x", null],
      ["0", "3", "true", null, '["1",{"d":"2"}]'] // what is inside a member is text, and no column
    ]);
    expect(defects.map(({line, rule}) => [line, rule])).toEqual([
      [4, "unreadable"],
      [5, "unreadable"]
    ]);
    expect(records).toEqual([4]);
  });

  it("stops when it is told to", async () => {
    const file = await delivered("t.csv", "a,b\n1,2\n");
    await withEngine(async (engine) => {
      const tables = await findTables(engine, file, {});
      const signal = AbortSignal.abort();
      await expect(spool(tables, ["a"], await newFolder(), {signal})).rejects.toThrow(/abort/i);
    });
  });
});

describe("the walk through a file", () => {
  const noise = fc.oneof(
    {weight: 6, arbitrary: fc.stringMatching(/^[ab",\n\r数]{0,12}$/).map((text) => ({text, bytes: null}))},
    {weight: 1, arbitrary: fc.uint8Array({maxLength: 5}).map((bytes) => ({text: "", bytes: Buffer.from(bytes)}))}
  );

  it("gives every byte to a record or to a defect, whatever the bytes and however they come in pieces", async () => {
    const pieces = fc.array(noise, {maxLength: 30});
    await fc.assert(
      fc.asyncProperty(
        pieces,
        fc.constantFrom(...ENCODINGS),
        fc.integer({min: 1, max: 40}),
        async (parts, encoding, size) => {
          const bytes = Buffer.concat(parts.map(({text, bytes}) => bytes ?? encoded(text, encoding)));
          const stretches = await stretchesOf(bytes, encoding, size);
          let at = 0;
          let line = 1;
          for (const {firstByte, endByte, line: first} of stretches) {
            expect(firstByte).toBe(at);
            expect(endByte).toBeGreaterThan(firstByte);
            expect(first).toBeGreaterThanOrEqual(line);
            at = endByte;
            line = first + 1;
          }
          expect(at).toBe(bytes.length);
          const whole = await stretchesOf(bytes, encoding, bytes.length + 1);
          expect(stretches.map(placed)).toEqual(whole.map(placed));
        }
      ),
      {numRuns: 400}
    );
  });

  it("does so for a file that is longer than a block", async () => {
    const text = 'a,b\n1,"two\nlines"\n3\n\n"never,4\n'.repeat(100_000);
    const file = await delivered("t.csv", text);
    const stretches = await stretchesOf(fileBytes(file.path), "utf-8");
    expect(stretches.at(-1)!.endByte).toBe(text.length);
    expect(stretches.every(({firstByte}, at) => firstByte === (stretches[at - 1]?.endByte ?? 0))).toBe(true);
    const count = (wanted: string) => stretches.filter(({kind}) => kind === wanted).length;
    expect(count("record")).toBe(199_999);
    expect(count("wrong_field_count")).toBe(100_000);
    expect(count("unreadable")).toBe(100_000);
    expect(count("blank")).toBe(100_000);
  });
});

const placed = ({kind, line, firstByte, endByte}: Stretch) => [kind, line, firstByte, endByte];

async function stretchesOf(bytes: Buffer | AsyncIterable<Buffer>, encoding: Encoding, size = 0): Promise<Stretch[]> {
  const stretches: Stretch[] = [];
  const form = {encoding, delimiter: ",", quote: '"', headerRow: 1, headerRows: 1};
  await walk(Buffer.isBuffer(bytes) ? inPieces(bytes, size) : bytes, form, 2, {
    record: () => undefined,
    isTold: () => true,
    stretch: (stretch) => stretches.push(stretch),
    rest: () => Promise.resolve()
  });
  return stretches;
}

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
