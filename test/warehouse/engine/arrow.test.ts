import {tableFromIPC} from "@uwdata/flechette";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {arrowOf, columnsOfArrow} from "#warehouse/engine/arrow.js";
import {bigints, booleans, columnsFrom, dates, doubles, integers, rowsOf, varchars} from "#warehouse/engine/columns.js";

type RowOf<A> = A extends fc.Arbitrary<infer T> ? T : never;

const cell = fc.record({
  number: fc.option(fc.double({noNaN: true})),
  whole: fc.option(fc.integer()),
  big: fc.option(fc.maxSafeInteger()),
  truth: fc.option(fc.boolean()),
  date: fc.option(fc.integer({min: -20_000, max: 40_000})),
  repeated: fc.option(fc.constantFrom("AAA", "中", "")),
  distinct: fc.option(fc.string({unit: "grapheme"}))
});

function tableOf(rows: readonly RowOf<typeof cell>[]) {
  return columnsFrom({
    number: doubles(Float64Array.from(rows, ({number}) => number ?? NaN)),
    whole: integers(rows.map(({whole}) => whole)),
    big: bigints(rows.map(({big}) => big)),
    truth: booleans(rows.map(({truth}) => truth)),
    date: dates(rows.map(({date}) => date)),
    repeated: varchars(rows.map(({repeated}) => repeated)),
    distinct: varchars(rows.map(({distinct}) => distinct))
  });
}

describe("arrowOf", () => {
  it("keeps every value and every gap on the way to Arrow and back", () => {
    fc.assert(
      fc.property(fc.array(cell, {minLength: 1, maxLength: 80}), (rows) => {
        const table = tableOf(rows);
        expect(rowsOf(columnsOfArrow(arrowOf(table)))).toEqual(rowsOf(table));
      })
    );
  });

  it("is read alike by the small decoder of the browser", () => {
    const table = tableOf(fc.sample(cell, {numRuns: 300, seed: 3}));
    const read = tableFromIPC(arrowOf(table), {useDate: false});
    for (const name of ["number", "whole", "truth", "repeated", "distinct"]) {
      const expected = rowsOf(table).map((row) => row[name]);
      expect(Array.from(read.getChild(name)!)).toEqual(expected);
    }
  });

  it("gives equal bytes for equal columns, and stores repeated text once", () => {
    const grades = Array.from({length: 10_000}, (_, row) => `grade ${row % 9}`);
    const table = columnsFrom({grade: varchars(grades)});
    expect(arrowOf(table)).toEqual(arrowOf(columnsFrom({grade: varchars([...grades])})));
    expect(arrowOf(table).length).toBeLessThan(10_000 * 4 + 2000);
  });

  it("writes a table without rows", () => {
    const empty = columnsFrom({grade: varchars([]), pd: doubles(new Float64Array(0))});
    expect(columnsOfArrow(arrowOf(empty)).rowCount).toBe(0);
  });
});
