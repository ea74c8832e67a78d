import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {creditCycleIndex, pitPd, ttcPd} from "#models/calibration/creditCycle.js";
import {normalDensity} from "#models/numerics/normal.js";

const pd = fc.double({min: 0.0003, max: 0.5, noNaN: true});
const index = fc.double({min: -3, max: 3, noNaN: true});
const rho = fc.double({min: 0.01, max: 0.5, noNaN: true});

describe("pitPd", () => {
  // scipy 1.17.1: scipy.stats.norm, through-the-cycle 2 %, correlation .15
  it.each([
    [-1, 0.0353407],
    [0, 0.0129535],
    [1, 0.0040522]
  ])("of 2 % is low in good years and high in bad: Z %d", (z, expected) => {
    expect(pitPd(0.02, z, 0.15)).toBeCloseTo(expected, 7);
  });

  it("is turned back by ttcPd, falls as the year gets better, and keeps rank", () => {
    fc.assert(
      fc.property(pd, index, rho, (ttc, z, correlation) => {
        expect(ttcPd(pitPd(ttc, z, correlation), z, correlation)).toBeCloseTo(ttc, 11);
        expect(pitPd(ttc, z + 0.1, correlation)).toBeLessThan(pitPd(ttc, z, correlation));
        expect(pitPd(ttc * 1.1, z, correlation)).toBeGreaterThan(pitPd(ttc, z, correlation));
      })
    );
  });

  it("has the through-the-cycle PD as its mean over all years", () => {
    let mean = 0;
    for (let z = -9; z <= 9; z += 0.01) mean += 0.01 * normalDensity(z) * pitPd(0.02, z, 0.15);
    expect(mean).toBeCloseTo(0.02, 10);
  });

  it("refuses a correlation of one", () => expect(() => pitPd(0.02, 0, 1)).toThrow(/correlation/));
});

describe("creditCycleIndex", () => {
  it("finds the index that made the year's default rate", () => {
    fc.assert(
      fc.property(pd, index, rho, (ttc, z, correlation) => {
        const [year] = creditCycleIndex([{year: 2020, odr: pitPd(ttc, z, correlation)}], ttc, correlation);
        expect(year!.z).toBeCloseTo(z, 8);
      })
    );
  });

  it("says nothing of a year without defaults, and refuses a cycle without correlation", () => {
    expect(creditCycleIndex([{year: 2021, odr: 0}], 0.02, 0.1)).toEqual([{year: 2021, z: null}]);
    expect(() => creditCycleIndex([], 0.02, 0)).toThrow(/no credit cycle/);
  });
});
