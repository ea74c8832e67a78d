import {describe, expect, it} from "vitest";
import {normalCdf, normalDensity} from "#models/numerics/normal.js";
import {adaptiveIntegral, gaussLegendre} from "#models/numerics/quadrature.js";

describe("gaussLegendre", () => {
  it("gives the printed nodes and weights of three points, and integrates degree 2n - 1 exactly", () => {
    const {nodes, weights} = gaussLegendre(3);
    expect([...nodes].map((x) => Number(x.toFixed(12)))).toEqual([0.774596669241, 0, -0.774596669241]); // √(3/5)
    expect(weights[1]).toBeCloseTo(8 / 9, 14);
    const twelve = gaussLegendre(12);
    const integral = twelve.nodes.reduce((total, x, i) => total + twelve.weights[i]! * x ** 22, 0);
    expect(integral).toBeCloseTo(2 / 23, 14);
  });
});

describe("adaptiveIntegral", () => {
  it("finds a narrow peak, and a step", () => {
    const narrow = (x: number) => normalDensity((x - 0.3) / 0.004) / 0.004;
    expect(adaptiveIntegral(narrow, -12, 0.31)).toBeCloseTo(normalCdf(2.5), 10);
    expect(adaptiveIntegral((x) => (x > 1.234 ? 1 : 0), -3, 3)).toBeCloseTo(1.766, 6);
  });
});
