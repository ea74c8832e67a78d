import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {chosenOf, searchOf, type Chosen} from "#src/live/address.js";

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
          expect(chosenOf(searchOf(written, DIMENSIONS, standard as "drawn"), DIMENSIONS, standard as "drawn")).toEqual(
            written
          );
        }
      )
    );
  });

  it("is empty for the whole book, and leaves what it does not know alone", () => {
    expect(searchOf({measure: "drawn", choice: {grade: []}}, DIMENSIONS, "drawn")).toBe("");
    expect(chosenOf("?utm=1&by=nonsense&grade=", DIMENSIONS, "obligors")).toEqual({measure: "obligors", choice: {}});
  });
});
