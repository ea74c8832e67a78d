import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {pdStages} from "#models/calibration/finalPd.js";
import {marginByCategory, withMargin, type MarginOfConservatism} from "#models/calibration/margin.js";
import {logistic} from "#models/numerics/logistic.js";

const pd = fc.double({min: 0, max: 1, noNaN: true});
const part = fc.record({
  category: fc.constantFrom("A" as const, "B" as const, "C" as const),
  reason: fc.constant("short history"),
  kind: fc.constantFrom("log_odds" as const, "multiplicative" as const),
  size: fc.double({min: 0, max: 2, noNaN: true})
});
const margins: fc.Arbitrary<MarginOfConservatism> = fc.array(part, {maxLength: 5});

describe("withMargin", () => {
  it("adds to log odds, and multiplies, in the order given", () => {
    const margin: MarginOfConservatism = [
      {category: "A", reason: "gaps in data", kind: "multiplicative", size: 0.1},
      {category: "C", reason: "sampling error", kind: "log_odds", size: 0.2}
    ];
    const expected = logistic(Math.log(0.022 / 0.978) + 0.2); // by hand: .02 times 1.1, then the odds
    expect(withMargin(margin, 0.02)).toBeCloseTo(expected, 14);
    const {A, B, C} = marginByCategory(margin, 0.02);
    expect(A).toBeCloseTo(0.002, 14);
    expect(B).toBe(0);
    expect(C).toBeCloseTo(expected - 0.022, 14);
  });

  it("keeps rank, is never below the PD and never above one, and its categories add up", () => {
    fc.assert(
      fc.property(margins, pd, pd, (margin, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        expect(withMargin(margin, low)).toBeLessThanOrEqual(withMargin(margin, high));
        expect(withMargin(margin, low)).toBeGreaterThanOrEqual(low);
        expect(withMargin(margin, high)).toBeLessThanOrEqual(1);
        const {A, B, C} = marginByCategory(margin, low);
        expect(low + A + B + C).toBeCloseTo(withMargin(margin, low), 13);
      })
    );
  });

  it("refuses to make a PD safer", () => {
    const margin = [{category: "B", reason: "scope", kind: "log_odds", size: -0.1}] as const;
    expect(() => withMargin(margin, 0.02)).toThrow(/margin B, scope: size must be zero or more; got -0.1/);
  });
});

describe("pdStages", () => {
  it("calibrates, adds the margin, then floors; each stage shown", () => {
    const margin = [{category: "C", reason: "sampling error", kind: "multiplicative", size: 0.5}] as const;
    const how = {calibration: {kind: "shift", a: Math.log(2)}, margin, floor: 0.0005} as const;
    const {model, calibrated, withMargin: prudent, final} = pdStages(how, 0.2);
    expect([model, final]).toEqual([0.2, prudent]);
    expect(calibrated).toBeCloseTo(1 / 3, 14); // odds 1/4, doubled
    expect(prudent).toBeCloseTo(0.5, 14);
    expect(pdStages(how, 1e-5).final).toBe(0.0005);
    expect(() => pdStages({...how, floor: 5}, 0.1)).toThrow(/floor must be in \[0, 1\]; got 5/);
  });
});
