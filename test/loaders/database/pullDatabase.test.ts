import {readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import fc from "fast-check";
import {expect, it} from "vitest";
import {parse} from "yaml";
import {readControls} from "#loaders/controls/readControls.js";
import {describeWithPostgres, readCsv} from "./support.js";

const KINDS = `id integer, name text, amount numeric, big bigint, day date, at timestamptz, seen timestamp, is_listed boolean,
  share double precision, code char(4), "Odd ""name""" text`;

const special = fc.constantFrom(
  "",
  " ",
  "NULL",
  "\\N",
  "\\.",
  '"',
  '""',
  ",",
  "\n",
  "\r\n",
  "中文，、",
  "甲\t乙",
  "𠮷",
  "O'Neil; --",
  "é"
);
const text = fc.option(fc.array(special, {maxLength: 4}).map((parts) => parts.join("")));
const numeric = fc.option(
  fc.tuple(fc.bigInt({min: -(10n ** 30n), max: 10n ** 30n}), fc.nat(30)).map(([units, scale]) => `${units}e-${scale}`)
);
const moment = fc.option(
  fc
    .date({min: new Date("0050-01-01"), max: new Date("9999-12-31"), noInvalidDate: true})
    .map((date) => date.toISOString())
);
const row = fc.record({
  name: text,
  amount: numeric,
  big: fc.option(fc.bigInt({min: -(2n ** 63n), max: 2n ** 63n - 1n}).map(String)),
  day: moment.map((iso) => iso?.slice(0, 10) ?? null),
  at: moment,
  seen: moment.map((iso) => iso?.slice(0, -1) ?? null),
  is_listed: fc.option(fc.boolean()),
  share: fc.option(fc.double({noDefaultInfinity: true, noNaN: true}).map(String)),
  code: fc.option(fc.constantFrom("A", "AB", "")),
  odd: text
});

describeWithPostgres("pullDatabase", (bench) => {
  it("hands over every row as it stands: Chinese, quotes, line breaks, nulls, empty texts, digits, dates, truths", async () => {
    const {admin, folder, pull} = bench();
    await fc.assert(
      fc.asyncProperty(fc.array(row, {maxLength: 40}), async (rows) => {
        await admin.query(`drop table if exists kinds; create table kinds (${KINDS})`);
        for (const [id, each] of rows.entries()) {
          await admin.query("insert into kinds values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)", [
            id,
            ...Object.values(each)
          ]);
        }
        const to = folder();
        await pull({extracts: {kinds: {table: "public.kinds"}}}, to);
        const expected = await admin.query<string[]>({
          text: `select id::text, name, amount::text, big::text, to_char(day, 'YYYY-MM-DD'),
            regexp_replace(to_char(at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'), '\\.?0*$', '') || '+00',
            regexp_replace(to_char(seen, 'YYYY-MM-DD HH24:MI:SS.US'), '\\.?0*$', ''),
            case when is_listed then 't' when not is_listed then 'f' end, share::text, rpad(code, 4), "Odd ""name"""
            from kinds order by id`,
          rowMode: "array"
        });
        const [header, ...records] = readCsv(to, "kinds.csv");
        expect(header).toEqual([
          "id",
          "name",
          "amount",
          "big",
          "day",
          "at",
          "seen",
          "is_listed",
          "share",
          "code",
          'Odd "name"'
        ]);
        const settled = (record: readonly (string | null)[]) =>
          record.map((value, index) => (index === 5 || index === 6 ? shortened(value) : value));
        expect(records.map(settled)).toEqual(expected.rows.map(settled));
      }),
      {numRuns: 25}
    );
  });

  it("declares the rows and exact sums that the server counted, and no sum of what has none", async () => {
    const {admin, folder, pull} = bench();
    await admin.query(`create table sums as select g as id, 0.1::numeric + g / 1000000000000::numeric as amount, 0.1::float8 as share,
      'NaN'::numeric as odd, g::text as name from generate_series(1, 1000) g`);
    const to = folder();
    const pulled = await pull(
      {extracts: {sums: {table: "sums"}, none: {query: "select 1::numeric as one where false;"}}},
      to
    );
    expect(parse(readFileSync(join(to, "controls.yaml"), "utf8"))).toEqual({
      files: {
        "sums.csv": {rows: 1000, sums: {id: "500500", amount: "100.00000050050000000000000000000000"}, hash_totals: {}},
        "none.csv": {rows: 0, sums: {one: "0"}, hash_totals: {}}
      }
    });
    expect(
      readControls(to).map(({file, control, column, declared}) => [file, control, column, declared])
    ).toContainEqual(["sums.csv", "sum", "amount", "100.00000050050000000000000000000000"]);
    expect(pulled.files.map(({name, rows}) => [name, rows])).toEqual([
      ["sums.csv", 1000],
      ["none.csv", 0]
    ]);
    expect(readdirSync(to).sort()).toEqual(["controls.yaml", "none.csv", "sums.csv"]);
    expect(readCsv(to, "none.csv")).toEqual([["one"]]);
  });

  it("sums only the columns that it is asked to", async () => {
    const {folder, pull} = bench();
    const to = folder();
    const settings = {extracts: {pairs: {query: "select 1 as one, 2 as two"}}};
    await pull(settings, to, {isTotalled: (extract, column) => extract === "pairs" && column === "two"});
    expect(parse(readFileSync(join(to, "controls.yaml"), "utf8")).files["pairs.csv"].sums).toEqual({two: "2"});
  });

  it("sees all extracts as they stood at one moment, whatever is written meanwhile", async () => {
    const {admin, folder, pull} = bench();
    await admin.query("create table later as select 1 as id");
    const to = folder();
    let written: Promise<unknown> | null = null;
    const settings = {
      extracts: {first: {query: "select g from generate_series(1, 200000) g"}, later: {table: "later"}}
    };
    await pull(settings, to, {
      onProgress: ({extract}) => {
        if (extract === "first") written ??= admin.query("insert into later select 2");
      }
    });
    await written;
    expect(written).not.toBeNull();
    expect(readCsv(to, "later.csv")).toEqual([["id"], ["1"]]);
    expect((await admin.query("select id from later")).rowCount).toBe(2);
  });

  it("tells of bytes as they come, and of the rows that the server counted", async () => {
    const {folder, pull} = bench();
    const told: {extract: string; bytes: number; rows: number}[] = [];
    const to = folder();
    await pull({extracts: {many: {query: "select g from generate_series(1, 100000) g"}}}, to, {
      onProgress: (progress) => told.push(progress)
    });
    expect(told.length).toBeGreaterThan(1);
    expect(told.map(({bytes}) => bytes)).toEqual(told.map(({bytes}) => bytes).toSorted((a, b) => a - b));
    expect(told.at(-1)).toEqual({extract: "many", rows: 100_000, bytes: readFileSync(join(to, "many.csv")).length});
  });

  it("replaces what an earlier pull left in the folder, ended or not", async () => {
    const {folder, pull} = bench();
    const to = folder();
    await pull({extracts: {one: {query: "select 1 as id"}}}, to);
    for (const name of ["one.csv", "controls.yaml"])
      writeFileSync(join(to, `${name}.part`), "of a pull that was killed");
    await pull({extracts: {one: {query: "select 2 as id"}}}, to);
    expect(readCsv(to, "one.csv")).toEqual([["id"], ["2"]]);
    expect(readdirSync(to).sort()).toEqual(["controls.yaml", "one.csv"]);
  });

  it("leaves nothing behind when it is stopped, while it counts and while it copies", async () => {
    const {folder, pull} = bench();
    const to = folder();
    const copying = new AbortController();
    const many = {extracts: {many: {query: "select g, repeat('x', 500) as x from generate_series(1, 300000) g"}}};
    const stopped = pull(many, to, {signal: copying.signal, onProgress: () => copying.abort(new Error("enough"))});
    await expect(stopped).rejects.toThrow("enough");
    const counting = AbortSignal.timeout(300);
    await expect(
      pull({extracts: {slow: {query: "select pg_sleep(20) is null as x"}}}, to, {signal: counting})
    ).rejects.toThrow("aborted due to timeout");
    expect(readdirSync(to)).toEqual([]);
  });
});

/** A time without the zeros at the end of its fraction, in whichever notation. */
function shortened(value: string | null): string | null {
  return value?.replace(/\.(\d*?)0*(?=\+|$)/, (_, digits: string) => (digits === "" ? "" : `.${digits}`)) ?? null;
}
