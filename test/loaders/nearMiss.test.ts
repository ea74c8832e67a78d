import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {editDistance, nearMiss} from "#loaders/nearMiss.js";

describe("nearMiss", () => {
  it("finds a name that differs by case, blanks or a typing error", () => {
    const names = ["obligor_id", "published_date", "name"];
    expect(nearMiss("Obligor ID", names)).toBe("obligor_id");
    expect(nearMiss("publised_date", names)).toBe("published_date");
  });

  it("does not take a short name for another", () => {
    expect(nearMiss("tax", ["max", "name"])).toBe("max");
    expect(nearMiss("cash", ["debt", "name"])).toBeNull();
    expect(nearMiss("region", ["province"])).toBeNull();
  });
});

describe("editDistance", () => {
  it("is a distance: zero for equal texts only, symmetric, and no detour is shorter", () => {
    const text = fc.stringMatching(/^[ab]{0,6}$/);
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        expect(editDistance(a, b) === 0).toBe(a === b);
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, c)).toBeLessThanOrEqual(editDistance(a, b) + editDistance(b, c));
      })
    );
  });

  it("counts substitutions, insertions and deletions", () => {
    expect(editDistance("kitten", "sitting")).toBe(3);
  });
});
