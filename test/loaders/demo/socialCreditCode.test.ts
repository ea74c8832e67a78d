import {expect, it} from "vitest";
import {socialCreditCode} from "#loaders/demo/socialCreditCode.js";
import {isSocialCreditCode} from "#loaders/entities/socialCreditCode.js";

it("makes codes of eighteen characters that differ for every number", () => {
  const codes = Array.from({length: 500}, (_, item) => socialCreditCode("440000", item));
  expect(new Set(codes).size).toBe(500);
  for (const code of codes) expect([code, isSocialCreditCode(code)]).toEqual([code, true]);
});
