import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {PAGES} from "#src/components/pages.js";
import {LANGUAGES} from "#src/format/language.js";
import {PAGE_OF} from "#src/pages/index.js";
import type {BankKind} from "../../support/fixtureBook.js";
import {openFixture} from "../../support/openFixture.js";

const KINDS: readonly BankKind[] = ["worsening", "improving", "invoicesOnly", "oneDate"];
const cases = KINDS.flatMap((kind) =>
  LANGUAGES.flatMap((language) => PAGES.map((page) => [page, language, kind] as const))
);

describe.each(cases)("%s in %s of the %s bank", (name, language, kind) => {
  const page = PAGE_OF[name](openFixture(kind, language));
  const {document} = new JSDOM(page.slice(page.indexOf("\n---\n") + 5)).window;

  it("is drawn the same twice", () => expect(PAGE_OF[name](openFixture(kind, language))).toBe(page));

  it("shows nothing that could not be computed", () =>
    expect(page.match(/NaN|Infinity|undefined|\[object/g)).toBeNull());

  it("is one block of markup, without an empty line", () => {
    expect(page.slice(page.indexOf("\n---\n") + 5).trim()).not.toMatch(/\n\s*\n|\$\{/);
  });

  it("gives every chart a name, a table of its figures and coordinates of a tenth of a pixel", () => {
    for (const chart of document.querySelectorAll("figure.chart")) {
      for (const id of chart.querySelector("svg")!.getAttribute("aria-labelledby")?.split(" ") ?? []) {
        expect([id, document.getElementById(id)?.textContent.trim() || null]).not.toContain(null);
      }
      expect(chart.querySelectorAll("details table tbody tr").length).toBeGreaterThan(0);
    }
    for (const shape of document.querySelectorAll("svg [d], svg [transform]")) {
      expect(`${shape.getAttribute("d")} ${shape.getAttribute("transform")}`).not.toMatch(/\d\.\d\d/);
    }
  });

  it("carries no style of its own, which the content policy would refuse", () => {
    expect(document.querySelectorAll("style, [style]")).toHaveLength(0);
  });
});
