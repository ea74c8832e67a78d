import {describe, expect, it} from "vitest";
import {keyOf, pairOf, searchOf} from "#src/live/pair.js";

const ids = ["card-1", "card-2", "forest"];
const otherwise = {first: 0, second: 2};

describe("the two experiments of an address", () => {
  it("are those that it names", () => {
    expect(pairOf("?a=forest&b=card-2", ids, otherwise)).toEqual({first: 2, second: 1});
  });

  it("are those of the build where it names none, or one that is not there", () => {
    expect(pairOf("", ids, otherwise)).toEqual(otherwise);
    expect(pairOf("?a=gone&b=card-2", ids, otherwise)).toEqual({first: 0, second: 1});
  });

  it("are found again in the address that they make", () => {
    for (let first = 0; first < 3; first++)
      for (let second = 0; second < 3; second++)
        expect(pairOf(searchOf({first, second}, ids), ids, otherwise)).toEqual({first, second});
  });

  it("have one key, whichever is named first", () => {
    expect([keyOf({first: 2, second: 0}), keyOf({first: 0, second: 2})]).toEqual(["0-2", "0-2"]);
  });
});
