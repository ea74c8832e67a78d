import {mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  bigints,
  booleans,
  columnsFrom,
  dates,
  doubles,
  integers,
  isoDate,
  rowsOf,
  varchars,
  type Columns
} from "#warehouse/engine/columns.js";
import {openDuckDB} from "#warehouse/engine/duckdb.js";
import {UserError} from "#warehouse/engine/userError.js";
import {withEngine} from "../../support/memoryEngine.js";

const day = fc.integer({min: -20_000, max: 40_000});
type RowOf<A> = A extends fc.Arbitrary<infer T> ? T : never;

const anyRow = fc.record({
  number: fc.option(fc.double({noNaN: true})),
  whole: fc.option(fc.integer()),
  big: fc.option(fc.maxSafeInteger()),
  truth: fc.option(fc.boolean()),
  date: fc.option(day),
  text: fc.option(fc.constantFrom("", "a", "中文", "it's", 'quote "', "𝄞", "x".repeat(40)))
});

function columnsOfRows(rows: readonly RowOf<typeof anyRow>[]): Columns {
  return columnsFrom({
    number: doubles(Float64Array.from(rows, ({number}) => number ?? NaN)),
    whole: integers(rows.map(({whole}) => whole)),
    big: bigints(rows.map(({big}) => big)),
    truth: booleans(rows.map(({truth}) => truth)),
    date: dates(rows.map(({date}) => date)),
    text: varchars(rows.map(({text}) => text))
  });
}

describe("the DuckDB engine", () => {
  it("gives back every column that it was given, missing kept apart", async () => {
    await withEngine(async (engine) => {
      await fc.assert(
        fc.asyncProperty(fc.array(anyRow, {maxLength: 50}), async (rows) => {
          const columns = columnsOfRows(rows);
          await engine.write("round_trip", columns);
          expect(rowsOf(await engine.columns("select * from round_trip"))).toEqual(rowsOf(columns));
        }),
        {numRuns: 40}
      );
    });
  });

  it("keeps values and nulls in place across chunk borders, when written and when appended", async () => {
    await withEngine(async (engine) => {
      const rows = 10_007;
      const values = Float64Array.from({length: rows}, (_, i) => (i % 7 === 0 ? NaN : i));
      const texts = Array.from(values, (value) => (Number.isNaN(value) ? null : `t${value % 13}`));
      const columns = columnsFrom({value: doubles(values), text: varchars(texts)});
      await engine.write("wide", columns);
      await engine.append("wide", columns);
      const read = await engine.columns("select * from wide");
      expect(read.rowCount).toBe(2 * rows);
      expect(rowsOf(read)).toEqual([...rowsOf(columns), ...rowsOf(columns)]);
    });
  });

  it("reads DECIMAL and HUGEINT as doubles, and a date as days", async () => {
    await withEngine(async (engine) => {
      const [row] = rowsOf(
        await engine.columns("select 12.34::decimal(18,2) as price, sum(5::bigint) as total, date '2024-02-29' as day")
      );
      expect(row).toEqual({price: 12.34, total: 5, day: "2024-02-29"});
      expect(isoDate(19_782)).toBe("2024-02-29");
    });
  });

  it("rolls a failed transaction back whole", async () => {
    await withEngine(async (engine) => {
      await engine.run("create table kept as select 1 as x");
      const work = engine.transaction(async () => {
        await engine.run("insert into kept values (2)");
        throw new Error("stop here");
      });
      await expect(work).rejects.toThrow("stop here");
      expect(rowsOf(await engine.columns("select * from kept"))).toEqual([{x: 1}]);
    });
  });

  it("reaches no network: extensions are neither installed nor loaded by themselves", async () => {
    await withEngine(async (engine) => {
      await expect(engine.run("select * from read_parquet('https://example.invalid/x.parquet')")).rejects.toThrow();
      const settings = await engine.columns(
        "select name, value from duckdb_settings() where name like 'auto%known_extensions' order by name"
      );
      expect(rowsOf(settings).map(({value}) => value)).toEqual(["false", "false"]);
    });
  });

  it("says in one sentence that a file is no database", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "loanscape-")), "not.duckdb");
    writeFileSync(file, "this is a text, and a longer one than a header would be".repeat(200));
    await expect(openDuckDB(file)).rejects.toThrow(UserError);
    await expect(openDuckDB(file)).rejects.toThrow(/not a DuckDB database/);
  });
});
