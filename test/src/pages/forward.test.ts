import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import type {Audience} from "#warehouse/contract.js";
import {shortfalls, yearlyCoverage, type BacktestRow} from "#src/findings/forward.js";
import {martProjectionBacktest} from "#warehouse/marts/mart_projection_backtest.js";
import {forwardPage} from "#src/pages/forward.js";
import type {Language} from "#src/format/language.js";
import type {BankKind} from "../../support/fixtureBook.js";
import {openFixture} from "../../support/openFixture.js";

function documentOf(kind: BankKind, language: Language, audience: Audience = "risk"): Document {
  const page = forwardPage(openFixture(kind, language, audience));
  return new JSDOM(page.slice(page.indexOf("\n---\n") + 5)).window.document;
}

const textOf = (document: Document, selector: string) =>
  [...document.querySelectorAll(selector)].map((each) => each.textContent.replace(/\s+/g, " ").trim());

describe("the forward view", () => {
  it("states who is projected to fall short, and how such intervals held on dates that no model had seen", () => {
    expect(textOf(documentOf("worsening", "en"), ".lead")).toEqual([
      "In the quarter to 31 March 2026, 2,400 obligors have a projection and something due to this bank. " +
        "300 of them, 12.5%, are projected to earn less than that; for 40 even the upper end of the interval falls short. " +
        // 790 + 5 x 2.5 + 5 on average over the bases, and (2 + 0 + 1 + 2) / 4 over the years from 2021
        "On dates that the models have not seen, intervals made to hold 80.0% of outcomes held 80.9% of 32,000."
    ]);
    expect(textOf(documentOf("worsening", "zh"), ".lead")[0]).toMatch(
      /^截至2026年3月31日的季度，2,400户有预测.*80\.9%。$/
    );
  });

  it("says so where nothing could be projected", () => {
    const document = documentOf("invoicesOnly", "en");
    expect(textOf(document, ".lead")[0]).toContain("This run made no projection");
    expect(document.querySelectorAll("table")).toHaveLength(0);
  });

  it("lists the weakest quarter of those projected to fall short, the surest first, and nobody without a projection", () => {
    const site = openFixture("worsening", "en");
    // Flow of 20 and 70 to 100,000 less 100 a quarter: the first quarter is the weakest.
    expect(shortfalls(site).map(({obligor_id, quarter}) => [obligor_id, quarter])).toEqual([
      ["R00001", 1],
      ["R00002", 1]
    ]);
    const rows = textOf(documentOf("worsening", "en"), "#shortfalls tbody tr");
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain("Firm R00001");
    expect(rows[0]).toContain("0.20");
  });

  it("names no obligor to management, and holds the same coverage", () => {
    const management = documentOf("worsening", "en", "management");
    expect(management.body.innerHTML).not.toMatch(/R0000|Firm/);
    expect(textOf(management, "#shortfalls p")).toEqual(["Obligors are named in the risk edition."]);
    expect(textOf(management, "#backtest tbody tr")).toEqual(
      textOf(documentOf("worsening", "en"), "#backtest tbody tr")
    );
  });

  it("weighs the quarters of a year by their outcomes", () => {
    const rows = openFixture("worsening", "en").rows<BacktestRow>(martProjectionBacktest).slice(0, 2);
    const [first, second] = rows;
    const weighed = [
      {...first!, outcomes: 100n, inside: 90n},
      {...second!, outcomes: 300n, inside: 210n}
    ];
    expect(yearlyCoverage(weighed)).toMatchObject([{outcomes: 400, coverage: 0.75}]);
  });
});
