import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {day, month, yearsBefore} from "#src/format/date.js";

describe("dates", () => {
  it("are written in each language", () => {
    expect([
      day("2025-12-31", "en"),
      day("2025-12-31", "zh"),
      month("2025-06-30", "en"),
      month("2025-06-30", "zh")
    ]).toEqual(["31 December 2025", "2025年12月31日", "Jun 2025", "2025年6月"]);
  });

  it("stay month ends a year before, leap years too", () => {
    expect([yearsBefore("2025-02-28", 1), yearsBefore("2024-02-29", 1), yearsBefore("2025-12-31", 1)]).toEqual([
      "2024-02-29",
      "2023-02-28",
      "2024-12-31"
    ]);
    fc.assert(
      fc.property(
        fc.integer({min: 1990, max: 2100}),
        fc.integer({min: 1, max: 12}),
        fc.integer({min: 1, max: 5}),
        (year, number, years) => {
          const end = (of: number) => new Date(Date.UTC(of, number, 0)).toISOString().slice(0, 10);
          expect(yearsBefore(end(year), years)).toBe(end(year - years));
        }
      )
    );
  });
});
