import {describe, expect, it} from "vitest";
import {longRunAverage, pooledDefaultRate} from "#models/calibration/longRunAverage.js";

const years = [
  {year: 2019, obligors: 100, defaults: 3},
  {year: 2020, obligors: 400, defaults: 4}
];

describe("longRunAverage", () => {
  it("counts years alike, where the pooled rate counts obligors alike", () => {
    expect(longRunAverage(years)).toBeCloseTo(0.02, 14); // by hand: (3 % + 1 %) / 2
    expect(pooledDefaultRate(years)).toBeCloseTo(7 / 500, 14);
  });

  it("refuses no years, and years that cannot be", () => {
    expect(() => longRunAverage([])).toThrow(/at least one year/);
    expect(() => longRunAverage([{year: 2021, obligors: 0, defaults: 0}])).toThrow(/2021: 0 defaults of 0 obligors/);
  });
});
