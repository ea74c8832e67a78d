import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {candidatesOf} from "#pipeline/lab/candidates.js";
import type {MethodSpec} from "#pipeline/lab/spec.js";

const several = fc.uniqueArray(fc.integer({min: 1, max: 50}), {minLength: 1, maxLength: 4});
const option = fc.oneof(fc.integer({min: 1, max: 50}), several);

describe("the candidates of a method", () => {
  it("are every combination of its values, once", () => {
    fc.assert(
      fc.property(option, option, option, (rows, trees, features) => {
        const method = {kind: "random_forest", rows, trees, feature_share: 0.3, features} as MethodSpec;
        const found = candidatesOf(method);
        const choices = (value: number | number[]) => (Array.isArray(value) ? value : [value]);
        expect(found.length).toBe([rows, trees, features].reduce<number>((n, each) => n * choices(each).length, 1));
        expect(new Set(found.map((each) => JSON.stringify(each))).size).toBe(found.length);
        for (const each of found as unknown as Record<string, number>[]) {
          expect(Object.keys(each)).toEqual(Object.keys(method));
          expect([choices(rows), choices(trees), choices(features)].map((all) => all[0]).length).toBe(3);
          expect(choices(rows)).toContain(each.rows);
          expect(choices(trees)).toContain(each.trees);
          expect(choices(features)).toContain(each.features);
        }
      })
    );
  });

  it("vary the first option slowest, and leave what is one value alone", () => {
    const method = {kind: "random_forest", rows: [100, 200], trees: [5, 10], feature_share: 0.3, features: 4} as const;
    const found = candidatesOf(method as unknown as MethodSpec) as unknown as Record<string, number>[];
    expect(found.map(({rows, trees, features}) => [rows, trees, features])).toEqual([
      [100, 5, 4],
      [100, 10, 4],
      [200, 5, 4],
      [200, 10, 4]
    ]);
  });
});
