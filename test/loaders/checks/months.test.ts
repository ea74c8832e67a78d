import {describe, expect, it} from "vitest";
import {lastCompleteMonth, monthName, monthOf, quarterName} from "#loaders/checks/months.js";

describe("months", () => {
  it.each([
    ["2024-01-31", "2024-01", "2024-Q1"],
    ["2024-03-01", "2024-03", "2024-Q1"],
    ["2024-04-01", "2024-04", "2024-Q2"],
    ["1999-12-31", "1999-12", "1999-Q4"]
  ])("%s lies in %s and %s", (date, month, quarter) => {
    expect([monthName(monthOf(date)), quarterName(monthOf(date))]).toEqual([month, quarter]);
  });

  it("end with the last day that the data cover", () => {
    const last = (date: string) => monthName(lastCompleteMonth(date));
    expect(["2024-02-28", "2024-02-29", "2023-12-31", "2024-01-01"].map(last)).toEqual([
      "2024-01",
      "2024-02",
      "2023-12",
      "2023-12"
    ]);
  });

  it("of what has no date are none", () => expect(quarterName(null)).toBe("undated"));
});
