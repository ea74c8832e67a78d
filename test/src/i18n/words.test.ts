import {describe, expect, it} from "vitest";
import {english} from "#src/i18n/english.js";
import {chinese} from "#src/i18n/chinese.js";
import {DIMENSION_NAMES, memberName} from "#src/i18n/members.js";
import {INDUSTRIES} from "#src/i18n/names/industries.js";
import {REGIONS} from "#src/i18n/names/regions.js";
import {EXTRACTS} from "#loaders/contracts/index.js";
import {REMEDIES} from "#loaders/staging/remedies.js";
import * as quality from "#src/i18n/names/quality.js";
import {ABSENCES, INPUT_KINDS, METRICS, SPLITS} from "#src/i18n/names/run.js";

const HAN = /[\u3400-\u9fff]/;

function texts(words: object, path = ""): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] => {
    if (typeof value === "string") return [[`${path}${key}`, value]];
    if (typeof value === "function") return [[`${path}${key}`, value("1", "2")]];
    return texts(value, `${path}${key}.`);
  });
}

/** Labels that read the same in both languages, or name the other one. */
const SHARED = new Set(["brand", "otherLanguage", "contentHash"]);

describe("the catalogue", () => {
  it("has the same labels in both languages", () => {
    expect(
      texts(chinese)
        .map(([key]) => key)
        .sort()
    ).toEqual(
      texts(english)
        .map(([key]) => key)
        .sort()
    );
  });

  it("is in the language that it says, and nowhere empty", () => {
    for (const [key, text] of texts(english))
      if (!SHARED.has(key)) expect([key, HAN.test(text) || text === ""]).toEqual([key, false]);
    for (const [key, text] of texts(chinese)) if (!SHARED.has(key)) expect([key, HAN.test(text)]).toEqual([key, true]);
  });

  it("sets Chinese with full-width punctuation", () => {
    for (const [key, text] of texts(chinese)) expect([key, /[\u3400-\u9fff][,;:?(]/.test(text)]).toEqual([key, false]);
  });

  it("names every code in both languages", () => {
    for (const names of [INDUSTRIES, REGIONS, ABSENCES, INPUT_KINDS, METRICS, SPLITS])
      expect(Object.keys(names.zh).sort()).toEqual(Object.keys(names.en).sort());
    expect(Object.keys(INDUSTRIES.zh).join("")).toBe("ABCDEFGHIJKLMNOPQRST");
    expect(Object.keys(REGIONS.zh)).toHaveLength(34);
  });

  it("names every extract and every rule of loading, in both languages", () => {
    for (const names of Object.values(quality)) expect(Object.keys(names.zh)).toEqual(Object.keys(names.en));
    expect(Object.keys(quality.EXTRACT_NAMES.en).sort()).toEqual(EXTRACTS.map(({name}) => name).sort());
    expect(Object.keys(quality.RULES.en).sort()).toEqual(Object.keys(REMEDIES).sort());
  });

  it("reads a code without a name as itself, a missing one as unknown", () => {
    for (const dimension of DIMENSION_NAMES) expect(memberName(dimension, "??", "en")).toBe("??");
    expect([memberName("tier", null, "en"), memberName("tier", "unknown", "zh")]).toEqual(["Unknown", "未知"]);
  });
});
