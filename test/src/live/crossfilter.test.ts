import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {Codes, LiveBook} from "#src/live/book.js";
import {countBook, type Choice, type CountOptions} from "#src/live/crossfilter.js";

interface Row {
  readonly grade: string;
  readonly before: string;
  readonly industry: string;
  readonly size: string;
  readonly pd: number;
  readonly drawn: number;
}

const GRADES = ["A", "BB", "C", "D"];
const row = fc.record({
  grade: fc.constantFrom(...GRADES),
  before: fc.constantFrom(...GRADES, "unknown"),
  industry: fc.constantFrom("C", "E", "F"),
  size: fc.constantFrom("large", "small"),
  pd: fc.oneof(
    fc.constant(NaN),
    fc.integer({min: 0, max: 64}).map((n) => n / 64)
  ),
  drawn: fc.oneof(fc.constant(NaN), fc.integer({min: 0, max: 1000}))
});
const members = (...all: string[]) => fc.subarray(all);
const choice = fc.record({
  grade: members(...GRADES),
  industry: members("C", "E", "F"),
  size: members("large", "small")
});

function codesOf(texts: readonly string[]): Codes {
  const all = [...new Set(texts)];
  return {members: all, codes: Uint8Array.from(texts, (text) => all.indexOf(text))};
}

function bookOf(rows: readonly Row[]): LiveBook {
  const column = (name: "grade" | "before" | "industry" | "size") => codesOf(rows.map((each) => each[name]));
  const codes = {grade: column("grade"), before: column("before"), industry: column("industry"), size: column("size")};
  return {
    rowCount: rows.length,
    codes,
    pd: Float64Array.from(rows, ({pd}) => pd),
    drawn: Float64Array.from(rows, ({drawn}) => drawn)
  };
}

const DIMENSIONS = ["grade", "industry", "size"] as const;
const options = (measure: "drawn" | "obligors"): CountOptions => ({
  dimensions: DIMENSIONS,
  measure,
  weakGrades: new Set(["BB", "C", "D"])
});
const passes = (each: Row, chosen: Choice, but?: string) =>
  DIMENSIONS.every((name) => name === but || (chosen[name] ?? []).length === 0 || chosen[name]!.includes(each[name]));

describe("countBook", () => {
  it("counts each dimension under the choices in all the others, as filtering row by row would", () => {
    fc.assert(
      fc.property(
        fc.array(row, {maxLength: 60}),
        choice,
        fc.constantFrom("drawn", "obligors"),
        (rows, chosen, measure) => {
          const {byMember} = countBook(bookOf(rows), chosen, options(measure as "drawn"));
          for (const name of DIMENSIONS) {
            for (const [member, value] of Object.entries(byMember[name]!)) {
              const counted = rows.filter((each) => each[name] === member && passes(each, chosen, name));
              const weights = counted
                .map(({drawn}) => (measure === "drawn" ? drawn : 1))
                .filter((weight) => !Number.isNaN(weight));
              expect(value).toBe(weights.reduce((sum, weight) => sum + weight, 0));
            }
          }
        }
      )
    );
  });

  it("gives the figures of the chosen rows alone", () => {
    fc.assert(
      fc.property(fc.array(row, {maxLength: 60}), choice, (rows, chosen) => {
        const inside = rows.filter((each) => passes(each, chosen));
        const rated = inside.filter(({pd}) => !Number.isNaN(pd));
        const counted = countBook(bookOf(rows), chosen, options("drawn"));
        expect(counted.obligors).toBe(inside.length);
        expect(counted.meanPd).toBe(
          rated.length === 0 ? null : rated.reduce((sum, {pd}) => sum + pd, 0) / rated.length
        );
        expect(counted.defaultShare).toBe(
          inside.length === 0 ? null : inside.filter(({grade}) => grade === "D").length / inside.length
        );
      })
    );
  });

  it("weighs the weak share by the measure, and an unknown exposure weighs nothing", () => {
    fc.assert(
      fc.property(fc.array(row, {maxLength: 60}), fc.constantFrom("drawn", "obligors"), (rows, measure) => {
        const weight = ({drawn}: Row) => (measure === "obligors" ? 1 : drawn || 0);
        const sum = (some: readonly Row[]) => some.reduce((total, each) => total + weight(each), 0);
        const weak = rows.filter(({grade}) => ["BB", "C", "D"].includes(grade));
        const {weakShare} = countBook(bookOf(rows), {}, options(measure as "drawn"));
        expect(weakShare).toBe(sum(rows) > 0 ? sum(weak) / sum(rows) : null);
      })
    );
  });
});
