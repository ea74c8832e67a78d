import {afterAll, describe, expect, it} from "vitest";
import {financialStatements} from "#loaders/contracts/financialStatements.js";
import {obligors} from "#loaders/contracts/obligors.js";
import {compileMapping} from "#loaders/mapping/compile.js";
import type {ColumnsMapping, DateForm} from "#loaders/mapping/contract.js";
import {openDuckDB} from "#warehouse/engine/duckdb.js";
import {contractOf, mapped, read, writeSourceRows, type Cell} from "./mapped.js";

const engine = await openDuckDB(":memory:");
afterAll(() => {
  engine.close();
});

const dates = (date: DateForm, cells: readonly Cell[]) => read(engine, "date", {date}, cells);

describe("dates", () => {
  it("are read by a pattern, with months of one digit", async () => {
    expect(await dates("%Y/%m/%d", ["2017/7/18", "2017/07/08", "2017-07-08", "2017/13/1", "2017/2/30", null])).toEqual([
      "2017-07-18",
      "2017-07-08",
      null,
      null,
      null,
      null
    ]);
    expect(await dates("%Y年%m月%d日", ["2017年7月8日", "２０１７年１２月１日"])).toEqual(["2017-07-08", "2017-12-01"]);
  });

  it("are not guessed where a pattern without separators is cut short", async () => {
    expect(await dates("%Y%m%d", ["20170718", "2017111", "201771", "20171301"])).toEqual([
      "2017-07-18",
      null,
      null,
      null
    ]);
  });

  it("are read by the first of several patterns that fits", async () => {
    expect(await dates(["%Y-%m-%d", "%Y/%m/%d", "%Y%m%d"], ["2020-1-2", "2020/1/2", "20200102", "x"])).toEqual([
      "2020-01-02",
      "2020-01-02",
      "2020-01-02",
      null
    ]);
  });

  it("are counted in days as spreadsheets do, with the day that never was", async () => {
    expect(await dates("excel_serial", ["1", "59", "60", "61", "42934", "42934.75", "0", "2958466", "x"])).toEqual([
      "1900-01-01",
      "1900-02-28",
      null,
      "1900-03-01",
      "2017-07-18",
      "2017-07-18",
      null,
      null,
      null
    ]);
  });

  it("may be the end of their month or year, and some days later", async () => {
    expect(await read(engine, "date", {date: "%Y%m", endOf: "month"}, ["202002"])).toEqual(["2020-02-29"]);
    expect(await read(engine, "date", {date: "%Y", endOf: "year", lagDays: 120}, ["2019"])).toEqual(["2020-04-29"]);
    expect(await read(engine, "date", {lagDays: 1}, ["2019-12-31", "x"])).toEqual(["2020-01-01", null]);
  });

  it("are taken from typed columns as well", async () => {
    await engine.run(`create or replace table source_rows as select 20170718.0::double as d8, timestamp '2017-07-18 10:00:00' as t,
      42934 as serial, date '2017-07-18' as day, 'a.parquet' as source_file, 1::bigint as source_line`);
    for (const [from, date] of Object.entries({d8: "%Y%m%d", t: "%Y", serial: "excel_serial", day: "%Y"})) {
      expect((await mapped(engine, "date", {from, date}))[0]!.it).toBe("2017-07-18");
    }
  });
});

describe("codes, joins and parts of the file's name", () => {
  it("put the contract's words for the bank's, nothing for what means nothing, and let others pass", async () => {
    await writeSourceRows(engine, ["状态"], [["有效发票"], ["作废发票"], ["无"], ["?"], [null]]);
    expect(
      await mapped(engine, "varchar", {from: "状态", values: {有效发票: "valid", 作废发票: "void", 无: ""}})
    ).toEqual([
      {it: "valid", said: "有效发票"},
      {it: "void", said: "作废发票"},
      {it: null, said: null},
      {it: "?", said: "?"},
      {it: null, said: null}
    ]);
  });

  it("join columns and parts of the name, and make nothing where one is empty", async () => {
    await writeSourceRows(
      engine,
      ["a", "b"],
      [
        ["1", "x"],
        ["2", null],
        ["", "y"]
      ],
      "in/input_E1.csv"
    );
    const join = {columns: [{fileName: "(input|output)_"}, "a", "b"], with: "-"};
    expect((await mapped(engine, "varchar", {join})).map(({it}) => it)).toEqual(["input-1-x", null, null]);
    expect((await mapped(engine, "varchar", {fileName: "(input|output)", values: {input: "purchase"}}))[0]!.it).toBe(
      "purchase"
    );
    expect((await mapped(engine, "varchar", {fileName: "(nothing)"}))[0]).toEqual({it: null, said: null});
    expect((await mapped(engine, "varchar", {firstOf: ["a", "b"]})).map(({it}) => it)).toEqual(["1", "2", "y"]);
    expect((await mapped(engine, "varchar", {from: "source_file"}))[0]!.it).toBe("in/input_E1.csv");
  });

  it("tell red letters by the sign", async () => {
    await writeSourceRows(engine, ["金额"], [["-1.5"], ["2"], ["0"], ["x"], [null]]);
    expect(await mapped(engine, "boolean", {negative: "金额"})).toEqual([
      {it: "true", said: "-1.5"},
      {it: "false", said: "2"},
      {it: "false", said: "0"},
      {it: null, said: "x"},
      {it: null, said: null}
    ]);
  });

  it("set constants of the contract's type", async () => {
    await writeSourceRows(engine, ["a"], [["1"]]);
    expect(await mapped(engine, "date", {value: "2016-10-01"})).toEqual([{it: "2016-10-01", said: "2016-10-01"}]);
    expect((await mapped(engine, "decimal(18,2)", {value: 12}))[0]!.it).toBe("12.00");
    expect((await mapped(engine, "boolean", {value: true}))[0]!.it).toBe("true");
  });
});

