import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {forbiddenTexts} from "#pipeline/publishing/forbiddenTexts.js";

describe("forbiddenTexts", () => {
  it("finds the long Chinese texts that plain search finds, and no others", () => {
    const text = fc.string({unit: fc.constantFrom("甲", "乙", "丙"), minLength: 4, maxLength: 7});
    const page = fc.string({unit: fc.constantFrom("甲", "乙", "丙", " "), maxLength: 60});
    fc.assert(
      fc.property(fc.array(text, {maxLength: 12}), page, (forbidden, searched) => {
        const plain = [...new Set(forbidden)].filter((each) => searched.includes(each));
        expect(forbiddenTexts(forbidden).in(searched).sort()).toEqual(plain.sort());
      })
    );
  });
});
