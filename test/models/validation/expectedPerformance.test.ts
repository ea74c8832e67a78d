import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {randomOf} from "#models/numerics/random.js";
import {auc} from "#models/validation/auc.js";
import {brierScore} from "#models/validation/brier.js";
import {earlyDefaults} from "#models/validation/earlyDefaults.js";
import {expectedPerformance} from "#models/validation/expectedPerformance.js";
import {naturalErrorRate, observedErrorRate} from "#models/validation/naturalErrorRate.js";
import {riskLevels} from "#models/validation/riskLevels.js";
import {drawnSample} from "./samples.js";

describe("performance expected of PDs alone", () => {
  it("is the exact ratio of expected pairs (by enumeration)", () => {
    const pds = fc.array(fc.integer({min: 1, max: 9}), {minLength: 2, maxLength: 12});
    fc.assert(
      fc.property(pds, (tenths) => {
        const pd = Float64Array.from(tenths, (tenth) => tenth / 10);
        let [right, pairs] = [0, 0];
        pd.forEach((a, i) =>
          pd.forEach((b, j) => {
            if (i === j) return;
            pairs += a * (1 - b);
            right += a * (1 - b) * (a > b ? 1 : a === b ? 0.5 : 0);
          })
        );
        expect(expectedPerformance(pd).auc!.mean).toBeCloseTo(right / pairs, 10);
      })
    );
  });

  it("is what samples show on average, and scatters as it says, where the PDs are the truth", () => {
    const {pd} = drawnSample(800, 1);
    const expected = expectedPerformance(pd);
    const seen = {auc: [] as number[], brier: [] as number[], odr: [] as number[]};
    for (let trial = 0; trial < 300; trial++) {
      const random = randomOf(1000 + trial);
      const defaulted = Uint8Array.from(pd, (p) => (random() < p ? 1 : 0));
      seen.auc.push(auc(pd, defaulted).auc);
      seen.brier.push(brierScore(pd, defaulted));
      seen.odr.push(defaulted.reduce((sum, flag) => sum + flag, 0) / 800);
    }
    for (const key of ["auc", "brier", "odr"] as const) {
      const mean = seen[key].reduce((sum, value) => sum + value, 0) / 300;
      const deviation = Math.sqrt(seen[key].reduce((sum, value) => sum + (value - mean) ** 2, 0) / 299);
      const {mean: stated, standardDeviation} = expected[key]!;
      expect(Math.abs(mean - stated)).toBeLessThan((4 * standardDeviation) / Math.sqrt(300));
      expect(deviation / standardDeviation).toBeGreaterThan(0.8);
      expect(deviation / standardDeviation).toBeLessThan(1.2);
    }
  });

  it("is one half for a risk that is all alike, and null without chances", () => {
    const pd = Float64Array.of(0.1, 0.2, 0.4);
    expect(expectedPerformance(pd, new Float64Array(3)).auc!.mean).toBeCloseTo(0.5, 12);
    expect(expectedPerformance(new Float64Array(3)).auc).toBeNull();
    expect(() => expectedPerformance(Float64Array.of(1.1))).toThrow(/got 1.1/);
  });
});

describe("early defaults", () => {
  it("are all defaults once the window is over", () => {
    const {pd, defaulted} = drawnSample(2000, 3);
    const whole = earlyDefaults(pd, defaulted, new Float64Array(2000).fill(1))!;
    expect(whole.expected).toBeCloseTo(
      pd.reduce((sum, p) => sum + p, 0),
      8
    );
    expect(whole.projectedOdr).toBeCloseTo(whole.events / 2000, 12);
  });

  it("project the default rate from a part of the window, where defaults come evenly", () => {
    const {pd} = drawnSample(20_000, 4);
    const random = randomOf(5);
    const early = earlyDefaults(
      pd,
      Uint8Array.from(pd, (p) => (random() < 1 - (1 - p) ** 0.4 ? 1 : 0)),
      new Float64Array(20_000).fill(0.4)
    )!;
    const mean = pd.reduce((sum, p) => sum + p, 0) / 20_000;
    // About 360 early defaults: four standard deviations of their ratio are 0.21.
    expect(Math.abs(early.ratio! - 1)).toBeLessThan(0.21);
    expect(Math.abs(early.projectedOdr! / mean - 1)).toBeLessThan(0.21);
    expect(early.pValue).toBeGreaterThan(0.001);
  });

  it("follow another course of hazard, leave unseen rows out, and refuse shares that are none", () => {
    const pd = Float64Array.of(0.19, 0.5);
    const late = earlyDefaults(pd, Uint8Array.of(0, 0), Float64Array.of(0.5, 0), {hazardShare: (share) => share ** 2})!;
    expect(late).toMatchObject({observations: 1, events: 0, ratio: 0});
    expect(late.expected).toBeCloseTo(1 - 0.81 ** 0.25, 12);
    expect(earlyDefaults(pd, Uint8Array.of(0, 0), new Float64Array(2))).toBeNull();
    expect(() => earlyDefaults(pd, Uint8Array.of(0, 0), Float64Array.of(1.5, 0))).toThrow(/got 1.5/);
  });
});

describe("the natural error rate", () => {
  it("gives the binormal rates at 2 % (root by scipy 1.17.1)", () => {
    expect(naturalErrorRate(0.8, 0.02)).toBeCloseTo(0.03299210987054044, 11);
    expect(naturalErrorRate(0.9, 0.02)).toBeCloseTo(0.02624986461425465, 11);
  });

  it("runs from that of chance to none as AUC grows", () => {
    expect(naturalErrorRate(0.5, 0.1)).toBeCloseTo(2 * 0.1 * 0.9, 10);
    expect(naturalErrorRate(1, 0.1)).toBe(0);
    const auc = fc.double({min: 0.5, max: 0.9999, noNaN: true});
    fc.assert(
      fc.property(auc, auc, fc.double({min: 0.001, max: 0.5, noNaN: true}), (a, b, rate) => {
        expect(naturalErrorRate(Math.max(a, b), rate)).toBeLessThanOrEqual(
          naturalErrorRate(Math.min(a, b), rate) + 1e-12
        );
      })
    );
    expect(() => naturalErrorRate(0.4, 0.1)).toThrow(/got 0.4/);
  });

  it("is counted on a sample without assuming a distribution, ties in proportion", () => {
    const levels = riskLevels(Float64Array.of(4, 3, 3, 2, 1), Uint8Array.of(1, 1, 0, 0, 0));
    // Two are called risky: one surely, and one of two alike, of whom half default.
    expect(observedErrorRate(levels)).toBeCloseTo((2 * 0.5) / 5, 12);
    expect(observedErrorRate(riskLevels(new Float64Array(0), new Uint8Array(0)))).toBeNull();
  });
});
