import {describe, expect, it} from "vitest";
import {risingRoot} from "#models/numerics/root.js";

describe("risingRoot", () => {
  it("finds a root by Newton's method, and by bisection where there is no slope", () => {
    expect(risingRoot((x) => ({value: x * x * x - 2, slope: 3 * x * x}), 0, 9)).toBeCloseTo(2 ** (1 / 3), 15);
    expect(risingRoot((x) => ({value: x ** 3 - 2, slope: NaN}), 0, 9)).toBeCloseTo(2 ** (1 / 3), 14);
  });

  it("ends at an end where the function does not cross", () => {
    expect(risingRoot(() => ({value: -1, slope: 0}), 0, 1)).toBeCloseTo(1, 12);
    expect(risingRoot((x) => ({value: x < 0.5 ? -Infinity : 1, slope: NaN}), 0, 1)).toBeCloseTo(0.5, 12);
  });
});
