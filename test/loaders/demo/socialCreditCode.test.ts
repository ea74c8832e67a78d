import {expect, it} from "vitest";
import {organisationCheck, socialCreditCheck, socialCreditCode} from "#loaders/demo/socialCreditCode.js";

it("finds the check character of the standard's own example, and of two registered companies", () => {
  expect(socialCreditCheck("91350100M000100Y4")).toBe("3"); // GB 32100-2015, annex: 91350100M000100Y43
  expect(socialCreditCheck("91440300192203821")).toBe("6"); // 914403001922038216
  expect(socialCreditCheck("9144030071526726X")).toBe("G"); // 9144030071526726XG
});

it("finds the check character of an organisation code", () => {
  expect(organisationCheck("D2143569")).toBe("X"); // GB 11714, example: D2143569-X
  expect(organisationCheck("71526726")).toBe("X"); // inside 9144030071526726XG
});

it("makes codes of eighteen characters that differ for every number", () => {
  const codes = Array.from({length: 500}, (_, item) => socialCreditCode("440000", item));
  expect(new Set(codes).size).toBe(500);
  for (const code of codes) expect(socialCreditCheck(code.slice(0, 17))).toBe(code[17]);
});

it("refuses a letter that the standard leaves out", () => {
  expect(() => socialCreditCheck("9135010OM000100Y4")).toThrow(/"O"/);
});
