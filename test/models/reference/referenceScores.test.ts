import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {altmanZDoublePrime, altmanZoneOf, type AltmanInputs} from "#models/reference/altmanZDoublePrime.js";
import {beneishMScore, isBeneishFlagged, type BeneishInputs} from "#models/reference/beneishMScore.js";

const firm: AltmanInputs = {
  workingCapital: 0.2,
  retainedEarnings: 0.1,
  operatingIncome: 0.05,
  equityToLiabilities: 0.8
};
const steady: BeneishInputs = {
  receivables: 1,
  grossMargin: 1,
  assetQuality: 1,
  sales: 1,
  depreciation: 1,
  expense: 1,
  leverage: 1,
  accruals: 0
};

describe("Altman's Z''", () => {
  it("is a weighted sum with the constant of emerging markets", () => {
    // 3.25 + 6.56 x 0.2 + 3.26 x 0.1 + 6.72 x 0.05 + 1.05 x 0.8 = 3.25 + 1.312 + 0.326 + 0.336 + 0.84
    expect(altmanZDoublePrime(firm)).toBeCloseTo(6.064, 12);
  });

  it("is 3.25 for a firm that has nothing, where the form without a constant has 0", () => {
    const nothing = {workingCapital: 0, retainedEarnings: 0, operatingIncome: 0, equityToLiabilities: 0};
    expect(altmanZDoublePrime(nothing)).toBe(3.25);
  });

  it("says nothing where an input is missing", () => {
    for (const name of Object.keys(firm)) expect(altmanZDoublePrime({...firm, [name]: null}), name).toBeNull();
  });

  it("has three zones, and both limits in the grey one", () => {
    expect([4.34, 4.35, 5.85, 5.86].map(altmanZoneOf)).toEqual(["distress", "grey", "grey", "safe"]);
  });

  it("never falls when an input rises", () => {
    const value = fc.double({min: -5, max: 5, noNaN: true});
    fc.assert(
      fc.property(fc.constantFrom(...(Object.keys(firm) as (keyof AltmanInputs)[])), value, value, (name, a, b) => {
        const [low, high] = a <= b ? [a, b] : [b, a];
        expect(altmanZDoublePrime({...firm, [name]: high})!).toBeGreaterThanOrEqual(
          altmanZDoublePrime({...firm, [name]: low})!
        );
      })
    );
  });
});

describe("Beneish's M", () => {
  it("is -2.48 for a firm in which nothing changed, which is not flagged", () => {
    // -4.84 + 0.92 + 0.528 + 0.404 + 0.892 + 0.115 - 0.172 - 0.327
    expect(beneishMScore(steady)).toBeCloseTo(-2.48, 12);
    expect(isBeneishFlagged(-2.48)).toBe(false);
  });

  it("is computed by hand for a firm whose receivables and accruals run ahead of its sales", () => {
    const firm = {...steady, receivables: 1.5, sales: 1.2, accruals: 0.08};
    // -2.48 + 0.92 x 0.5 + 0.892 x 0.2 + 4.679 x 0.08 = -2.48 + 0.46 + 0.1784 + 0.37432
    expect(beneishMScore(firm)).toBeCloseTo(-1.46728, 12);
    expect(isBeneishFlagged(beneishMScore(firm)!)).toBe(true);
  });

  it("flags above the cut-off, not at it", () => {
    expect([-1.78, -1.7799].map(isBeneishFlagged)).toEqual([false, true]);
  });

  it("says nothing where an index is missing, rather than take it for one", () => {
    for (const name of Object.keys(steady)) expect(beneishMScore({...steady, [name]: null}), name).toBeNull();
  });
});
