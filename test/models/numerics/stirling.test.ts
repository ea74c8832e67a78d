import {describe, expect, it} from "vitest";
import {logGamma, stirlingError} from "#models/numerics/stirling.js";

describe("logGamma", () => {
  it("is the logarithm of the factorial, and of the root of pi at one half", () => {
    let factorial = 1;
    for (let n = 1; n < 20; n++) {
      expect(logGamma(n)).toBeCloseTo(Math.log(factorial), 12);
      factorial *= n;
    }
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 14);
    expect(() => logGamma(0)).toThrow(/positive number; got 0/);
  });
});

describe("stirlingError", () => {
  it("is 1 - log √(2π) at one, and falls without a jump where the series takes over", () => {
    expect(stirlingError(1)).toBeCloseTo(1 - 0.5 * Math.log(2 * Math.PI), 14);
    expect(stirlingError(12 - 1e-9) - stirlingError(12)).toBeCloseTo(0, 11);
    expect(stirlingError(11)).toBeGreaterThan(stirlingError(13));
  });
});