describe("filters", () => {
  it("take the rows on which all hold, and an empty field is the empty text", async () => {
    await writeSourceRows(engine, ["k"], [["a"], ["b"], [null], ["it's"]]);
    const taken = async (...where: Parameters<typeof mapped>[3] & object) =>
      (await mapped(engine, "varchar", {from: "k"}, where)).map(({it}) => it);
    expect(await taken({column: "k", in: ["a", "it's"]})).toEqual(["a", "it's"]);
    expect(await taken({column: "k", notIn: ["a"]})).toEqual(["b", null, "it's"]);
    expect(await taken({column: "k", notIn: [""]}, {column: "k", notIn: ["b"]})).toEqual(["a", "it's"]);
  });
});

describe("a compiled mapping", () => {
  const columns = ["编号", '金额"(万)', "spare"].map((name) => ({name, type: "varchar"}));
  const mapping = (own: ColumnsMapping["columns"]): ColumnsMapping => ({
    kind: "columns",
    columns: own,
    where: [],
    currency: {column: "spare"}
  });

  it("says which columns are taken as they stand, in the contract's order, and which are read", () => {
    const compiled = compileMapping(
      mapping({name: {from: '金额"(万)'}, obligor_id: {from: "编号"}, published_date: {from: "编号", date: "%Y"}}),
      obligors,
      columns
    );
    expect([...compiled.columns.keys()]).toEqual(["obligor_id", "published_date", "name"]);
    expect([...compiled.columns.values()].map(({asItStands}) => asItStands)).toEqual(["编号", null, '金额"(万)']);
    expect(compiled.reads).toEqual(['金额"(万)', "编号", "spare"]);
    expect(compiled.currency).toBe(`coalesce(upper("spare"), '')`);
  });

  it("names the column that the file lacks, and the one that may have been meant", () => {
    expect(() => compileMapping(mapping({obligor_id: {from: "编 号"}}), obligors, columns, "march.csv")).toThrow(
      'march.csv: the header lacks 编 号 (is it "编号"?) for obligor_id; correct the mapping or export the file with it'
    );
  });

  it("needs only one of the columns of which the first that is filled counts", () => {
    const first = (...firstOf: string[]) => compileMapping(mapping({name: {firstOf}}), obligors, columns).reads;
    expect(first("买方", "编号")).toEqual(["编号", "spare"]);
    expect(() => first("买方", "卖方")).toThrow("the header lacks 买方 for name, 卖方 for name");
  });

  it("takes the contract's own columns, and refuses one that is misspelt even where it may be empty", () => {
    const own = (names: string[]) =>
      compileMapping(
        {kind: "same"},
        obligors,
        names.map((name) => ({name, type: "varchar"})),
        "o.csv"
      );
    const all = ["obligor_id", "valid_from", "published_date"];
    expect([...own([...all, "employees", "else"]).columns.keys()]).toEqual([...all, "employees"]);
    expect(() => own([...all, "employes"])).toThrow(
      'o.csv: the header lacks employees (is it "employes"?); add it and load again'
    );
    expect(() => own(["obligor_id"])).toThrow(
      "o.csv: the header lacks valid_from, published_date; add them and load again"
    );
  });

  it("names eight columns that lack, and counts the others", () => {
    const renamed = Object.keys(financialStatements.columns).map((name) => ({name: `${name}_1`, type: "varchar"}));
    const compile = () => compileMapping({kind: "same"}, financialStatements, renamed, "s.csv");
    expect(compile).toThrow(
      /^s\.csv: the header lacks obligor_id \(is it "obligor_id_1"\?\), .+ and \d+ more; add them/
    );
    expect(compile).toThrow(/^.{100,599}$/);
  });

  it("takes a value with no conversion as it is", async () => {
    await writeSourceRows(engine, ["a"], [["x"]]);
    expect(
      compileMapping({kind: "columns", columns: {it: {from: "a"}}, where: [], currency: "USD"}, contractOf("varchar"), [
        {name: "a", type: "varchar"}
      ])
    ).toEqual({
      columns: new Map([["it", {sql: '"a"', asItStands: "a", said: '"a"'}]]),
      where: null,
      currency: "'USD'",
      reads: ["a"]
    });
  });
});
