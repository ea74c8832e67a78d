import {describe, expect, it} from "vitest";
import {sizeClassOf, type SizeFacts, type SizeThreshold} from "#models/size/sizeClass.js";
import {sizeThresholds} from "#pipeline/reference/sizeThresholds.js";

const table = sizeThresholds();
const rows = [...new Set(table.map(({row}) => row))];
const ORDER = ["micro", "small", "medium", "large"] as const;
const PLENTY = 1e9;

function facts(code: string, values: Partial<SizeFacts>): SizeFacts {
  return {industryCode: code, employees: PLENTY, revenue: PLENTY, total_assets: PLENTY, ...values};
}

function codeOf({divisions}: SizeThreshold): string {
  return `${divisions[0]}0000`.slice(0, 5);
}

describe("the size table of 2017", () => {
  it("has the sixteen rows of the published table", () => expect(rows).toHaveLength(16));

  for (const threshold of table) {
    for (const [rank, limit] of [threshold.small, threshold.medium, threshold.large].entries()) {
      it(`${threshold.row}, ${threshold.indicator} ${limit}: at the limit ${ORDER[rank + 1]}, one below one class down`, () => {
        const at = (value: number) => sizeClassOf(facts(codeOf(threshold), {[threshold.indicator]: value}), table);
        expect([at(limit - 1), at(limit), at(limit + 1)]).toEqual([ORDER[rank], ORDER[rank + 1], ORDER[rank + 1]]);
      });
    }
  }

  it("takes the smallest class over the indicators: one that falls short is enough", () => {
    expect(sizeClassOf(facts("C3911", {employees: 1000, revenue: 39_999}), table)).toBe("medium");
    expect(sizeClassOf(facts("C3911", {employees: 19, revenue: 40_000}), table)).toBe("micro");
  });

  it("keeps transport and storage apart within division 59, and information apart from software", () => {
    expect(sizeClassOf(facts("G5910", {employees: 300, revenue: 30_000}), table)).toBe("medium");
    expect(sizeClassOf(facts("G5920", {employees: 200, revenue: 30_000}), table)).toBe("large");
    expect(sizeClassOf(facts("I6410", {employees: 2000, revenue: 99_999}), table)).toBe("medium");
    expect(sizeClassOf(facts("I6510", {employees: 300, revenue: 10_000}), table)).toBe("large");
  });

  it.each(["G5310", "J6610", "K7040", "P8310", "Q8411", "S9111", "T9700"])("does not guess for %s", (code) => {
    expect(sizeClassOf(facts(code, {}), table)).toBe("not_applicable");
  });

  it.each(["F", "G", "G59", "H", "I", "K", "K70", "Q"])(
    "says nothing for %s, which is too coarse to find its row",
    (code) => {
      expect(sizeClassOf(facts(code, {}), table)).toBeNull();
    }
  );

  it("says nothing where an indicator is unknown", () => {
    expect(sizeClassOf(facts("C3911", {employees: null}), table)).toBeNull();
  });
});
