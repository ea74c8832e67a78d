import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {auc, aucInterval} from "#models/validation/auc.js";

const scored = fc
  .array(fc.tuple(fc.integer({min: 0, max: 9}), fc.boolean()), {minLength: 4, maxLength: 40})
  .filter((rows) => rows.some(([, y]) => y) && rows.some(([, y]) => !y));

function split(rows: readonly (readonly [number, boolean])[]) {
  return {
    risk: Float64Array.from(rows, ([score]) => score),
    defaulted: Uint8Array.from(rows, ([, y]) => (y ? 1 : 0))
  };
}

describe("auc", () => {
  it("gives the AUC and DeLong error of the twelve-row oracle (scipy 1.17.1)", () => {
    const defaulted = Uint8Array.of(0, 0, 1, 0, 1, 1, 0, 0, 1, 0, 0, 1);
    const risk = Float64Array.of(0.1, 0.2, 0.7, 0.3, 0.8, 0.6, 0.2, 0.15, 0.9, 0.65, 0.05, 0.3);
    const estimate = auc(risk, defaulted);
    expect(estimate.auc).toBeCloseTo(0.9285714, 7);
    expect(estimate.standardError).toBeCloseTo(0.0723747, 7);
  });

  it("is the share of pairs ranked rightly, ties half", () => {
    fc.assert(
      fc.property(scored, (rows) => {
        const {risk, defaulted} = split(rows);
        let right = 0;
        let pairs = 0;
        rows.forEach(([a, isA]) =>
          rows.forEach(([b, isB]) => {
            if (!isA || isB) return;
            pairs++;
            right += a > b ? 1 : a === b ? 0.5 : 0;
          })
        );
        expect(auc(risk, defaulted).auc).toBeCloseTo(right / pairs, 12);
      })
    );
  });

  it("turns to one minus itself when the order of risk is turned", () => {
    fc.assert(
      fc.property(scored, (rows) => {
        const {risk, defaulted} = split(rows);
        const turned = auc(
          risk.map((score) => -score),
          defaulted
        );
        expect(auc(risk, defaulted).auc + turned.auc).toBeCloseTo(1, 12);
        expect(auc(risk, defaulted).standardError).toBeCloseTo(turned.standardError, 12);
      })
    );
  });

  it("keeps the interval within (0, 1) and around the estimate", () => {
    fc.assert(
      fc.property(scored, (rows) => {
        const {risk, defaulted} = split(rows);
        const estimate = auc(risk, defaulted);
        const [lower, upper] = aucInterval(estimate);
        expect(lower).toBeLessThanOrEqual(estimate.auc + 1e-12);
        expect(upper).toBeGreaterThanOrEqual(estimate.auc - 1e-12);
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(upper).toBeLessThanOrEqual(1);
      })
    );
  });

  it("refuses one class alone, and a risk that is not there", () => {
    expect(() => auc(Float64Array.of(1, 2), Uint8Array.of(0, 0))).toThrow(/both classes/);
    expect(() => auc(Float64Array.of(1, NaN), Uint8Array.of(0, 1))).toThrow(/NaN/);
  });
});
