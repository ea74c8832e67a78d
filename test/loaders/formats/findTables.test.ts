import {gzipSync} from "node:zlib";
import {describe, expect, it} from "vitest";
import type {Encoding} from "#loaders/formats/contract.js";
import {findTables} from "#loaders/formats/findTables.js";
import {withEngine} from "../../support/memoryEngine.js";
import {tarOf, zipOf} from "../../support/archives.js";
import {encoded} from "../../support/encode.js";
import {found, readBack} from "./tables.js";

const names = (columns: readonly {readonly name: string}[]) => columns.map(({name}) => name);
const ROWS = "客户号,名称,金额\nC1,示例一,1.5\nC2,示例二,2\n";

describe("the form of a text", () => {
  it.each([
    ["utf-8", Buffer.alloc(0)],
    ["utf-8", Buffer.of(0xef, 0xbb, 0xbf)],
    ["gb18030", Buffer.alloc(0)],
    ["utf-16le", Buffer.of(0xff, 0xfe)],
    ["utf-16be", Buffer.of(0xfe, 0xff)],
    ["utf-16le", Buffer.alloc(0)],
    ["utf-16be", Buffer.alloc(0)]
  ] as readonly [Encoding, Buffer][])("tells %s by its bytes (%#)", async (encoding, mark) => {
    const {tables, rows} = await readBack("c.csv", Buffer.concat([mark, encoded(ROWS, encoding)]));
    expect(tables[0]!.form!.encoding).toBe(encoding);
    expect(names(tables[0]!.columns)).toEqual(["客户号", "名称", "金额"]);
    expect(rows).toEqual([
      ["0", "2", "C1", "示例一", "1.5"],
      ["0", "3", "C2", "示例二", "2"]
    ]);
  });

  it("tells GB18030 that begins far below an English header", async () => {
    const text = `id,name\n${"1,plain\n".repeat(200_000)}${"2,示例\n".repeat(200_000)}`;
    const [table] = await found("big.csv", encoded(text, "gb18030"));
    expect(table!.form!.encoding).toBe("gb18030");
  });

  it("keeps UTF-8 where a few lines are damaged", async () => {
    const damaged = Buffer.concat([
      encoded(ROWS.repeat(3), "utf-8"),
      Buffer.from([0x43, 0xd6, 0xd0, 0x2c, 0x2c, 0x0a])
    ]);
    expect((await found("c.csv", damaged))[0]!.form!.encoding).toBe("utf-8");
  });

  it.each([",", "\t", ";", "|"])("tells the delimiter %j, whatever stands in the fields", async (delimiter) => {
    const text = ["id", "note", "amount"].join(delimiter) + "\n" + ["1", "a, b; c", "2"].join(delimiter) + "\n";
    const quoted = text.replace("a, b; c", '"a, b; c"');
    const [table] = await found("c.txt", quoted);
    expect(table!.form!.delimiter).toBe(delimiter);
    expect(names(table!.columns)).toEqual(["id", "note", "amount"]);
  });

  it("takes the delimiter that the first line states", async () => {
    const {tables, rows} = await readBack("c.csv", "sep=;\na;b\n1,2;3\n");
    expect(tables[0]!.form).toMatchObject({delimiter: ";", headerRow: 2});
    expect(rows).toEqual([["0", "3", "1,2", "3"]]);
  });

  it("tells single quotes", async () => {
    const {rows} = await readBack("c.csv", "id,name\n'1','O''Neill, Ltd'\n'2','b'\n");
    expect(rows).toEqual([
      ["0", "2", "1", "O'Neill, Ltd"],
      ["0", "3", "2", "b"]
    ]);
  });

  it("finds the header below titles and blank lines", async () => {
    const text = "贷款台账,,\n\n编制日期:2020-01-31,,\n合同号,客户号,余额\nF1,C1,10\nF2,C2,20\n";
    const {tables, rows} = await readBack("c.csv", text);
    expect(tables[0]!.form!.headerRow).toBe(4);
    expect(rows.map((row) => row[1])).toEqual(["5", "6"]);
  });

  it("finds a header that has titles narrower than the rows", async () => {
    const [table] = await found("c.csv", "Loan book\nas of 2020-01-31\nid,amount\n1,2\n3,4\n");
    expect(table!.form!.headerRow).toBe(3);
  });

  it("takes the first row of names where all rows below are broken", async () => {
    const {tables, defects} = await readBack("c.csv", "title\nid,amount\n1,2,3,4\n1,2,3,4\n");
    expect(tables[0]!.form!.headerRow).toBe(2);
    expect(defects.map(({rule}) => rule)).toEqual(["wrong_field_count", "wrong_field_count"]);
  });

  it("does not take rows for titles because a header stands below them", async () => {
    await expect(found("c.csv", "1,2\n3,4\nid,amount\n5,6\n")).rejects.toThrow("no line is recognised as a header");
  });

  it("does not take a note below the rows for a header", async () => {
    await expect(found("c.csv", "1,2\n3,4\n合计,见附注\n")).rejects.toThrow("no line is recognised as a header");
  });

  it("names columns that have no name after their place", async () => {
    expect(names((await found("c.csv", ",id,name,\n0,a,x,\n1,b,y,\n"))[0]!.columns)).toEqual([
      "column_1",
      "id",
      "name",
      "column_4"
    ]);
    expect(names((await found("c.csv", "a,b\n1,2,\n3,4,\n"))[0]!.columns)).toEqual(["a", "b", "column_3"]);
  });

  it("joins a header of two lines", async () => {
    const text = "客户,余额,,日期\n,本金,利息,\nC1,1,2,2020-01-01\n";
    const {tables, rows} = await readBack("c.csv", text, {hints: {headerRow: 1, headerRows: 2}});
    expect(names(tables[0]!.columns)).toEqual(["客户", "余额 本金", "余额 利息", "日期"]);
    expect(rows).toEqual([["0", "3", "C1", "1", "2", "2020-01-01"]]);
  });

  it("reads a table of one column", async () => {
    const {tables, rows} = await readBack("c.csv", "obligor_id\n1\n\n2\n");
    expect(names(tables[0]!.columns)).toEqual(["obligor_id"]);
    expect(rows.map(([, , id]) => id)).toEqual(["1", "2"]);
  });

  it("refuses marks of more than one character", async () => {
    await expect(found("c.csv", "a||b\n", {delimiter: "||"})).rejects.toThrow(
      'c.csv: "||" cannot part or quote fields'
    );
  });

  it("reads a header without rows", async () => {
    const {tables, rows} = await readBack("c.csv", "obligor_id,valid_from\n");
    expect(names(tables[0]!.columns)).toEqual(["obligor_id", "valid_from"]);
    expect(rows).toEqual([]);
  });
});

