import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import type {Audience} from "#warehouse/contract.js";
import {columnsFor} from "#warehouse/contract.js";
import {MARTS} from "#warehouse/marts/index.js";
import {PAGES, pagesFor} from "#src/components/pages.js";
import {LANGUAGES, type Language} from "#src/format/language.js";
import {furtherPage} from "#src/pages/further.js";
import {PAGE_OF} from "#src/pages/index.js";
import {CHAMPION} from "../../support/fixtureLab.js";
import {openFixture} from "../../support/openFixture.js";

const pages = new Map<string, string>();

/** Every page, that of a feature table and that of an experiment. */
const MODEL = `model-${CHAMPION}` as const;
const ALL = [...PAGES, "feat_statements", MODEL] as const;

function written(name: (typeof ALL)[number], language: Language, audience: Audience): string {
  const site = openFixture("worsening", language, audience);
  return name === "feat_statements" || name === MODEL ? furtherPage(site, name) : PAGE_OF[name](site);
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

/** Each page in an edition that holds what it is about, and names no obligor. */
const EDITIONS = [
  ...pagesFor("management").map((name) => [name, "management"] as const),
  ...pagesFor("data_science")
    .filter((name) => !["features", "definitions", "run"].includes(name))
    .map((name) => [name, "data_science"] as const)
];

describe("languages", () => {
  const HAN = /[\u3400-\u9fff]/;

  it("are not mixed: no Chinese on English pages but the names of obligors", () => {
    for (const [name, audience] of EDITIONS) {
      const texts = textsOf(documentOf(name, "en", audience));
      // The size classification is cited by its Chinese number, which has no other.
      expect([name, texts.filter((text) => HAN.test(text.replace("国统字〔2017〕213号", "")))]).toEqual([name, []]);
    }
  });

  it("are not mixed: no untranslated words on Chinese pages", () => {
    const allowed =
      /^(Loanscape|SHA|SQL|AUC|ROC|PD|CNY|Hosmer|Lemeshow|Brier|PSI|KS|GB|AAA|AA|A|BBB|BB|B|CCC|CC|C|D|GB\/T)$/;
    for (const [name, audience] of EDITIONS) {
      const document = documentOf(name, "zh", audience);
      for (const code of document.querySelectorAll("code, option, pre, a[href*='table-'], .proof a, script, svg"))
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
    const toModellers = documentOf("definitions", "en", "data_science").body.textContent;
    expect(toModellers).toContain("mart_model_moves.pseudonym");
    expect(toModellers).not.toContain("mart_obligors");
    expect(documentOf("definitions", "en", "risk").body.textContent).toContain("mart_obligors.registration_number");
  });
});
