import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {calibrated, UNCALIBRATED, type Calibration} from "#models/calibration/calibration.js";
import {fitIsotonic} from "#models/calibration/isotonic.js";
import {logistic} from "#models/numerics/logistic.js";
import {samples} from "./samples.js";

const pd = fc.double({min: 0, max: 1, noNaN: true});
const shift = fc.double({min: -8, max: 8, noNaN: true});
const calibrations: fc.Arbitrary<Calibration> = fc.oneof(
  shift.map((a) => ({kind: "shift" as const, a})),
  fc
    .tuple(shift, fc.double({min: 0.05, max: 5, noNaN: true}))
    .map(([a, b]) => ({kind: "two_parameter" as const, a, b})),
  samples.map(({pds, weights, defaulted}) => fitIsotonic(pds, defaulted, weights))
);

describe("calibrated", () => {
  it("keeps rank, and gives probabilities", () => {
    fc.assert(
      fc.property(calibrations, pd, pd, (calibration, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const [lower, higher] = [calibrated(calibration, low), calibrated(calibration, high)];
        expect(lower).toBeLessThanOrEqual(higher);
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(higher).toBeLessThanOrEqual(1);
      }),
      {numRuns: 500}
    );
  });

  it("never falls from one double to the next, for a shift", () => {
    fc.assert(
      fc.property(shift, fc.double({min: 1e-9, max: 0.9, noNaN: true}), (a, at) => {
        expect(calibrated({kind: "shift", a}, at)).toBeLessThanOrEqual(calibrated({kind: "shift", a}, nextAfter(at)));
      }),
      {numRuns: 2000}
    );
  });

  it("works on log odds", () => {
    const odds = fc.double({min: -12, max: 12, noNaN: true});
    fc.assert(
      fc.property(odds, shift, fc.double({min: 0.2, max: 3, noNaN: true}), (x, a, b) => {
        expect(calibrated({kind: "shift", a}, logistic(x))).toBeCloseTo(logistic(x + a), 10);
        expect(calibrated({kind: "two_parameter", a, b}, logistic(x))).toBeCloseTo(logistic(a + b * x), 10);
      })
    );
  });

  it("survives JSON exactly", () => {
    fc.assert(
      fc.property(calibrations, pd, (calibration, at) => {
        expect(calibrated(JSON.parse(JSON.stringify(calibration)) as Calibration, at)).toBe(
          calibrated(calibration, at)
        );
      })
    );
  });

  it("leaves 0 and 1 where they are, all else by UNCALIBRATED, and refuses what is no PD", () => {
    for (const kind of [{kind: "shift", a: 2} as const, {kind: "two_parameter", a: -1, b: 2} as const]) {
      expect([calibrated(kind, 0), calibrated(kind, 1)]).toEqual([0, 1]);
    }
    fc.assert(
      fc.property(pd, (at) => {
        expect(calibrated(UNCALIBRATED, at)).toBeCloseTo(at, 14);
      })
    );
    for (const at of [-0.1, 1.1, NaN]) expect(() => calibrated(UNCALIBRATED, at)).toThrow(/PD must be in \[0, 1\]/);
  });
});

function nextAfter(x: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  view.setBigUint64(0, view.getBigUint64(0) + 1n);
  return view.getFloat64(0);
}
