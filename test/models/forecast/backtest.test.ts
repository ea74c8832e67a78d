import {describe, expect, it} from "vitest";
import {backtest} from "#models/forecast/backtest.js";
import {fitBands, sizeClass} from "#models/forecast/bands.js";

describe("a backtest", () => {
  const rows = {
    came: Float64Array.of(90, 130, 60, 100, NaN),
    low: Float64Array.of(80, 80, 80, 100, 80),
    mid: Float64Array.of(100, 100, 100, 110, 100),
    high: Float64Array.of(120, 120, 120, 120, 120),
    scale: Float64Array.of(1000, 1000, 1000, 1000, 1000),
    yearBefore: Float64Array.of(95, NaN, 100, NaN, 100)
  };

  it("counts outcomes in and below their interval, ends within, and leaves out what has not come", () => {
    // Misses -10, 30, -40, -10 in thousandths of sales; 90 and 100 lie within, 130 above, 60 below.
    const found = backtest(rows, () => true)!;
    expect(found).toMatchObject({outcomes: 4, inside: 2, below: 1});
    expect(found.bias).toBeCloseTo(-0.0075, 12); // -30 / 4
    expect(found.error).toBeCloseTo(0.0225, 12); // 90 / 4
    expect(found.naiveError).toBeCloseTo(0.0225, 12); // (5 + 40) / 2
  });

  it("says nothing where nothing came", () => {
    expect(backtest(rows, (row) => row === 4)).toBeNull();
  });
});

describe("bands", () => {
  const scale = Float64Array.from({length: 300}, (_, row) => row + 1);

  it("end at the order statistics that make coverage hold for any sample, by class of size", () => {
    // Errors of the smallest third are 1 .. 100 less 50; the 10 % of 101 below each end are ten, so the tenth from each side.
    const errors = Float64Array.from({length: 300}, (_, row) => (1 + Math.floor(row / 100)) * ((row % 100) + 1 - 50));
    const bands = fitBands([errors], scale, 0.8)!;
    expect(bands.sizes).toEqual([101, 201]);
    expect(bands.lower.map(([end]) => end)).toEqual([-40, -80, -120]); // 10 - 50, and twice and three times that
    expect(bands.upper.map(([end]) => end)).toEqual([41, 82, 123]); // 91 - 50
    expect([100, 101, 200, 201].map((value) => sizeClass(value, bands.sizes))).toEqual([0, 1, 1, 2]);
  });

  it("hold the projection even where all errors lie on one side", () => {
    const bands = fitBands([Float64Array.from({length: 300}, () => 5)], scale, 0.8)!;
    expect(bands.lower[0]).toEqual([0]);
    expect(bands.upper[0]).toEqual([5]);
  });

  it("are those of all classes where a class has too few outcomes, and none where all have", () => {
    const few = Float64Array.from({length: 300}, (_, row) => (row < 99 ? row : row < 150 ? NaN : -row));
    expect(fitBands([few], scale, 0.8)!.lower[0]![0]).toBe(fitBands([few], scale, 0.8)!.lower[1]![0]);
    expect(fitBands([new Float64Array(300).fill(NaN)], scale, 0.8)).toBeNull();
  });
});
