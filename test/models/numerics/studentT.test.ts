import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {normalCdf} from "#models/numerics/normal.js";
import {studentTCdf, studentTQuantile, studentTTail} from "#models/numerics/studentT.js";
import {offBy} from "./offBy.js";

describe("Student's t", () => {
  // scipy 1.17.1: scipy.stats.t.cdf and sf
  it.each([
    [-3, 4, 0.019970984035859413, 0.9800290159641406],
    [0.2, 1, 0.562832958189001, 0.4371670418109989],
    [-12, 30, 2.7900927075996303e-13, 0.999999999999721],
    [-40, 2.5, 7.09781714524669e-5, 0.9999290218285475],
    [2, 1e6, 0.9772497330743404, 0.02275026692565962],
    [-30, 100, 4.190166279344164e-52, 1]
  ])("is right to 1e-10 of either tail at %d with %d degrees", (t, degrees, below, above) => {
    expect(offBy(studentTCdf(t, degrees), below)).toBeLessThan(1e-10);
    expect(offBy(studentTTail(t, degrees), above)).toBeLessThan(1e-10);
  });

  // scipy 1.17.1: scipy.stats.t.ppf
  it.each([
    [0.975, 9, 2.262157162798205],
    [1e-8, 3, -479.5250695797382],
    [0.4, 7, -0.2631668613520229],
    [0.001, 200, -3.131479814221121]
  ])("has its quantile at %d with %d degrees right to 1e-10", (p, degrees, t) => {
    expect(offBy(studentTQuantile(p, degrees), t)).toBeLessThan(1e-10);
  });

  it("is turned back by its quantile, and nears the normal law as degrees grow", () => {
    fc.assert(
      fc.property(fc.double({min: 1e-12, max: 0.999999, noNaN: true}), fc.integer({min: 1, max: 500}), (p, degrees) => {
        expect(offBy(studentTCdf(studentTQuantile(p, degrees), degrees), p)).toBeLessThan(1e-10);
      })
    );
    expect(studentTCdf(1.3, 1e9)).toBeCloseTo(normalCdf(1.3), 8);
  });

  it("has its median at 0 and its ends at infinity, and refuses NaN and no degrees", () => {
    expect([studentTCdf(0, 5), studentTCdf(-Infinity, 5), studentTCdf(Infinity, 5)]).toEqual([0.5, 0, 1]);
    expect([studentTQuantile(0, 5), studentTQuantile(1, 5)]).toEqual([-Infinity, Infinity]);
    expect(() => studentTCdf(NaN, 5)).toThrow(/NaN/);
    expect(() => studentTCdf(1, 0)).toThrow(/degrees/);
  });
});
