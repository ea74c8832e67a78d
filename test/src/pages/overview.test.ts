import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {overviewPage} from "#src/pages/overview.js";
import type {BankKind} from "../../support/fixtureBook.js";
import {openFixture} from "../../support/openFixture.js";
import type {Language} from "#src/format/language.js";

function read(kind: BankKind, language: Language) {
  const page = overviewPage(openFixture(kind, language));
  const {document} = new JSDOM(page.slice(page.indexOf("\n---\n") + 5)).window;
  const text = (selector: string) => document.querySelector(selector)!.textContent.replace(/\s+/g, " ").trim();
  const finding = (id: string) => text(`#${id} .finding`);
  return {
    document,
    heading: text("h1"),
    size: finding("size"),
    quality: finding("quality"),
    concentration: finding("concentration"),
    strategic: finding("strategic"),
    performance: finding("performance")
  };
}

describe("the sentences of the overview", () => {
  it("say that a growing, worsening bank grows and worsens", () => {
    const {heading, size, quality} = read("worsening", "en");
    expect(heading).toBe("The book grew, but got riskier");
    expect(size).toMatch(/^On 31 December 2025 the book has CNY [\d.]+ bn drawn, [\d.]+% more than a year before/);
    expect(quality).toMatch(
      /^It is getting worse\. [\d.]+% of exposure is in BB or worse, up from .* the mean PD rose from/
    );
  });

  it("say the opposite of the opposite bank", () => {
    const {heading, size, quality} = read("improving", "en");
    expect(heading).toBe("The book shrank, but got safer");
    expect(size).toMatch(/less than a year before/);
    expect(quality).toMatch(
      /^It is getting better\. [\d.]+% of exposure is in BB or worse, down from .* the mean PD fell from/
    );
  });

  it("name each bank's own largest industry, in both languages", () => {
    expect(read("worsening", "en").concentration).toMatch(/^Manufacturing is the largest industry/);
    expect(read("improving", "en").concentration).toMatch(/^Culture, sport, entertainment is the largest industry/);
    expect(read("worsening", "zh").concentration).toMatch(/^制造业为第一大行业/);
    expect(read("improving", "zh").concentration).toMatch(/^文化、体育和娱乐业为第一大行业/);
  });

  it("turn in Chinese too", () => {
    expect(read("worsening", "zh").quality).toMatch(/^质量正在恶化。BB级及以下占敞口的[\d.]+%，高于一年前的.*升至/);
    expect(read("improving", "zh").quality).toMatch(/^质量正在改善。BB级及以下占敞口的[\d.]+%，低于一年前的.*降至/);
  });

  it("never put a proxy where the source has nothing", () => {
    const {document, size, quality, strategic} = read("invoicesOnly", "en");
    expect(size).toMatch(/^On 31 December 2025 the book holds [\d,]+ obligors/);
    expect(quality).toContain("of obligors is in BB or worse");
    expect(strategic).toBe("This source has no tiers, so no strategic customers can be named.");
    expect(document.body.textContent).toContain("This source has no exposures");
    expect(document.body.textContent).not.toMatch(/CNY|Exposure outstanding/);
    const absent = [...document.querySelectorAll(".is-absent")].map((panel) =>
      panel.textContent.replace(/\s+/g, " ").trim()
    );
    expect(absent).toEqual([
      "SizeThis source has no size classes.",
      "RegionThis source has no regions.",
      "TierThis source has no tiers."
    ]);
  });

  it("say that nothing can be compared where there is one date", () => {
    const {document, heading, quality, performance} = read("oneDate", "en");
    expect(heading).toBe("The book");
    expect(quality).toMatch(
      /^There is no year before to compare with\. [\d.]+% of obligors is in BB or worse; the mean PD is [\d.]+%\./
    );
    expect(performance).toBe("No performance window is complete, so no default can be compared yet.");
    expect(document.querySelector("#size")!.textContent).toContain("There is one observation date");
    expect(document.querySelectorAll("#size svg, #quality svg")).toHaveLength(0);
  });

  it("say why management reads pseudonyms, and that risk reads names", () => {
    const strategic = (language: Language, audience: "management" | "risk") => {
      const page = overviewPage(openFixture("worsening", language, audience));
      return new JSDOM(page.slice(page.indexOf("\n---\n") + 5)).window.document.querySelector("#strategic")!
        .textContent;
    };
    expect(strategic("en", "management")).toContain("Names are withheld in this edition");
    expect(strategic("zh", "management")).toContain("本版不显示客户名称");
    expect(strategic("en", "risk")).not.toContain("withheld");
  });
});
