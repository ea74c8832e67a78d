import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {betaLower, betaLowerInverse, betaUpper, betaUpperInverse} from "#models/numerics/incompleteBeta.js";
import {offBy} from "./offBy.js";

const shape = fc.double({min: 0.2, max: 3000, noNaN: true});

describe("the incomplete beta function", () => {
  // scipy 1.17.1: scipy.special.betainc and betaincc
  it.each([
    [0.5, 0.5, 0.3, 0.36901011956554536, 0.6309898804344546],
    [12.5, 488.5, 0.015, 0.05720814427694496, 0.942791855723055],
    [2, 3, 0.999, 0.999999996003, 3.997000000000011e-9],
    [1, 400, 1e-8, 3.999992020010587e-6, 0.99999600000798],
    [300, 700, 0.2, 3.3282408726065886e-14, 0.9999999999999667],
    [5e3, 995e3, 0.0045, 1.1171938995059012e-13, 0.9999999999998883],
    [0.5, 1e5, 1e-6, 0.3452788311131676, 0.6547211688868324],
    [40, 2, 0.1, 3.700000000000008e-39, 1]
  ])("is right to 1e-10 of either tail for (%d, %d) at %d", (a, b, x, lower, upper) => {
    expect(offBy(betaLower(a, b, x), lower)).toBeLessThan(1e-10);
    expect(offBy(betaUpper(a, b, x), upper)).toBeLessThan(1e-10);
  });

  // scipy 1.17.1: scipy.special.betaincinv
  it.each([
    [1, 100, 0.9, 0.02276277904418932],
    [2, 499, 0.9, 0.007756994552213628],
    [0.5, 0.5, 1e-10, 2.4674011002723397e-20],
    [12.5, 488.5, 0.05, 0.014673279583738196],
    [50, 3, 0.999, 0.9962705215432317],
    [0.01, 3, 0.2, 2.8461383846465583e-71]
  ])("has the inverse of (%d, %d) at %d right to 1e-10 of itself", (a, b, p, x) => {
    expect(offBy(betaLowerInverse(a, b, p), x)).toBeLessThan(1e-10);
  });

  it("is turned back by its inverses, far into both tails", () => {
    fc.assert(
      fc.property(shape, shape, fc.double({min: -60, max: -0.5, noNaN: true}), (a, b, log) => {
        const tail = Math.exp(log);
        const [low, high] = [betaLowerInverse(a, b, tail), betaUpperInverse(b, a, tail)];
        expect(offBy(betaLower(a, b, low), tail)).toBeLessThan(1e-10);
        // Near 1 a number is given to 1e-16 only, and so is what is beyond it.
        if (1 - high > 1e-5) expect(offBy(betaUpper(b, a, high), tail)).toBeLessThan(1e-7);
      })
    );
  });

  it("rises with x, is its own mirror image, and its parts make one", () => {
    fc.assert(
      fc.property(shape, shape, fc.double({min: 0, max: 0.99, noNaN: true}), (a, b, x) => {
        expect(betaLower(a, b, x) + betaUpper(a, b, x)).toBeCloseTo(1, 12);
        expect(betaUpper(b, a, 1 - x)).toBeCloseTo(betaLower(a, b, 1 - (1 - x)), 12);
        expect(betaLower(a, b, x + 0.01)).toBeGreaterThanOrEqual(betaLower(a, b, x));
      })
    );
  });

  it("is x itself for (1, 1) and a power for (a, 1)", () => {
    fc.assert(
      fc.property(shape, fc.double({min: 0.001, max: 0.999, noNaN: true}), (a, x) => {
        expect(betaLower(1, 1, x)).toBeCloseTo(x, 14);
        expect(betaLower(a, 1, x)).toBeCloseTo(x ** a, 12);
      })
    );
  });

  it("reaches its ends, and refuses what is no shape and no probability", () => {
    expect([betaLower(2, 3, 0), betaLower(2, 3, 1), betaUpper(2, 3, 0), betaUpper(2, 3, 1)]).toEqual([0, 1, 1, 0]);
    expect([betaLowerInverse(2, 3, 0), betaLowerInverse(2, 3, 1), betaUpperInverse(2, 3, 1)]).toEqual([0, 1, 0]);
    expect(() => betaLower(0, 1, 0.5)).toThrow(/shapes .* must be positive; got 0 and 1/);
    for (const x of [-0.1, 1.1, NaN]) expect(() => betaLower(1, 1, x)).toThrow(/in \[0, 1\]/);
  });
});
