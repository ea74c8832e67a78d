import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {choleskyFactor} from "#models/numerics/cholesky.js";
import {dot, learnCurvature, symmetricProduct} from "#models/numerics/quadraticModel.js";
import {randomOf} from "#models/numerics/random.js";

/** Lower triangles of positive definite matrices. */
function definite(random: () => number, size: number): Float64Array {
  const root = Float64Array.from({length: size * size}, () => random() - 0.5);
  return Float64Array.from({length: size * size}, (_, at) => {
    const [row, column] = [Math.floor(at / size), at % size];
    const product = dot(root.subarray(row * size, (row + 1) * size), root.subarray(column * size, (column + 1) * size));
    return column > row ? NaN : product + (row === column ? 0.1 : 0);
  });
}

describe("learnCurvature", () => {
  it("expects of the step what it showed, and stays positive definite", () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 1e6}), fc.integer({min: 1, max: 6}), (seed, size) => {
        const random = randomOf(seed);
        const [model, truth] = [definite(random, size), definite(random, size)];
        const step = Float64Array.from({length: size}, () => random() + 0.1);
        const [drop, expected] = [new Float64Array(size), new Float64Array(size)];
        symmetricProduct(truth, size, step, drop);
        learnCurvature(model, size, step, drop);
        symmetricProduct(model, size, step, expected);
        expected.forEach((value, j) => expect(value).toBeCloseTo(drop[j]!, 10));
        expect(() => choleskyFactor(model, size)).not.toThrow();
      })
    );
  });

  it("learns nothing from a step that showed no curvature", () => {
    const model = Float64Array.of(2, NaN, 1, 2);
    learnCurvature(model, 2, Float64Array.of(1, 0), Float64Array.of(-1, 0));
    expect([...model]).toEqual([2, NaN, 1, 2]);
  });
});
