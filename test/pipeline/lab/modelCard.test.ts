import {beforeAll, describe, expect, it} from "vitest";
import {inCell, markdownTable} from "#pipeline/lab/card/markdown.js";
import {modelCard} from "#pipeline/lab/modelCard.js";
import {readingsIn} from "#pipeline/lab/readings.js";
import {modelOf, registryOf} from "#pipeline/lab/registry.js";
import {train, type Trained} from "#pipeline/lab/train.js";
import {validateExperiment, type ValidationRecord} from "#pipeline/lab/validate.js";
import {labBank, type LabBank} from "../../support/labBank.js";
import fc from "fast-check";

let bank: LabBank;
let trained: Trained;
let record: ValidationRecord;

beforeAll(async () => {
  bank = await labBank();
  trained = await train({...bank.task, file: bank.spec(), from: null});
  ({record} = await validateExperiment({...bank.task, experiment: "small", from: null}));
});

const card = (language: "en" | "zh") => modelCard({...bank.settings, language}, "small").text;

/** Every number that stands in a value, deep, without its sign, as a card may round it. */
function spellings(given: unknown, into = new Set<string>()): Set<string> {
  const value = typeof given === "number" ? Math.abs(given) : given;
  if (typeof value === "number") {
    for (const digits of [0, 1, 2, 3, 4]) {
      into.add(value.toFixed(digits));
      into.add((100 * value).toFixed(digits));
    }
    for (const digits of [1, 2, 3, 4]) into.add(value.toPrecision(digits));
    into.add(String(value));
  } else if (typeof value === "string") {
    for (const [number] of value.matchAll(NUMBER)) into.add(number);
  } else if (typeof value === "object" && value !== null) {
    if (Array.isArray(value)) into.add(String(value.length));
    for (const [key, inner] of Object.entries(value)) {
      spellings(key, into);
      spellings(inner, into);
    }
  }
  return into;
}

const NUMBER = /\d+(?:\.\d+)?(?:e[-+]\d+)?/g;

describe("a model card", () => {
  it.each(["en", "zh"] as const)("states no figure that the registry does not hold (%s)", (language) => {
    const registry = registryOf(bank.settings);
    const {experiment} = trained;
    const held = spellings([experiment, modelOf(registry, experiment), record, readingsIn(registry)]);
    // What is said of every card: the horizon, the level of intervals, the standard and the odds.
    const said = new Set(["12", "95", "4754", "1"]);
    const text = card(language)
      .replaceAll(/(?<=\d),(?=\d{3})/g, "")
      .replaceAll("\\", "");
    const strange = [...text.matchAll(NUMBER)]
      .map(([number]) => number)
      .filter((each) => !held.has(each) && !said.has(each));
    expect(strange.map((each) => text.split("\n").find((line) => line.includes(each)))).toEqual([]);
  });

  it("has the same sections, tables and figures in both languages, in the fixed order", () => {
    const [english, chinese] = [card("en"), card("zh")];
    const heads = english.match(/^## .*$/gm)!;
    expect(heads.map((head) => head.slice(3))).toEqual([
      "Purpose",
      "Population",
      "Default definition",
      "Data and window",
      "Formula and source",
      "Estimates",
      "Tests",
      "Limits",
      "Changes"
    ]);
    expect(chinese.match(/^## /gm)).toHaveLength(heads.length);
    const cells = (text: string) =>
      text
        .split("\n")
        .filter((line) => line.startsWith("|"))
        .map((line) => line.split(" | ").length);
    expect(cells(chinese)).toEqual(cells(english));
    expect(chinese).toMatch(/\| 当时已违约 \| \d+ \|/);
    for (const line of chinese.split("\n").filter((each) => /^[^|`#].{12}/.test(each) && !/^Test|^A test/.test(each)))
      expect(line).toMatch(/\p{Script=Han}/u);
  });

  it("says that a model was not validated, and must not rate", async () => {
    await train({...bank.task, file: bank.spec({model: "other", method: {kind: "logistic", ridge: 1}}), from: null});
    expect(modelCard({...bank.settings, language: "en"}, "other").text).toMatch(/Not validated: it must not rate\./);
    expect(card("en")).not.toMatch(/Not validated/);
    expect(card("en")).toMatch(/Verdict: \*\*(pass|watch)\*\*/);
  });

  it("lets nothing from data begin markup or end a cell", () => {
    const nasty = "a|b <script>*x*</script> [l](u) `c` _e_\n# h\\";
    const table = markdownTable(["x", nasty], [[nasty, "1"]]);
    expect(table.split("\n")).toHaveLength(3);
    for (const line of table.split("\n")) expect(line.replaceAll(/\\./g, "").split("|")).toHaveLength(4);
    fc.assert(
      fc.property(fc.string(), (text) => {
        const cell = inCell(text);
        expect(cell.replaceAll(/\\./g, "")).not.toMatch(/[|<>*_`[\]\\\n]/);
      })
    );
  });
});
