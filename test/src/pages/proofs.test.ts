import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import type {Audience} from "#warehouse/contract.js";
import {columnsFor} from "#warehouse/contract.js";
import {MARTS} from "#warehouse/marts/index.js";
import {PAGES} from "#src/components/pages.js";
import {LANGUAGES, type Language} from "#src/format/language.js";
import {featureTablePage} from "#src/pages/features/table.js";
import {PAGE_OF} from "#src/pages/index.js";
import {openFixture} from "../../support/openFixture.js";

const pages = new Map<string, string>();

/** Every page, and that of a feature table. */
const ALL = [...PAGES, "feat_statements"] as const;

function written(name: (typeof ALL)[number], language: Language, audience: Audience): string {
  const site = openFixture("worsening", language, audience);
  return name === "feat_statements" ? featureTablePage(site, name) : PAGE_OF[name](site);
}

function documentOf(name: (typeof ALL)[number], language: Language, audience: Audience = "risk"): Document {
  const key = `${name} ${language} ${audience}`;
  const page = pages.get(key) ?? written(name, language, audience);
  pages.set(key, page);
  return new JSDOM(page.slice(page.indexOf("\n---\n") + 5)).window.document;
}

/** Words between figures that hold a number without being one: dates, years, the level of an interval. */
const PLAIN =
  /\d{1,2} (January|February|March|April|May|June|July|August|September|October|November|December) \d{4}|\d{4}年\d{1,2}月\d{1,2}日|95%|12个月|\d{4}–\d{4}|SHA-256/g;

function textNodes(document: Document): Text[] {
  const nodes: Text[] = [];
  const walker = document.createTreeWalker(document.body, 4);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) nodes.push(node as Text);
  return nodes;
}

function textsOf(document: Document): string[] {
  return textNodes(document).map((node) => node.data.trim());
}

function unproven(document: Document): string[] {
  return textNodes(document)
    .filter((node) => /\d/.test(node.data.replace(PLAIN, "")) && node.parentElement!.closest("[data-mart]") === null)
    .map((node) => node.data.trim());
}

describe.each(LANGUAGES)("pages in %s", (language) => {
  const definitions = documentOf("definitions", language);

  it.each(ALL.filter((name) => name !== "definitions"))("hold no number without a proof: %s", (name) => {
    expect(unproven(documentOf(name, language))).toEqual([]);
  });

  it.each(ALL)("lead every figure and source to a definition that is there: %s", (name) => {
    const links = [
      ...documentOf(name, language).querySelectorAll<HTMLAnchorElement>("a[href*='definitions#'], a.figure")
    ];
    if (name === "overview") expect(links.length).toBeGreaterThan(50);
    for (const link of links) {
      const id = link.getAttribute("href")!.split("#")[1]!;
      expect([id, definitions.getElementById(id) !== null]).toEqual([id, true]);
    }
  });

  it("name marts and columns that exist", () => {
    const marts = new Map(MARTS.map((mart) => [mart.name, mart]));
    for (const figure of documentOf("overview", language).querySelectorAll<HTMLElement>("a.figure")) {
      expect(Object.keys(marts.get(figure.dataset.mart!)!.columns)).toContain(figure.dataset.column);
    }
  });

  it("have ids that are unique, and headings that can be linked to", () => {
    for (const name of ALL) {
      const ids = [...documentOf(name, language).querySelectorAll("[id]")].map(({id}) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const heading of documentOf(name, language).querySelectorAll("h1, h2"))
        expect([heading.textContent, heading.id !== ""]).toEqual([heading.textContent, true]);
    }
  });
});

it("the charts of a page have different titles", () => {
  for (const name of PAGES) {
    const titles = Array.from(
      documentOf(name, "en").querySelectorAll("figure.chart > figcaption :is(h2, h3)"),
      (title) => title.textContent
    );
    expect([name, new Set(titles).size]).toEqual([name, titles.length]);
  }
});

describe("languages", () => {
  const HAN = /[\u3400-\u9fff]/;

  it("are not mixed: no Chinese on English pages but the names of obligors", () => {
    for (const name of PAGES) {
      const texts = textsOf(documentOf(name, "en", "management"));
      // The size classification is cited by its Chinese number, which has no other.
      expect([name, texts.filter((text) => HAN.test(text.replace("国统字〔2017〕213号", "")))]).toEqual([name, []]);
    }
  });

  it("are not mixed: no untranslated words on Chinese pages", () => {
    const allowed =
      /^(Loanscape|SHA|SQL|AUC|PD|CNY|Hosmer|Lemeshow|Brier|PSI|KS|GB|AAA|AA|A|BBB|BB|B|CCC|CC|C|D|GB\/T)$/;
    for (const name of PAGES) {
      const document = documentOf(name, "zh", "management");
      for (const code of document.querySelectorAll("code, pre, a[href*='table-'], .proof a, script, svg"))
        code.remove();
      const words = textsOf(document).flatMap((text) => text.match(/[A-Za-z]{2,}/g) ?? []);
      expect([name, [...new Set(words)].filter((word) => !allowed.test(word))]).toEqual([name, []]);
    }
  });
});

describe("audiences", () => {
  it("are told only of the columns that they may see", () => {
    const told = documentOf("definitions", "en", "management").body.textContent;
    for (const mart of MARTS) {
      const allowed = columnsFor(mart, "management");
      const hidden = columnsFor(mart, "risk").filter((name) => !allowed.includes(name));
      for (const name of hidden) expect([name, told.includes(`${mart.name}.${name}`)]).toEqual([name, false]);
    }
    expect(documentOf("definitions", "en", "risk").body.textContent).toContain("mart_obligors.registration_number");
  });
});
