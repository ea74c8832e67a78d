import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {gammaLower, gammaLowerInverse, gammaUpper, gammaUpperInverse} from "#models/numerics/incompleteGamma.js";
import {poissonCdf, poissonTail} from "#models/numerics/poisson.js";
import {offBy} from "./offBy.js";

const shapes = fc.double({min: 0.2, max: 2000, noNaN: true});

describe("the incomplete gamma function", () => {
  // scipy 1.17.1: scipy.special.gammainc and gammaincc
  it.each([
    [0.5, 0.1, 0.34527915398142317, 0.6547208460185768],
    [0.5, 1e-20, 1.1283791670955118e-10, 0.999999999887162],
    [3, 40, 0.9999999999999964, 3.572865928700233e-15],
    [10, 3, 0.0011024881301154815, 0.9988975118698845],
    [100, 60, 1.4815276326460494e-6, 0.9999985184723673],
    [100, 180, 0.999999999970517, 2.948294557648321e-11],
    [1e4, 9500, 1.8624546517951583e-7, 0.9999998137545348],
    [1e5, 101500, 0.9999988263154863, 1.173684513722169e-6],
    [1e6, 1e6, 0.5001329807608725, 0.4998670192391274]
  ])("is right to 1e-10 of either tail at shape %d and %d", (shape, x, lower, upper) => {
    expect(offBy(gammaLower(shape, x), lower)).toBeLessThan(1e-10);
    expect(offBy(gammaUpper(shape, x), upper)).toBeLessThan(1e-10);
  });

  // scipy 1.17.1: scipy.special.gammaincinv
  it.each([
    [0.5, 1e-12, 7.853981633974466e-25],
    [4.5, 0.95, 8.459488802310224],
    [1e4, 0.001, 9693.824385823726],
    [0.05, 0.3, 2.0378971887326733e-11],
    [200, 0.999999, 274.55761900238383]
  ])("has the inverse of shape %d at %d right to 1e-10 of itself", (shape, p, x) => {
    expect(offBy(gammaLowerInverse(shape, p), x)).toBeLessThan(1e-10);
  });

  it("is turned back by its inverses, far into both tails", () => {
    fc.assert(
      fc.property(shapes, fc.double({min: -60, max: -0.5, noNaN: true}), (shape, log) => {
        const tail = Math.exp(log);
        expect(offBy(gammaLower(shape, gammaLowerInverse(shape, tail)), tail)).toBeLessThan(1e-10);
        expect(offBy(gammaUpper(shape, gammaUpperInverse(shape, tail)), tail)).toBeLessThan(1e-10);
      })
    );
  });

  it("rises with x, and its parts make one", () => {
    fc.assert(
      fc.property(shapes, fc.double({min: 0, max: 3, noNaN: true}), (shape, multiple) => {
        const x = shape * multiple;
        expect(gammaLower(shape, x) + gammaUpper(shape, x)).toBeCloseTo(1, 13);
        expect(gammaLower(shape, x * 1.01)).toBeGreaterThanOrEqual(gammaLower(shape, x));
      })
    );
  });

  it("reaches its ends, and refuses what is no shape, no place and no probability", () => {
    expect([gammaLower(2, 0), gammaLower(2, Infinity), gammaUpper(2, 0), gammaUpper(2, Infinity)]).toEqual([
      0, 1, 1, 0
    ]);
    expect([gammaLowerInverse(2, 0), gammaLowerInverse(2, 1), gammaUpperInverse(2, 1)]).toEqual([0, Infinity, 0]);
    expect(() => gammaLower(0, 1)).toThrow(/shape .* must be positive; got 0/);
    expect(() => gammaUpper(1, -1)).toThrow(/zero or more; got -1/);
    expect(() => gammaLower(1, NaN)).toThrow(/got NaN/);
    expect(() => gammaLowerInverse(1, 1.5)).toThrow(/probability/);
  });
});

describe("the Poisson tails", () => {
  // scipy 1.17.1: scipy.stats.poisson.cdf and sf
  it.each([
    [3, 1.2, 0.9662310318143443, 0.12051290121636986],
    [40, 10, 0.9999999999998223, 7.341636314560681e-13],
    [0, 5, 0.006737946999085468, 1],
    [900, 1000, 0.0006977673277963054, 0.9993774022157249]
  ])("are right to 1e-10 of themselves at %d events of mean %d", (events, mean, below, above) => {
    expect(offBy(poissonCdf(events, mean), below)).toBeLessThan(1e-10);
    expect(offBy(poissonTail(events, mean), above)).toBeLessThan(1e-10);
  });

  it("refuse half an event", () => expect(() => poissonTail(0.5, 1)).toThrow(/whole number; got 0.5/));
});
