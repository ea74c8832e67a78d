import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {drawsFrom} from "../../support/random.js";
import {psi, psiCriticalValue, stabilityOf} from "#models/validation/psi.js";

const counts = fc.array(fc.integer({min: 0, max: 300}), {minLength: 2, maxLength: 12});

describe("psi", () => {
  it("gives the oracle (scipy 1.17.1)", () => {
    expect(psi([0.1, 0.2, 0.3, 0.4], [0.15, 0.25, 0.3, 0.3])).toBeCloseTo(0.0601986, 7);
  });

  it("is zero for a population against itself, positive against another, and does not ask which came first", () => {
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        const length = Math.min(a.length, b.length);
        const [base, current] = [a.slice(0, length).map((n) => n + 1), b.slice(0, length).map((n) => n + 1)];
        expect(psi(base, base)).toBe(0);
        expect(psi(base, current)).toBeGreaterThanOrEqual(0);
        expect(psi(current, base)).toBeCloseTo(psi(base, current), 12);
      })
    );
  });

  it("refuses bins that do not match", () => {
    expect(() => psi([1, 2], [1, 2, 3])).toThrow(/2 bins against 3/);
  });
});

describe("psi of counts", () => {
  it("stays finite where a bin is empty, and leaves out bins that are empty in both", () => {
    const moved = stabilityOf([50, 50, 0, 0], [50, 0, 50, 0])!.psi;
    // Half a row in an empty bin: shares of 100.5.
    const [half, none] = [50 / 100.5, 0.5 / 100.5];
    expect(moved).toBeCloseTo(2 * (half - none) * Math.log(half / none), 12);
    expect(stabilityOf([50, 50, 0, 0], [50, 0, 50, 0])!.critical).toBeCloseTo(psiCriticalValue(3, 100, 100), 12);
  });

  it("says nothing of no rows", () => {
    expect(stabilityOf([0, 0], [3, 4])).toBeNull();
    expect(stabilityOf([3, 4], [0, 0])).toBeNull();
  });
});

describe("the critical value of psi", () => {
  it("is (1/n + 1/m) of the quantile of chi-squared", () => {
    expect(psiCriticalValue(10, 100, 400)).toBeCloseTo((1 / 100 + 1 / 400) * 16.918978, 6);
    expect(psiCriticalValue(1, 100, 400)).toBe(0);
    expect(() => psiCriticalValue(10, 0, 400)).toThrow(/must have rows; got 0 and 400/);
  });

  it("is exceeded by about one in twenty pairs of samples of one population", () => {
    const draw = drawsFrom(7);
    const sample = (rows: number) => {
      const bins = Array.from({length: 10}, () => 0);
      for (let row = 0; row < rows; row++) bins[draw(10)]!++;
      return bins;
    };
    let above = 0;
    for (let trial = 0; trial < 1000; trial++) {
      const {psi: moved, critical} = stabilityOf(sample(1000), sample(500))!;
      if (moved > critical) above++;
    }
    // 50 expected; five standard deviations of a binomial count, 34.5, on each side.
    expect(above).toBeGreaterThan(15);
    expect(above).toBeLessThan(85);
  });
});
