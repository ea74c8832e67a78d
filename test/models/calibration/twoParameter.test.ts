import {describe, expect, it} from "vitest";
import {calibratedPds} from "#models/calibration/calibration.js";
import {fitTwoParameter} from "#models/calibration/twoParameter.js";
import {sampleOf} from "./samples.js";

const {pds, weights, defaulted} = sampleOf({seed: 4, rows: 40_000});

describe("fitTwoParameter", () => {
  it("finds slope one and no shift where the PDs are the truth, within sampling error", () => {
    const fit = fitTwoParameter(pds, defaulted);
    expect(fit.b).toBeCloseTo(1, 1);
    expect(fit.a).toBeCloseTo(0, 0);
  });

  it("undoes a spread and a shift that were put on, exactly", () => {
    const truth = fitTwoParameter(pds, defaulted);
    const bent = calibratedPds({kind: "two_parameter", a: 0.7, b: 2}, pds);
    const fit = fitTwoParameter(bent, defaulted);
    expect(fit.b).toBeCloseTo(truth.b / 2, 9);
    expect(fit.a).toBeCloseTo(truth.a - (0.7 * truth.b) / 2, 9);
  });

  it("gives the mean PD of the outcomes, or the target", () => {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const mean = (values: ArrayLike<number>) =>
      weights.reduce((sum, weight, row) => sum + weight * values[row]!, 0) / total;
    expect(mean(calibratedPds(fitTwoParameter(pds, defaulted, {weights}), pds))).toBeCloseTo(mean(defaulted), 10);
    expect(mean(calibratedPds(fitTwoParameter(pds, defaulted, {weights, target: 0.03}), pds))).toBeCloseTo(0.03, 12);
  });

  it("refuses PDs that rank the outcomes the wrong way, and PDs without log odds", () => {
    const backwards = pds.map((pd) => 1 - pd);
    expect(() => fitTwoParameter(backwards, defaulted)).toThrow(/slope is not above zero/);
    expect(() => fitTwoParameter(Float64Array.of(0, 0.2, 0.3), Uint8Array.of(0, 1, 0))).toThrow(/floor it first/);
  });
});
