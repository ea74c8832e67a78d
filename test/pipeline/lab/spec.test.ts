import {readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {stringify} from "yaml";
import {describe, expect, it} from "vitest";
import {readSpec, specHash, specSchema} from "#pipeline/lab/spec.js";
import {UserError} from "#warehouse/engine/userError.js";
import {FEATURES, SPEC} from "../../support/labBank.js";
import {ownFolder} from "../../support/smallBank.js";

const folder = ownFolder("spec");

function written(text: string): string {
  const file = join(folder, "spec.yaml");
  writeFileSync(file, text);
  return file;
}

/** What reading a spec with these changes says, without the file's name. */
function refusal(changes: object): string {
  const file = written(stringify({...SPEC, ...changes}));
  try {
    readSpec(file);
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    const {message} = error as Error;
    expect(message.startsWith(`${file}, line `)).toBe(true);
    expect(message).not.toContain("\n");
    return message.slice(`${file}, `.length);
  }
  throw new Error("was not refused");
}

const warehouse = SPEC.population;
const files = {from: "files", train: "train.csv", outcome: "class"};
const published = {kind: "published"};

describe("a spec", () => {
  it.each(readdirSync("data/models").filter((name) => name.endsWith(".yaml")))("%s that comes along is one", (name) => {
    expect(readSpec(join("data/models", name)).title.zh).toMatch(/\p{Script=Han}/u);
  });

  it("says the same in any layout, order of keys and with any comment, and something else with another value", () => {
    const hash = specHash(readSpec(written(stringify(SPEC))));
    const turned = Object.fromEntries(Object.entries(SPEC).reverse());
    expect(specHash(readSpec(written(`# a comment\n${JSON.stringify(turned)}`)))).toBe(hash);
    expect(specHash(readSpec(written(stringify({...SPEC, seed: 2}))))).not.toBe(hash);
    expect(specHash(specSchema.parse({...SPEC, pd_floor: 0.0005}))).toBe(hash);
  });

  it.each([
    ["a name with capitals", {model: "Demo"}, /^line 1: model: lower-case letters, digits and hyphens$/],
    ["no purpose", {purpose: {en: "", zh: "测试"}}, /^line \d+: purpose\.en: /],
    ["a title in one language", {title: {en: "Small"}}, /^line \d+: title\.zh: /],
    ["a word that is not known", {sead: 1}, /^line \d+: Unrecognized key: "sead"$/],
    ["a method that is not known", {method: {kind: "oracle"}}, /^line \d+: method\.kind: /],
    [
      "an option of another method",
      {method: {kind: "logistic", trees: 5}},
      /^line \d+: method: Unrecognized key: "trees"$/
    ],
    ["an option without values", {method: {kind: "logistic", ridge: []}}, /^line \d+: method\.ridge: /],
    ["a share above 1", {method: {kind: "random_forest", feature_share: 1.5}}, /^line \d+: method\.feature_share: /],
    ["cohorts five months apart", {population: {...warehouse, cohort_months: 5}}, /population\.cohort_months: /],
    ["no feature", {population: {...warehouse, features: []}}, /population\.features: /],
    [
      "a table that is no feature table",
      {population: {...warehouse, features: [{table: "target_default", columns: "all"}]}},
      /population\.features\.0\.table: .*feat_/
    ],
    ["a day that is none", {split: {...SPEC.split, test_from: "2021-02-30"}}, /split\.test_from: /],
    [
      "rungs that fall",
      {tuning: {folds: 2, rungs: [0.5, 0.2, 1]}},
      /tuning\.rungs: must rise, and the last must be 1$/
    ],
    ["rungs that do not end at 1", {tuning: {rungs: [0.5]}}, /tuning\.rungs: must rise, and the last must be 1$/],
    ["one fold", {tuning: {folds: 1}}, /tuning\.folds: /],
    [
      "dates asked of files",
      {population: files},
      /split\.kind: files have no dates: take published or cross_validation$/
    ],
    [
      "a published split of a warehouse",
      {split: published},
      /split\.kind: a warehouse has dates: take out_of_time or cross_validation$/
    ],
    [
      "a published split without test rows",
      {population: files, split: published},
      /population\.test: a published split needs the file of the test rows$|population: a published split/
    ],
    ["a seed that is no whole number", {seed: 1.5}, /^line \d+: seed: /],
    ["another target", {target: "profit"}, /^line \d+: target: /]
  ])("is refused with %s: file, line, place and rule in one sentence", (_, changes, sentence) => {
    expect(refusal(changes)).toMatch(sentence);
  });

  it("is refused at the line where it is wrong", () => {
    const text = stringify({...SPEC, tuning: {folds: 2, rungs: [1], keep: 2}});
    const line = text.split("\n").findIndex((each) => each.includes("keep: 2")) + 1;
    expect(() => readSpec(written(text))).toThrow(new RegExp(`line ${line}: tuning.keep: `));
  });

  it("is refused where it is no YAML, is empty or is not there", () => {
    expect(() => readSpec(written("model: [a"))).toThrow(/line \d+: not valid YAML/);
    expect(() => readSpec(written(""))).toThrow(UserError);
    expect(() => readSpec(join(folder, "nowhere.yaml"))).toThrow(/cannot be read/);
  });

  it("names among its features what the fixture has", () => {
    expect(JSON.stringify(readFileSync(written(stringify(SPEC)), "utf8"))).toContain(FEATURES[0].table);
  });
});
