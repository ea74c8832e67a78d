import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  checkDigitFails,
  isSocialCreditCode,
  organisationCheck,
  socialCreditCheck
} from "#loaders/entities/socialCreditCode.js";
import {columnsFrom, rowsOf, varchars} from "#warehouse/engine/columns.js";
import {withEngine} from "../../support/memoryEngine.js";

const REGISTERED = ["91350100M000100Y43", "914403001922038216", "9144030071526726XG"];
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

const first17 = fc.string({unit: fc.constantFrom(...ALPHABET), minLength: 17, maxLength: 17});

/** What the SQL says of each text. */
async function failing(texts: readonly (string | null)[]): Promise<boolean[]> {
  return await withEngine(async (engine) => {
    await engine.write("numbers", columnsFrom({number: varchars(texts)}));
    const found = await engine.columns(`select ${checkDigitFails("number")} as fails from numbers`);
    return rowsOf<{fails: boolean}>(found).map(({fails}) => fails);
  });
}

describe("the check character of a unified social credit code", () => {
  it("is that of the standard's own example, and of two registered companies", () => {
    for (const code of REGISTERED) expect(socialCreditCheck(code.slice(0, 17))).toBe(code[17]);
    expect(REGISTERED.every(isSocialCreditCode)).toBe(true);
  });

  it("tells every single wrong character, and every two neighbours that were swapped", () => {
    fc.assert(
      fc.property(first17, fc.nat(17), fc.nat(30), fc.nat(16), (start, place, other, swap) => {
        const code = start + socialCreditCheck(start);
        const wrong = code.slice(0, place) + ALPHABET[other]! + code.slice(place + 1);
        expect(isSocialCreditCode(wrong)).toBe(wrong === code);
        const swapped = code.slice(0, swap) + code[swap + 1]! + code[swap]! + code.slice(swap + 2);
        expect(isSocialCreditCode(swapped)).toBe(swapped === code);
      })
    );
  });

  it("refuses a letter that the standard leaves out, and another length", () => {
    expect(() => socialCreditCheck("9135010OM000100Y4")).toThrow(/"O"/);
    expect(() => socialCreditCheck("91")).toThrow(/17 characters/);
    expect(["91350100m000100y43", "91350100M000100Y4", "", "9135010OM000100Y43"].map(isSocialCreditCode)).toEqual(
      Array(4).fill(false)
    );
  });
});

it("finds the check character of an organisation code", () => {
  expect(organisationCheck("D2143569")).toBe("X"); // GB 11714, example: D2143569-X
  expect(organisationCheck("71526726")).toBe("X"); // inside 9144030071526726XG
});

describe("checkDigitFails", () => {
  it("accuses no right code, no number of another length, and nothing that is not there", async () => {
    const others = ["110000001234567", "HRB 86891", "B-2021-00812-01-XIV", "", null];
    expect(await failing([...REGISTERED, ...others])).toEqual([...REGISTERED, ...others].map(() => false));
  });

  it("accuses eighteen characters with a wrong check or a letter that the standard leaves out", async () => {
    expect(await failing(["91350100M000100Y44", "9135010OM000100Y43", "91350100m000100y43", "统".repeat(18)])).toEqual(
      Array(4).fill(true)
    );
  });

  it("says of any eighteen characters what the arithmetic in TypeScript says", async () => {
    const any = fc.string({unit: fc.constantFrom(...ALPHABET, "O", "I", "a", "统"), minLength: 18, maxLength: 18});
    const right = first17.map((start) => start + socialCreditCheck(start));
    const codes = fc.sample(
      fc.oneof(
        any,
        right,
        first17.map((start) => `${start}0`)
      ),
      {numRuns: 2000, seed: 1}
    );
    expect(await failing(codes)).toEqual(codes.map((code) => !isSocialCreditCode(code)));
  });
});
