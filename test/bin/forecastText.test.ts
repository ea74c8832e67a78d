import {describe, expect, it} from "vitest";
import {backtestText} from "../../bin/forecastText.js";

describe("the text of a backtest", () => {
  it("has a line for each year and quarter ahead, with what was promised and what came", () => {
    const row = {
      basis: "statements",
      sample: "test",
      year: 2021,
      quarter: 1,
      outcomes: 1234,
      coverage: 0.796,
      below: 0.1
    };
    const text = backtestText({
      cash: [{...row, bias: -0.0021, error: 0.04, naive_error: null, nominal: 0.8}],
      debtService: [{year: 2021, quarter: 1, projected_to_due: 0.99}]
    });
    expect(text).toContain("their 80.0 % interval");
    expect(text).toMatch(/statements {2}test +2021 +1 +1,234 +79\.6 % +10\.0 % +-0\.0021 +0\.0400 +-/);
    expect(text).toMatch(/2021 +99\.0 % +- +- +-/);
  });

  it("says so where there is nothing to compare with", () => {
    expect(backtestText({cash: [], debtService: []})).toMatch(/too few quarters are known/);
  });
});
