import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {loadSource, type LoadReport} from "#loaders/load.js";
import {readSourceFile} from "#loaders/mapping/file/readSource.js";
import {openDuckDB} from "#warehouse/engine/duckdb.js";
import type {Engine} from "#warehouse/engine/engine.js";
import {rows} from "../support/warehouse.js";

const SOURCE = `id: our-bank
name: {en: Our bank, zh: 本行}
currency: CNY
calendar: {first: 2020-01-31, last: 2020-12-31, data_end: 2020-12-31}
evaluation: {kind: cross_validation, folds: 5, repeats: 1}
consents: each_party
extracts:
  fx_rates: {files: [fx.csv]}
  obligors:
    files: [客户.csv]
    where: [{column: 状态, not_in: [注销]}]
    columns:
      obligor_id: 客户编号
      valid_from: {from: 生效日, date: "%Y/%m/%d"}
      published_date: {from: 生效日, date: "%Y/%m/%d", lag_days: 1}
      employees: {from: 人数, number: {thousands: ","}}
      ownership: {from: 性质, values: {国企: state, 民企: private, 未知: null}}
  facilities:
    files: ["额度/*.txt"]
    currency: {column: 币种}
    columns:
      facility_id: {join: {columns: [{file_name: "/(\\\\d{6})\\\\.txt"}, 序号], with: "-"}}
      valid_from: {from: 起始, date: "%Y%m%d"}
      published_date: {from: 起始, date: "%Y%m%d", lag_days: 2}
      obligor_id: 客户
      product: {from: 品种, values: {流贷: working_capital}}
      start_date: {from: 起始, date: "%Y%m%d"}
      maturity_date: {from: 到期, date: excel_serial}
      limit: {from: "额度(万元)", number: {thousands: ",", unit: 万元, parentheses: true}}
      annual_rate: {from: 利率, number: {unit: percent}}
`;

const FILES: Readonly<Record<string, string>> = {
  "客户.csv":
    '客户编号,生效日,人数,性质,状态\nA,2019/1/5,"1,200",国企,正常\nB,2019/12/31,30,未知,正常\nC,2019/1/1,5,民企,注销\nD,2019-1-1,5,民企,正常\nE,2019/1/1,五,民企,正常\nF,2019/1/1,5,集体,正常\n',
  "fx.csv": "currency,rate_date,rate,published_date\nUSD,2019-12-31,7,2019-12-31\n",
  "额度/202001.txt":
    "序号\t客户\t品种\t起始\t到期\t额度(万元)\t利率\t币种\n1\tA\t流贷\t20200101\t44197\t1,234.5678\t4.35%\tCNY\n2\tA\t流贷\t20200101\t44197\t1\t5\tUSD\n3\tB\t流贷\t20200101\t明年\t1\t5\tCNY\n",
  "额度/202002.txt":
    "序号\t客户\t品种\t起始\t到期\t额度(万元)\t利率\t币种\n1\tB\t流贷\t20200201\t44197\t2\t5\tCNY\n2\tB\t流贷\t20200201\t44197\t(2)\t5\tCNY\n"
};

describe("files in a bank's own layout", () => {
  const folder = mkdtempSync(join(tmpdir(), "mapped-"));
  let engine: Engine;
  let report: LoadReport;

  beforeAll(async () => {
    writeFileSync(join(folder, "our-bank.yaml"), SOURCE);
    mkdirSync(join(folder, "in/额度"), {recursive: true});
    for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, "in", name), text);
    engine = await openDuckDB(":memory:");
    report = await loadSource(engine, readSourceFile(join(folder, "our-bank.yaml")), join(folder, "in"));
  });
  afterAll(() => {
    engine.close();
    rmSync(folder, {recursive: true});
  });

  it("load with their dates, units, codes and keys as the contract has them, in the reporting currency", async () => {
    expect(
      await rows(
        engine,
        "select obligor_id, cast(valid_from as varchar) as since, cast(published_date as varchar) as known, employees, ownership from stg_obligors order by all"
      )
    ).toEqual([
      {obligor_id: "A", since: "2019-01-05", known: "2019-01-06", employees: 1200, ownership: "state"},
      {obligor_id: "B", since: "2019-12-31", known: "2020-01-01", employees: 30, ownership: null}
    ]);
    expect(
      await rows(
        engine,
        `select facility_id, product, cast(start_date as varchar) as since, cast(maturity_date as varchar) as until, cast("limit" as varchar) as amount, annual_rate from stg_facilities order by all`
      )
    ).toEqual([
      {
        facility_id: "202001-1",
        product: "working_capital",
        since: "2020-01-01",
        until: "2021-01-01",
        amount: "12345678.00",
        annual_rate: 0.0435
      },
      {
        facility_id: "202001-2",
        product: "working_capital",
        since: "2020-01-01",
        until: "2021-01-01",
        amount: "70000.00",
        annual_rate: 0.05
      },
      {
        facility_id: "202002-1",
        product: "working_capital",
        since: "2020-02-01",
        until: "2021-01-01",
        amount: "20000.00",
        annual_rate: 0.05
      }
    ]);
  });

  it("lose no row: what cannot be read says what stood there, and what is filtered is counted", async () => {
    const counts = report.tables.map(({extract, rowsIn, loaded, quarantined, leftOut}) => [
      extract,
      rowsIn,
      loaded,
      quarantined,
      leftOut
    ]);
    expect(counts).toEqual([
      ["fx_rates", 1, 1, 0, 0],
      ["obligors", 6, 2, 3, 1],
      ["facilities", 5, 3, 2, 0]
    ]);
    expect(
      await rows(
        engine,
        "select source_file, cast(source_line as integer) as line, column_name, value, rule from quarantine order by all"
      )
    ).toEqual([
      {source_file: "客户.csv", line: 5, column_name: "valid_from", value: "2019-1-1", rule: "not_a_date"},
      {source_file: "客户.csv", line: 6, column_name: "employees", value: "五", rule: "not_a_number"},
      {source_file: "客户.csv", line: 7, column_name: "ownership", value: "集体", rule: "not_allowed"},
      {source_file: "额度/202001.txt", line: 4, column_name: "maturity_date", value: "明年", rule: "not_a_date"},
      {source_file: "额度/202002.txt", line: 3, column_name: "limit", value: "(2)", rule: "sign"}
    ]);
  });
});
