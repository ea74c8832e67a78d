import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {calibrated, calibratedPds} from "#models/calibration/calibration.js";
import {bayesShift, shiftTo} from "#models/calibration/shift.js";
import {samples} from "./samples.js";

const PDS = Float64Array.of(0.004, 0.012, 0.03, 0.09);
const WEIGHTS = Float64Array.of(0.4, 0.3, 0.2, 0.1);

describe("shiftTo", () => {
  it("gives the shift and the PDs that scipy 1.17.1 (scipy.optimize.brentq) gives", () => {
    const shift = shiftTo(PDS, 0.025, WEIGHTS);
    expect(shift.a).toBeCloseTo(0.22608601528545275, 10);
    const expected = [0.005009650523691442, 0.014998543363921733, 0.037326431904713096, 0.11031290400404285];
    calibratedPds(shift, PDS).forEach((pd, index) => expect(pd).toBeCloseTo(expected[index]!, 12));
  });

  it("makes the mean PD the target, to 1e-12 of itself", () => {
    fc.assert(
      fc.property(samples, fc.double({min: 1e-5, max: 0.9, noNaN: true}), ({pds, weights}, target) => {
        const found = calibratedPds(shiftTo(pds, target, weights), pds);
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        const mean = found.reduce((sum, pd, row) => sum + pd * weights[row]!, 0) / total;
        expect(Math.abs(mean / target - 1)).toBeLessThan(1e-12);
      })
    );
  });

  it("is nothing where the mean is the target already, and is undone by shifting back", () => {
    expect(shiftTo(PDS, 0.0202, WEIGHTS).a).toBeCloseTo(0, 12); // by hand: .0016 + .0036 + .006 + .009
    const there = shiftTo(PDS, 0.025, WEIGHTS);
    expect(shiftTo(calibratedPds(there, PDS), 0.0202, WEIGHTS).a).toBeCloseTo(-there.a, 11);
  });

  it("says so where the target is out of reach, no rate, or there is nothing to shift", () => {
    expect(() => shiftTo(Float64Array.of(0, 0, 0.5), 0.5)).toThrow(/too many PDs are exactly 0 or 1/);
    expect(() => shiftTo(PDS, 0)).toThrow(/in \(0, 1\); got 0/);
    expect(() => shiftTo(new Float64Array(0), 0.1)).toThrow(/no PDs/);
    expect(() => shiftTo(PDS, 0.1, Float64Array.of(1))).toThrow(/4 PDs, but 1 weights/);
    expect(() => shiftTo(PDS, 0.1, Float64Array.of(1, 1, 1, -1))).toThrow(/got -1/);
    expect(() => shiftTo(Float64Array.of(1.5), 0.1)).toThrow(/PD must be in/);
  });
});

describe("bayesShift", () => {
  it("is the odds method, PD q / (PD q + (1 - PD)(1 - target)/(1 - mean)), which misses the target: mean .0248137", () => {
    const shift = bayesShift(PDS, 0.025, WEIGHTS);
    const q = 0.025 / 0.0202;
    PDS.forEach((pd) => {
      const odds = (pd * q) / (pd * q + ((1 - pd) * (1 - 0.025)) / (1 - 0.0202));
      expect(calibrated(shift, pd)).toBeCloseTo(odds, 14);
    });
    const mean = calibratedPds(shift, PDS).reduce((total, pd, row) => total + pd * WEIGHTS[row]!, 0);
    expect(mean).toBeCloseTo(0.0248137, 7);
  });

  it("finished by a shift ends where the shift alone does", () => {
    const first = bayesShift(PDS, 0.025, WEIGHTS);
    const rest = shiftTo(calibratedPds(first, PDS), 0.025, WEIGHTS);
    expect(first.a + rest.a).toBeCloseTo(shiftTo(PDS, 0.025, WEIGHTS).a, 12);
  });
});
