import {mkdtempSync, readFileSync, readdirSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {readSourceFile} from "#loaders/mapping/file/readSource.js";
import {UserError} from "#warehouse/engine/userError.js";

const HEAD = `id: our-bank
name: {en: Our bank, zh: 本行}
currency: CNY
calendar: {first: 2020-01-31, last: 2020-12-31, data_end: 2020-12-31}
evaluation: {kind: out_of_time, train_until: 2020-03-31, test_from: 2020-06-30}
consents: {basis: public_information, why: {en: Register, zh: 公开}}
assumptions: [{id: since, value: "2016-10-01", about: {en: First month, zh: 首月}}, {id: lag, value: 120, about: {en: Lag, zh: 滞后}}]
extracts:
`;
const OBLIGORS = `  obligors:
    files: [customers.csv]
    columns:
      obligor_id: 客户编号
      valid_from: {value: $since}
      published_date: {from: 开户日, date: [excel_serial, "%Y%m%d"], lag_days: $lag}
`;

function read(text: string) {
  const path = join(mkdtempSync(join(tmpdir(), "source-")), "our-bank.yaml");
  writeFileSync(path, text);
  return readSourceFile(path);
}

/** What reading says, without the folder. */
function refusal(text: string): string {
  try {
    read(text);
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    return (error as Error).message.replace(/^.*our-bank\.yaml/, "our-bank.yaml");
  }
  return "was read";
}

const withColumn = (column: string) => refusal(`${HEAD}${OBLIGORS}      ${column}\n`);

describe("a source in a file", () => {
  it("becomes a source, with its assumptions in their places", () => {
    const source = read(`${HEAD}${OBLIGORS}      employees: {from: 人数, number: {thousands: ",", unit: 1000}}
      ownership: {from: 性质, values: {1: state, "02": private, 9: null}}
    where: [{column: 状态, not_in: [注销, 0]}]
    hints: {encoding: gb18030, header_row: 3}
    currency: USD
    required: true
    delivery: full
`);
    expect({...source, extracts: source.extracts.length}).toMatchObject({
      id: "our-bank",
      isSynthetic: false,
      extracts: 1,
      database: null
    });
    const [{contract, ...obligors}] = source.extracts as [(typeof source.extracts)[0]];
    expect(contract.name).toBe("obligors");
    expect(obligors).toEqual({
      files: ["customers.csv"],
      isRequired: true,
      delivery: "full",
      hints: {encoding: "gb18030", headerRow: 3},
      mapping: {
        kind: "columns",
        columns: {
          obligor_id: {from: "客户编号"},
          valid_from: {value: "2016-10-01"},
          published_date: {from: "开户日", date: ["excel_serial", "%Y%m%d"], lagDays: 120},
          employees: {from: "人数", number: {thousands: ",", unit: 1000}},
          ownership: {from: "性质", values: {"1": "state", "02": "private", "9": ""}}
        },
        where: [{column: "状态", notIn: ["注销", "0"]}],
        currency: "USD"
      }
    });
  });

  it("takes files in the contract's own layout as they are", () => {
    const same = read(`${HEAD}  obligors: {files: [o.csv], currency: CNY}\n`);
    expect(same.extracts[0]!.mapping).toEqual({kind: "same"});
    const other = read(`${HEAD}  obligors: {files: [o.csv], currency: {column: ccy}}\n`).extracts[0]!.mapping;
    expect(other).toMatchObject({kind: "columns", currency: {column: "ccy"}});
    expect(other.kind === "columns" && other.columns["employees"]).toEqual({from: "employees", isOptional: true});
  });
});

describe("what is wrong in a source's file is said with line, key and remedy", () => {
  it.each([
    ["employes: 人数", '15: extracts.obligors.columns: "employes" is no column of obligors; is it employees?'],
    [
      "employees: {form: 人数}",
      '15: extracts.obligors.columns.employees: "form" is no part of a column\'s mapping; known are from, first_of, value, join, file_name, negative, date, end_of, lag_days, number, values'
    ],
    [
      "employees: {number: {}}",
      "15: extracts.obligors.columns.employees: does not say where it comes from; give one of from, first_of, value, join, file_name, negative"
    ],
    [
      "employees: {from: a, value: 1}",
      "15: extracts.obligors.columns.employees: comes from from and value; keep one of them"
    ],
    [
      "employees: {value: many}",
      '15: extracts.obligors.columns.employees.value: "many" is no number; write it as 1234.56'
    ],
    [
      "founded_date: {value: 2020-02-30}",
      '15: extracts.obligors.columns.founded_date.value: "2020-02-30" is no date; write it as 2020-01-31'
    ],
    [
      "founded_date: {from: a, date: yyyy}",
      "15: extracts.obligors.columns.founded_date.date: must be a pattern of %Y %m %d, such as %Y/%m/%d, or excel_serial"
    ],
    [
      'name: {from: a, date: "%Y"}',
      "15: extracts.obligors.columns.name.date: is about dates, and the column is varchar; take it out"
    ],
    [
      'name: {file_name: "(a"}',
      "15: extracts.obligors.columns.name.file_name: is no regular expression (unterminated group)"
    ],
    [
      'name: {file_name: "abc"}',
      "15: extracts.obligors.columns.name.file_name: must have one group in brackets, the part that is taken; it has 0"
    ],
    [
      'name: {file_name: "(?=a)(b)"}',
      "15: extracts.obligors.columns.name.file_name: must not look ahead, look behind, or refer back: the database knows no such patterns"
    ],
    [
      'employees: {from: a, number: {thousands: ".", decimal: "."}}',
      "15: extracts.obligors.columns.employees.number: has the same sign between thousands and before the fraction"
    ],
    [
      "ownership: {from: a, values: {1: stat}}",
      '15: extracts.obligors.columns.ownership.values.1: "stat" is not allowed; the contract has state, private, foreign, listed'
    ],
    [
      "founded_date: {value: $sinc}",
      "15: extracts.obligors.columns.founded_date.value: $sinc is no assumption; state it under assumptions"
    ],
    [
      "founded_date: {from: a, lag_days: $since}",
      '15: extracts.obligors.columns.founded_date.lag_days: $since is "2016-10-01", which is no number of days'
    ]
  ])("%s", (column, said) => {
    expect(withColumn(column)).toBe(`our-bank.yaml, line ${said}`);
  });

  it.each([
    [
      `${HEAD}  obligors:\n    files: [o.csv]\n    columns: {obligor_id: a, valid_from: b}\n`,
      "11: extracts.obligors.columns: lacks published_date (Day on which this version became known), which must not be empty; say where it comes from"
    ],
    [
      `${HEAD}  invoices: {files: [i.csv]}\n`,
      "9: extracts: lacks obligors, without which there is no book; say where they come from"
    ],
    [
      `${HEAD}  obligors: {required: true}\n`,
      "9: extracts.obligors: does not say in which files it comes; name them under files"
    ],
    [
      `${HEAD}  obligors: {files: [../o.csv]}\n`,
      "9: extracts.obligors.files.0: must be a path below the folder of the delivery"
    ],
    [
      `${HEAD}  obligors: {files: [o.csv]}\n  invoice: {files: [i.csv]}\n`,
      '10: extracts: "invoice" is no extract; is it invoices?'
    ],
    [
      `${HEAD.replace("last: 2020-12-31", "last: 2021-12-31")}  obligors: {files: [o.csv]}\n`,
      "4: calendar.data_end: 2020-12-31 lies before 2021-12-31, the last day"
    ],
    [
      `${HEAD.replace("train_until: 2020-03-31", "train_until: 2020-09-30")}  obligors: {files: [o.csv]}\n`,
      "5: evaluation.test_from: must lie after train_until, 2020-09-30"
    ],
    [
      `${HEAD.replace(/consents: .*/, "consents: each_party")}  obligors: {files: [o.csv]}\n  orders: {files: [b.csv]}\n`,
      "6: consents: is each_party, orders rests on consent, and the extract consents is missing: nothing of it could be used"
    ]
  ])("%#", (text, said) => {
    expect(refusal(text)).toBe(`our-bank.yaml, line ${said}`);
  });
});

describe("the sources that are shipped", () => {
  it.each(readdirSync("data/sources"))("%s can be read and points to its editor schema", (name) => {
    const path = `data/sources/${name}`;
    expect(readSourceFile(path).id).toBe(name.replace(".yaml", ""));
    expect(readFileSync(path, "utf8")).toMatch(
      /^# yaml-language-server: \$schema=..\/..\/docs\/schema\/source.schema.json\n/
    );
  });
});
