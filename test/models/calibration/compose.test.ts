import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {calibrated, UNCALIBRATED, type Calibration} from "#models/calibration/calibration.js";
import {composed} from "#models/calibration/compose.js";

const a = fc.double({min: -3, max: 3, noNaN: true});
const b = fc.double({min: 0.2, max: 3, noNaN: true});
const line = fc.oneof(
  fc.record({kind: fc.constant("shift" as const), a}),
  fc.record({kind: fc.constant("two_parameter" as const), a, b})
);

describe("two calibrations in one", () => {
  it("do what one does after the other", () => {
    fc.assert(
      fc.property(line, line, fc.double({min: 1e-4, max: 0.9, noNaN: true}), (first, second, pd) => {
        const both = calibrated(second, calibrated(first, pd));
        expect(calibrated(composed(first, second), pd)).toBeCloseTo(both, 10);
      })
    );
  });

  it("leave a calibration as it was where the other does nothing", () => {
    expect(composed({kind: "two_parameter", a: 0.3, b: 0.8}, UNCALIBRATED)).toEqual({
      kind: "two_parameter",
      a: 0.3,
      b: 0.8
    });
  });

  it("refuse an isotonic one", () => {
    const isotonic: Calibration = {kind: "isotonic", pds: [0.1, 0.2], values: [0.1, 0.2]};
    expect(() => composed(isotonic, UNCALIBRATED)).toThrow("isotonic");
  });
});
