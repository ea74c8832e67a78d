import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {varchars} from "#warehouse/engine/columns.js";
import {martFeatures} from "#warehouse/marts/mart_features.js";
import {PAGES, pagesFor} from "#src/components/pages.js";
import {
  cataloguedFeatures,
  featureFindings,
  featureTableNames,
  hasMoved,
  isAgainst,
  isBeyondChance
} from "#src/findings/features.js";
import type {Site} from "#src/findings/site.js";
import {UNITS} from "#src/i18n/names/features.js";
import {featureTablePage} from "#src/pages/features/table.js";
import {featureValue} from "#src/pages/features/texts.js";
import {featuresPage} from "#src/pages/features.js";
import {overviewPage} from "#src/pages/overview.js";
import {openFixture} from "../../support/openFixture.js";

function opened(page: string): Document {
  return new JSDOM(page.slice(page.indexOf("\n---\n") + 5)).window.document;
}

const documentOf = (site: Site) => opened(featuresPage(site));
const tableOf = (site: Site, table: string) => opened(featureTablePage(site, table));

const lead = (site: Site) => documentOf(site).querySelector(".lead")!.textContent;

describe("the feature catalogue", () => {
  it("states how many features there are, which go with default, which the other way than declared, and which moved", () => {
    expect(lead(openFixture("worsening", "en"))).toBe(
      "4 features in 2 tables say what was known of each obligor on each observation date. " +
        "3 of them go with default more than chance allows, sales_growth_rate the most, with an information value of 0.310. " +
        "1 does so the other way than declared. 1 has moved far from its first year."
    );
    expect(lead(openFixture("worsening", "zh"))).toBe(
      "2张特征表的4项特征记录各观察日对每个债务人的所知。其中3项与违约的关系超出随机水平，最强者为sales_growth_rate，信息价值0.310。" +
        "1项的实际方向与声明相反。1项较首年明显偏移。"
    );
  });

  it("says so where no outcome is known, where nothing moved, and where there are no features", () => {
    const invoices = lead(openFixture("invoicesOnly", "en"));
    expect(invoices).toContain("1 feature in 1 table says");
    expect(invoices).toContain("No outcome is known, so that nothing can be said of default.");
    expect(lead(openFixture("improving", "en"))).toContain("None has moved far from its first year.");
    expect(lead(openFixture("oneDate", "en"))).toBe("This run built no features.");
  });

  it("lists those that go with default the most first, each with a way to all that is known of it", () => {
    const document = documentOf(openFixture("worsening", "en"));
    const rows = [...document.querySelectorAll("#every tbody tr")];
    expect(rows.map((row) => row.querySelector("th")!.textContent)).toEqual([
      "sales_growth_rate",
      "leverage_ratio",
      "has_negative_equity",
      "total_assets"
    ]);
    const leads = rows.map((row) => {
      const [table, anchor] = row.querySelector("a")!.getAttribute("href")!.slice(2).split("#");
      return tableOf(openFixture("worsening", "en"), table!).getElementById(anchor!)!;
    });
    expect(leads.map(({tagName}) => tagName)).toEqual(rows.map(() => "DETAILS"));
    expect(leads.every((entry) => !(entry as HTMLDetailsElement).open)).toBe(true);
    expect(leads.map((entry) => entry.querySelector("summary code")!.textContent)).toEqual(
      rows.map((row) => row.querySelector("th")!.textContent)
    );
    expect({...(rows[1] as HTMLElement).dataset}).toEqual({
      table: "feat_statements",
      safer: "lower",
      sources: "Financial statements, Obligors"
    });
    const cells = [...rows[1]!.children].map(({textContent}) => textContent);
    expect(cells).toEqual([
      "leverage_ratio",
      "Total liabilities to total assets",
      "lower",
      "0%",
      "0.500",
      "0.400",
      "0.220",
      ""
    ]);
  });

  it("shows of a feature its facts, each with its proof, its years and its bins", () => {
    const document = tableOf(openFixture("worsening", "en"), "feat_invoices");
    const entry = document.getElementById("feature-sales-growth-rate")!;
    expect(entry.dataset.mart).toBe("mart_features");
    const facts = [...entry.querySelectorAll(".facts > div")].map((fact) => fact.textContent);
    expect(facts).toEqual([
      "Unitrate",
      "Saferhigher",
      "SourcesVAT invoices",
      "No valueNothing was known by then",
      "Missing25.0%",
      "Zero0%",
      "PSI0.020",
      "Information value0.310",
      "Gini0.250"
    ]);
    const meanings = [...entry.querySelectorAll(".facts a")].map((link) => link.getAttribute("href"));
    expect(meanings).toEqual(
      ["missing_share", "zero_share", "psi", "iv", "gini"].map((column) => `./definitions#feature_${column}`)
    );
    const [years, bins] = [...entry.querySelectorAll("table")];
    expect([...years!.querySelectorAll("tbody th")].map(({textContent}) => textContent)).toEqual([
      "2023",
      "2024",
      "2025"
    ]);
    expect([...bins!.querySelectorAll("tbody tr")].map((row) => row.textContent.replace(/\s+/g, " ").trim())).toEqual([
      "≤ 4.20%200115.50%",
      "4.20% – 5.40%20094.50%",
      "5.40% – 6.60%20073.50%",
      "> 6.60%20052.50%",
      "missing20094.50%"
    ]);
  });

  it("marks what goes with default the other way than declared, and pales what chance explains", () => {
    const document = documentOf(openFixture("worsening", "en"));
    const against = [...document.querySelectorAll("#every .bad")].map(
      (cell) => cell.closest("tr")!.querySelector("th")!.textContent
    );
    expect(against).toEqual(["has_negative_equity"]);
    const pale = [...document.querySelectorAll("#every .faint")].map((cell) => cell.textContent);
    expect(pale).toEqual(["0.010"]);
  });

  it("shows the SQL of every table, as text", () => {
    const site = openFixture("worsening", "en");
    const shown = featureTableNames(site).map((table) => tableOf(site, table).querySelectorAll("#sql code"));
    expect(shown.map(({length}) => length)).toEqual([1, 1]);
    expect(shown[1]![0]!.textContent).toBe(
      "-- One row per obligor.\ncreate or replace table feat_statements as\n\nselect 1 < 2;"
    );
  });

  it("leads to every table, each on a page of its own that leads back, in the other language too", () => {
    const site = openFixture("worsening", "en");
    const links = [...documentOf(site).querySelectorAll("#tables a")].map((link) => link.getAttribute("href"));
    expect(links).toEqual(featureTableNames(site).map((name) => `./${name}`));
    const document = tableOf(site, "feat_statements");
    expect([...document.querySelectorAll("details.feature summary code")].map(({textContent}) => textContent)).toEqual([
      "leverage_ratio",
      "has_negative_equity",
      "total_assets"
    ]);
    expect(document.querySelector(".lead a")!.getAttribute("href")).toBe("./features");
    expect(featureTablePage(site, "feat_statements")).toContain("../zh/feat_statements");
    expect(() => featureTablePage(site, "feat_none")).toThrow("this run built no feature table feat_none");
  });

  it("shows small ratios with more digits, and zero as zero", () => {
    const site = openFixture("worsening", "en");
    const texts = [0.5, 0.0123, 0.00786, -0.00786, 0, null].map((value) => featureValue(value, {unit: "ratio"}, site));
    expect(texts).toEqual(["0.500", "0.0123", "0.00786", "−0.00786", "0", ""]);
  });

  it("is for those who build models, and those who answer for them", () => {
    const ofModels = ["experiments", "model", "compare", "validation", "features"];
    expect(PAGES.filter((page) => !pagesFor("management").includes(page))).toEqual(ofModels);
    expect(pagesFor("data_science")).toEqual([...ofModels, "definitions", "run"]);
    expect(featureTableNames(openFixture("worsening", "en", "data_science"))).toHaveLength(2);
    expect(pagesFor("risk")).toEqual(PAGES);
    expect(overviewPage(openFixture("worsening", "en", "management"))).not.toContain("./features");
    expect(overviewPage(openFixture("worsening", "en"))).toContain("./features");
    expect(lead(openFixture("worsening", "en", "management"))).toBe(
      "The feature catalogue stands in the risk and data-science editions."
    );
    expect(documentOf(openFixture("worsening", "en", "management")).querySelectorAll("table")).toHaveLength(0);
    expect(featureTableNames(openFixture("worsening", "en", "management"))).toEqual([]);
  });

  it("lets no definition become markup or code", () => {
    const site = openFixture("worsening", "en");
    const evil = "<img src=x onerror=alert(1)>\n\n```js\nrun()\n```${run()}";
    const mart = site.mart(martFeatures);
    const values = varchars(Array.from({length: mart.columns.rowCount}, () => evil));
    const columns = {
      ...mart.columns,
      byName: new Map([...mart.columns.byName, ["definition_en", values], ["empty_en", values]])
    };
    const rows = site.rows(martFeatures).map((row) => ({...(row as object), definition_en: evil, empty_en: evil}));
    const planted: Site = {
      ...site,
      mart: (contract) => (contract === martFeatures ? {...mart, columns} : site.mart(contract)),
      rows: <Row>(contract: Parameters<Site["rows"]>[0]) =>
        contract === martFeatures ? (rows as readonly unknown[] as readonly Row[]) : site.rows<Row>(contract)
    };
    for (const page of [featuresPage(planted), featureTablePage(planted, "feat_statements")]) {
      expect(page).toContain("&#60;img");
      expect(page.slice(page.indexOf("\n---\n") + 5)).not.toMatch(/<img|```|\$\{|\n\s*\n\s*\S/);
    }
  });
});

describe("what the catalogue finds", () => {
  const [first] = cataloguedFeatures(openFixture("worsening", "en"));
  const feature = (facts: object) => ({...first!, ...facts});

  it("is beyond chance only above the critical value", () => {
    expect(isBeyondChance(feature({iv: 0.051, iv_critical: 0.05}))).toBe(true);
    expect(isBeyondChance(feature({iv: 0.05, iv_critical: 0.05}))).toBe(false);
    expect(isBeyondChance(feature({iv: null, iv_critical: null}))).toBeNull();
  });

  it("goes against its declaration only where a direction is declared, clear and beyond chance", () => {
    expect(isAgainst(feature({safer: "higher", gini: -0.2}))).toBe(true);
    expect(isAgainst(feature({safer: "lower", gini: 0.2}))).toBe(true);
    expect(isAgainst(feature({safer: "lower", gini: -0.2}))).toBe(false);
    expect(isAgainst(feature({safer: "neither", gini: -0.2}))).toBe(false);
    expect(isAgainst(feature({safer: "higher", gini: -0.09}))).toBe(false);
    expect(isAgainst(feature({safer: "higher", gini: -0.2, iv: 0.01}))).toBe(false);
    expect(isAgainst(feature({safer: "higher", gini: null}))).toBe(false);
  });

  it("has moved above a quarter, and above chance", () => {
    expect(hasMoved(feature({psi: 0.26, psi_critical: 0.05}))).toBe(true);
    expect(hasMoved(feature({psi: 0.25, psi_critical: 0.05}))).toBe(false);
    expect(hasMoved(feature({psi: 0.3, psi_critical: 0.35}))).toBe(false);
    expect(hasMoved(feature({psi: null, psi_critical: null}))).toBe(false);
  });

  it("is proven by the marts that hold it", () => {
    const found = featureFindings(openFixture("worsening", "en"))!;
    expect([found.features.proof.mart, found.tables.proof.mart]).toEqual(["mart_features", "mart_feature_tables"]);
    expect(found.strongest!.iv).toMatchObject({value: 0.31, proof: {definition: "feature_iv", column: "iv", rows: 1}});
  });
});

it("units are named in both languages", () => {
  expect(Object.keys(UNITS.zh)).toEqual(Object.keys(UNITS.en));
});
