import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {chosenOf, namesUnknown, searchOf, type Chosen} from "#src/live/address.js";

const DIMENSIONS = ["grade", "industry", "region"];
const member = fc
  .string({minLength: 1, unit: "grapheme"})
  .filter((text) => !text.includes(",") && !/[\ud800-\udfff]/.test(text));

describe("the address", () => {
  it("gives back every choice that was written into it", () => {
    const choice = fc.dictionary(fc.constantFrom(...DIMENSIONS), fc.uniqueArray(member, {minLength: 1, maxLength: 3}), {
      noNullPrototype: true
    });
    fc.assert(
      fc.property(
        choice,
        fc.constantFrom("drawn", "obligors"),
        fc.constantFrom("drawn", "obligors"),
        (chosen, measure, standard) => {
          const written: Chosen = {choice: chosen, measure: measure as "drawn"};
          const search = searchOf(written, DIMENSIONS, standard as "drawn");
          const known = Object.fromEntries(DIMENSIONS.map((name) => [name, chosen[name] ?? []]));
          expect(chosenOf(search, known, standard as "drawn")).toEqual(written);
          expect(namesUnknown(search, known)).toBe(false);
        }
      )
    );
  });

  it("is empty for the whole book, and leaves what it does not know alone", () => {
    expect(searchOf({measure: "drawn", choice: {grade: []}}, DIMENSIONS, "drawn")).toBe("");
    expect(chosenOf("?utm=1&by=nonsense&grade=", {grade: ["A"]}, "obligors")).toEqual({
      measure: "obligors",
      choice: {}
    });
  });

  it("leaves out what this edition does not have, and knows that it did", () => {
    const known = {grade: ["A", "BB"], industry: ["C"]};
    expect(chosenOf("?grade=ZZ&industry=C", known, "drawn").choice).toEqual({industry: ["C"]});
    expect(chosenOf("?grade=ZZ,BB", known, "drawn").choice).toEqual({grade: ["BB"]});
    expect(namesUnknown("?grade=ZZ,BB", known)).toBe(true);
    expect(namesUnknown("?grade=BB&region=44", known)).toBe(false);
  });
});
