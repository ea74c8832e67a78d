import {mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {readControls} from "#loaders/controls/readControls.js";
import {requireKnownFiles} from "#loaders/controls/requireKnownFiles.js";
import {UserError} from "#warehouse/engine/userError.js";

function delivered(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), "loanscape-controls-"));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

const bare = (folder: string) =>
  readControls(folder).map(({file, control, column, declared}) => [file, control, column, declared]);

const EXPECTED = [
  ["invoices.csv", "rows", "", "10"],
  ["invoices.csv", "sum", "amount", "12345678901234567890.10"],
  ["invoices.csv", "hash_total", "invoice_id", "55"]
];

describe("readControls", () => {
  it("declares nothing where no file of controls came", () => {
    expect(readControls(delivered({}))).toEqual([]);
  });

  it.each<[string, string, string]>([
    [
      "YAML",
      "controls.yaml",
      "files:\n  invoices.csv:\n    rows: 10\n    sums: {amount: 12345678901234567890.10}\n    hash_totals: {invoice_id: '55'}\n"
    ],
    [
      "JSON",
      "controls.json",
      '{"files": {"invoices.csv": {"rows": 10, "sums": {"amount": 12345678901234567890.10}, "hash_totals": {"invoice_id": "55"}}}}'
    ],
    [
      "CSV",
      "controls.csv",
      '\uFEFFfile,control,column,value\r\ninvoices.csv,rows,,10\r\n"invoices.csv",sum,amount,12345678901234567890.10\r\ninvoices.csv,hash_total,invoice_id,55\r\n'
    ]
  ])("reads %s, and loses no digit of a total", (_, name, text) => {
    expect(bare(delivered({[name]: text}))).toEqual(EXPECTED);
  });

  it("reads a table in GB18030, quoted names with commas, and thousands parted by commas", () => {
    const gbk = Buffer.from([0xb7, 0xa2, 0xc6, 0xb1]); // 发票
    const text = Buffer.concat([
      Buffer.from('file,control,column,value\n"'),
      gbk,
      Buffer.from(',a.csv",rows,,"1,234"\n')
    ]);
    expect(bare(delivered({"controls.csv": text}))).toEqual([["发票,a.csv", "rows", "", "1,234"]]);
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ["two files", {"controls.yaml": "files: {}", "controls.csv": ""}, /controls\.yaml and controls\.csv: keep one/],
    ["broken YAML", {"controls.yaml": "files: {a: [}"}, /controls\.yaml, line 1: /],
    ["a list", {"controls.yaml": "- a"}, /controls\.yaml, line 1: the file must hold names/],
    [
      "a part of another name",
      {"controls.yaml": "files:\n  a.csv:\n    row: 3"},
      /line 3: a\.csv has "row"; it may have rows/
    ],
    ["what is no number", {"controls.yaml": "files:\n  a.csv:\n    rows: ten"}, /line 3: "ten" is no number/],
    ["half a row", {"controls.yaml": "files:\n  a.csv:\n    rows: 1.5"}, /a rows is a whole number|whole number/],
    ["a file without a header", {"controls.csv": "a.csv,rows,,3"}, /lacks the column file/],
    [
      "a control of another name",
      {"controls.csv": "file,control,column,value\na.csv,mean,x,3"},
      /line 2: "mean" is no control/
    ],
    [
      "a sum of no column",
      {"controls.csv": "file,control,column,value\na.csv,sum,,3"},
      /line 2: name the sum's column/
    ],
    [
      "a control that stands twice",
      {"controls.csv": "file,control,column,value\na.csv,rows,,3\na.csv,rows,,4"},
      /line 3: the rows of a\.csv  ?stands twice/
    ]
  ])("refuses %s in a sentence", (_, files, sentence) => {
    const folder = delivered(files);
    expect(() => readControls(folder)).toThrow(UserError);
    expect(() => readControls(folder)).toThrow(sentence);
  });
});

describe("requireKnownFiles", () => {
  const tables = new Map([
    ["invoices", ["march/a.csv", "march/b.csv", "april.zip/c.csv"]],
    ["orders", ["orders.csv"]]
  ]);
  const rowsOf = (file: string) => [
    {file, control: "rows", column: "", declared: "1", place: "controls.csv, line 2"} as const
  ];

  it.each(["march/a.csv", "march/*.csv", "march", "april.zip", "april.zip/c.csv", "orders.csv"])("knows %s", (file) => {
    expect(() => requireKnownFiles(rowsOf(file), tables)).not.toThrow();
  });

  it.each([
    ["may.csv", /line 2: may\.csv is not in the delivery; name a file that came with it: march\/a\.csv, /],
    ["mar", /not in the delivery/],
    ["*.cs", /not in the delivery/],
    ["*", /covers files of invoices and orders/]
  ])("refuses %s", (file, sentence) => {
    expect(() => requireKnownFiles(rowsOf(file), tables)).toThrow(sentence);
  });
});