describe("the kind of a file", () => {
  const zip = zipOf([
    {name: "a/one.csv", content: ROWS},
    {name: "__MACOSX/a/._one.csv", content: "x"},
    {name: "../../two.csv", content: ROWS}
  ]);

  it("is told by its bytes, not by its name", async () => {
    expect((await found("c.csv", gzipSync(ROWS)))[0]).toMatchObject({name: "c.csv", part: null, isPacked: true});
    expect((await found("c.csv", zip)).map(({part}) => part)).toEqual(["a/one.csv", "../../two.csv"]);
    const tar = await tarOf({"x/one.csv": ROWS, "x/two.csv": ROWS});
    expect((await found("c.csv", tar)).map(({name}) => name)).toEqual(["c.csv/x/one.csv", "c.csv/x/two.csv"]);
    expect((await found("c.csv", gzipSync(tar))).map(({part}) => part)).toEqual(["x/one.csv", "x/two.csv"]);
    expect((await found("c.csv", '{"a":1}\n{"b":2}\n'))[0]).toMatchObject({format: "jsonl"});
  });

  it("is not asked of a file that is gone", async () => {
    const reading = withEngine((engine) => findTables(engine, {name: "x.csv", path: "/nowhere/x.csv"}, {}));
    await expect(reading).rejects.toThrow("x.csv: the file is gone");
  });

  it("reads names of entries that Chinese systems wrote", async () => {
    const [table] = await found("c.zip", zipOf([{name: encoded("发票.csv", "gb18030"), content: ROWS}]));
    expect(table!.name).toBe("c.zip/发票.csv");
  });

  it.each([
    ["empty.csv", "", "the file is empty"],
    ["blank.csv", "\ufeff \r\n\n", "the file is empty"],
    ["book.xls", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), "an old or an encrypted Excel workbook"],
    ["x.pdf", "%PDF-1.7", "a PDF document"],
    ["x.csv", Buffer.from([0x89, 0x50, 0x4e, 0x47, 1]), "a PNG picture"],
    ["x.csv", Buffer.from([0xff, 0xd8, 0xff, 0xe0]), "a JPEG picture"],
    ["x.csv", Buffer.alloc(5000, "\x01\x02\x03\x04\x05x"), "neither text nor any other format"],
    ["x.parquet", Buffer.from("PAR1 and no more"), "this Parquet file breaks off before its end"],
    ["x.parquet", Buffer.from("PAR1 something else PAR1"), "the file cannot be read"],
    ["x.xls", "<html><table><tr><td>1</td></tr></table>", "a web page or XML"],
    ["x.json", '[{"a":1},{"a":2}]', "one JSON list"],
    ["x.csv", "1,2\n3,4\n", "no line is recognised as a header"],
    ["x.csv", "id,Amount,AMOUNT\n1,2,3\n", "the header has column AMOUNT twice"],
    ["x.zip", zipOf([]), "the archive holds no file"],
    ["x.zip", zipOf([{name: "a.csv", content: ROWS, isEncrypted: true}]), "a.csv in it is encrypted"],
    ["x.zip", zipOf([{name: "a.zip", content: zipOf([])}]), "unpack it and load what was in it"],
    ["x.zip", zipOf([{name: "word/document.xml", content: "<x/>"}]), "a Word document"]
  ])("refuses %s in one sentence (%#)", async (name, content, sentence) => {
    const error: unknown = await found(name, content).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({name: "UserError", message: expect.stringContaining(sentence) as string});
    expect((error as Error).message).toMatch(new RegExp(`^${name}[:/][^\\n]*$`));
  });
});
