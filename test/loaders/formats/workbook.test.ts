import type {CellValue} from "hucre/xlsx";
import {describe, expect, it} from "vitest";
import {MOST_WORKBOOK_BYTES} from "#loaders/formats/limits.js";
import {cellText} from "#loaders/formats/workbooks/cellText.js";
import {zipOf} from "../../support/archives.js";
import {workbookOf} from "../../support/workbook.js";
import {found, readBack} from "./tables.js";

type Rows = CellValue[][];

const merge = (startRow: number, startCol: number, endRow: number, endCol: number) => ({
  startRow,
  startCol,
  endRow,
  endCol
});
const day = (text: string) => new Date(`${text}T00:00:00Z`);

describe("a workbook", () => {
  it("gives a table for each sheet that has one, with dates and numbers as text", async () => {
    const book = await workbookOf({
      说明: [["本表由核心系统导出"], ["仅供内部使用"]],
      贷款: [
        ["合同号", "起始日", "余额", "逾期"],
        ["F1", day("2020-01-31"), 1234.56, true],
        [" F2 ", day("1999-12-31"), 0.1 + 0.2, false],
        [],
        ["合计", null, 1e15, null]
      ],
      客户: [
        ["客户号", "名称"],
        ["C1", '示例,"一"']
      ],
      空: []
    });
    const {tables, rows} = await readBack("book.xlsx", book, {wanted: ["合同号", "起始日", "余额", "逾期", "名称"]});
    expect(tables.map(({name, part, format}) => [name, part, format])).toEqual([
      ["book.xlsx/贷款", "贷款", "xlsx"],
      ["book.xlsx/客户", "客户", "xlsx"]
    ]);
    expect(rows).toEqual([
      ["0", "2", "F1", "2020-01-31", "1234.56", "true", null],
      ["0", "3", "F2", "1999-12-31", "0.3", "false", null],
      ["0", "5", "合计", null, "1000000000000000", null, null],
      ["1", "2", null, null, null, null, '示例,"一"']
    ]);
  });

  it("joins a header over several rows by its merged cells, below a title", async () => {
    const rows: Rows = [
      ["2020年贷款台账", null, null, null, null],
      ["客户", "余额", null, "日期", null],
      [null, "本金", "利息", "起始", "到期"],
      ["C1", 1, 2, day("2020-01-01"), day("2021-01-01")],
      ["C2", 3, 4, day("2020-01-01"), day("2021-01-01")]
    ];
    const merges = [merge(0, 0, 0, 4), merge(1, 0, 2, 0), merge(1, 1, 1, 2), merge(1, 3, 1, 4)];
    const {tables, rows: back} = await readBack("book.xlsx", await workbookOf({S: rows}, {S: merges}));
    expect(tables[0]!.columns.map(({name}) => name)).toEqual([
      "客户",
      "余额 本金",
      "余额 利息",
      "日期 起始",
      "日期 到期"
    ]);
    expect(tables[0]!.form).toMatchObject({headerRow: 2, headerRows: 2});
    expect(back.map(([, line, first]) => [line, first])).toEqual([
      ["4", "C1"],
      ["5", "C2"]
    ]);
  });

  it("takes the sheet and the header row that a mapping names", async () => {
    const book = await workbookOf({
      A: [
        ["x", "y"],
        [1, 2]
      ],
      B: [
        ["1", "2"],
        ["id", "v"],
        ["a", 3]
      ]
    });
    const {tables, rows} = await readBack("b.xlsx", book, {hints: {sheet: "B", headerRow: 2}});
    expect(tables).toHaveLength(1);
    expect(rows).toEqual([["0", "3", "a", "3"]]);
    await expect(found("b.xlsx", book, {sheet: "C"})).rejects.toThrow("b.xlsx: there is no sheet C; it has A, B");
  });

  it("makes a row with a cell beside the table a defect", async () => {
    const rows: Rows = [
      ["id", "v"],
      ...Array.from({length: 300}, (_, at): CellValue[] => [`r${at}`, at]),
      ["x", 1, "stray"]
    ];
    const {defects, records} = await readBack("b.xlsx", await workbookOf({A: rows}));
    expect(records).toEqual([301]);
    expect(defects).toMatchObject([{line: 302, rule: "wrong_field_count", raw: "x,1,stray"}]);
  });

  it("is refused above the stated bound, and where it is damaged", async () => {
    const sheet = Buffer.alloc(MOST_WORKBOOK_BYTES + 1, "<c/><c><v>123</v></c>");
    const noise = Buffer.from(Array.from({length: 1 << 20}, (_, at) => (at * 7919) % 251));
    const large = zipOf([
      {name: "xl/workbook.xml", content: "<workbook/>"},
      {name: "xl/worksheets/sheet1.xml", content: sheet},
      {name: "xl/media/noise.png", content: noise}
    ]);
    await expect(found("large.xlsx", large)).rejects.toThrow(
      /^large\.xlsx: (a workbook may unpack to 64 MiB|it unpacks to more)/
    );
    const damaged = zipOf([{name: "xl/workbook.xml", content: "<workbook"}]);
    await expect(found("d.xlsx", damaged)).rejects.toThrow(/^d\.xlsx: the workbook is damaged \([^\n]*\); open it/);
    await expect(found("e.xlsx", await workbookOf({A: []}))).rejects.toThrow(
      "e.xlsx: no sheet of this workbook has a table"
    );
    const headless = await workbookOf({
      A: [
        [1, 2],
        [3, 4]
      ]
    });
    await expect(found("h.xlsx", headless)).rejects.toThrow("h.xlsx/A: no row is recognised as a header");
  });
});

describe("cellText", () => {
  it.each([
    [0.1 + 0.2, "0.3"],
    [1e21, "1000000000000000000000"],
    [1.5e-9, "0.0000000015"],
    [-1234567890123456, "-1234567890123460"],
    [day("2020-02-29"), "2020-02-29"],
    [new Date("2020-02-29T08:30:00.4Z"), "2020-02-29 08:30:00"],
    [null, ""],
    [" a ", "a"]
  ])("writes %j as %j", (value, text) => {
    expect(cellText(value)).toBe(text);
  });
});
