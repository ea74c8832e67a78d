import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {LANGUAGES} from "#src/format/language.js";
import {comparisonOf} from "#src/findings/compare.js";
import {experimentPaths, leadingExperiment} from "#src/findings/lab.js";
import type {Site} from "#src/findings/site.js";
import {comparePage} from "#src/pages/compare.js";
import {experimentsPage} from "#src/pages/experiments.js";
import {furtherPage, furtherPaths} from "#src/pages/further.js";
import {experimentPage, modelPage} from "#src/pages/model.js";
import {validationPage} from "#src/pages/validation.js";
import {CHAMPION} from "../../support/fixtureLab.js";
import {openFixture} from "../../support/openFixture.js";

type Page = (site: Site) => string;

const opened = (page: string) => new JSDOM(page.slice(page.indexOf("\n---\n") + 5)).window.document;
const textsOf = (document: Document, selector: string) =>
  [...document.querySelectorAll(selector)].map((each) => each.textContent.replace(/\s+/g, " ").trim());
/** The cells of each row, apart. */
const rowsOf = (document: Document, selector: string) =>
  [...document.querySelectorAll(selector)].map((row) => textsIn(row).join(" "));
const textsIn = (row: Element) =>
  [...row.children].map((cell) => cell.textContent.replace(/\s+/g, " ").trim()).filter(Boolean);
const PAGES: readonly (readonly [string, Page])[] = [
  ["experiments", experimentsPage],
  ["model", modelPage],
  ["compare", comparePage],
  ["validation", validationPage]
];
const worsening = openFixture("worsening", "en", "data_science");

describe.each(PAGES)("the page %s", (_, page) => {
  it.each(LANGUAGES)("says how to train the first model where there is none: %s", (language) => {
    const document = opened(page(openFixture("invoicesOnly", language, "data_science")));
    expect(document.querySelector(".lead code")!.textContent).toBe("loanscape train data/models/demo.yaml");
    expect(document.querySelectorAll("table, figure")).toHaveLength(0);
  });

  it("tells management nothing but where it stands", () => {
    const document = opened(page(openFixture("worsening", "en", "management")));
    expect(textsOf(document, ".lead")).toEqual(["Experiments stand in the data-science and risk editions."]);
    expect(document.body.innerHTML).not.toContain("fixture-");
  });

  it("is the same for risk, but for the edition, and small", () => {
    const body = (text: string) => opened(text).querySelector(".page")!.innerHTML;
    const written = page(worsening);
    expect(body(page(openFixture("worsening", "en", "risk")))).toBe(body(written));
    expect(written.length).toBeLessThan(150_000);
  });
});

describe("experiments", () => {
  it("says how many there are, which orders best, and who is champion", () => {
    const lead = textsOf(opened(experimentsPage(worsening)), ".lead")[0]!;
    expect(lead).toMatch(
      /^3 experiments were trained for this source\. Of those, fixture-card-1b2c3d4e5f60 orders best/
    );
    expect(lead).toMatch(/The champion is fixture-card-1b2c3d4e5f60, with an AUC of 0\.\d{3}\.$/);
    const one = textsOf(opened(experimentsPage(openFixture("improving", "en", "data_science"))), ".lead")[0]!;
    expect(one).toContain("1 experiment was trained");
    expect(one).toContain("None has been promoted");
  });

  it("lists the latest first, with its method, model to filter by, and a way to its page", () => {
    const rows = [...opened(experimentsPage(worsening)).querySelectorAll<HTMLTableRowElement>("#every tbody tr")];
    expect(rows.map((row) => row.dataset.model)).toEqual(["fixture-card", "fixture-card", "fixture-logistic"]);
    expect(rows.map((row) => row.querySelector("a")!.getAttribute("href"))).toEqual(
      experimentPaths(worsening).map((path) => `./${path}`)
    );
    expect(rows.map((row) => row.querySelector(".champion") !== null)).toEqual([false, true, false]);
    expect(rows.map((row) => row.cells[8]!.textContent)).toEqual(["not yet", "watch", "not yet"]);
  });
});

describe("a model", () => {
  const document = opened(modelPage(worsening));

  it("is the champion on the page of the navigation, and any other on its own", () => {
    expect(leadingExperiment(worsening)!.experiment_id).toBe(CHAMPION);
    for (const path of experimentPaths(worsening)) {
      const current = opened(experimentPage(worsening, path)).querySelector(".chooser [aria-current]")!;
      expect(`model-${current.textContent}`).toBe(path);
    }
    expect(() => experimentPage(worsening, "model-none")).toThrow("this run shows no experiment model-none");
  });

  it("has a page that every edition with models builds, and no other", () => {
    expect(furtherPaths(worsening)).toEqual(expect.arrayContaining([...experimentPaths(worsening), "feat_statements"]));
    expect(furtherPage(worsening, "feat_statements")).toContain("feat_statements");
    expect(furtherPaths(openFixture("worsening", "en", "management"))).toEqual([]);
  });

  it("draws each chart with a line or dots of the experiment", () => {
    for (const id of ["chart-roc", "chart-gains", "chart-spread"]) {
      const path = document.querySelector(`#${id} svg [data-role=first] path`)?.getAttribute("d") ?? "";
      expect([id, path.length > 50]).toEqual([id, true]);
    }
    expect(document.querySelectorAll("#chart-calibration svg [data-role=first] circle").length).toBeGreaterThan(5);
  });

  it("shows every bin with its points and its weight of evidence, and where order was lost", () => {
    const entries = [...document.querySelectorAll(".characteristic")];
    expect(entries.map((entry) => entry.querySelector("h3 code")!.textContent)).toEqual([
      "leverage_ratio",
      "sales_growth_rate"
    ]);
    expect(entries[0]!.querySelector("h3 a")!.getAttribute("href")).toBe("./feat_statements#feature-leverage-ratio");
    const [bins, years] = [...entries[0]!.querySelectorAll("table")];
    const labels = [...bins!.querySelectorAll("tbody th")].map((cell) => cell.textContent);
    expect(labels[0]).toMatch(/^≤\u00a0/);
    expect(labels.at(-1)).toBe("missing");
    for (const row of bins!.querySelectorAll("tbody tr")) {
      const woe = Number(row.querySelectorAll("td")[3]!.textContent.replace("−", "-"));
      const points = Number(row.querySelector("b")!.textContent.replace("−", "-"));
      expect(Math.abs(points - 25 * woe)).toBeLessThan(1);
      expect(row.querySelector(woe < 0 ? ".riskier" : ".safer")).not.toBeNull();
    }
    expect(years!.querySelectorAll("tbody tr")).toHaveLength(5);
    expect(years!.querySelectorAll("abbr")).toHaveLength(1);
  });

  it("tells what was selected, what was left out, and that nothing was tuned", () => {
    expect(textsOf(document, "#selection tbody tr td:nth-child(3)")).toEqual([
      "chosen",
      "chosen",
      "too like one chosen: leverage_ratio",
      "information value too low"
    ]);
    expect(rowsOf(document, "#exclusions tbody tr")).toEqual(["in default already 41"]);
    expect(document.querySelector("#tuning p")!.textContent).toContain("left nothing open");
  });

  it("shows how candidates fared on each rung, the chosen one marked", () => {
    const logistic = opened(experimentPage(worsening, experimentPaths(worsening).at(-1)!));
    expect(rowsOf(logistic, "#tuning tbody tr")).toEqual(["ridge 1 0.18120 out", "ridge 10 0.17430 0.17190 chosen"]);
    expect(logistic.querySelector("#scorecard")).toBeNull();
  });

  it("holds every year against what came", () => {
    expect(textsOf(document, "#backtest tbody th")).toEqual(["2018", "2019", "2020", "2021", "2022"]);
    expect(document.querySelectorAll("#chart-backtest .wide svg circle")).toHaveLength(5);
  });
});

describe("two models", () => {
  const document = opened(comparePage(worsening));

  it("are the champion and the latest where the address names none", () => {
    expect(comparisonOf(worsening)!.chosen).toEqual([1, 2]);
    const roles = [...document.querySelectorAll<SVGElement>("#chart-roc svg [data-series]")].map(
      ({dataset}) => dataset.role
    );
    expect(roles).toEqual([undefined, "first", "second"]);
    expect(document.querySelectorAll(".finding[data-role=pair]")).toHaveLength(1);
  });

  it("have a sentence for every pair, which says who orders better or that chance may", () => {
    const said = textsOf(document, ".finding");
    expect(said).toHaveLength(3);
    expect(said[0]).toMatch(/^fixture-card-1b2c3d4e5f60 orders better than fixture-logistic-0a1b2c3d4e5f: AUC/);
  });

  it("list pseudonyms of those that moved, ten for each pair", () => {
    const names = textsOf(document, "#moves tbody th");
    expect(names).toHaveLength(30);
    for (const name of names) expect(name).toMatch(/^P-\d{12}$/);
  });

  it("need a second experiment", () => {
    const one = opened(comparePage(openFixture("improving", "en", "data_science")));
    expect(textsOf(one, ".lead")).toEqual(["There is one experiment with predictions; a second is needed to compare."]);
  });
});

describe("a validation", () => {
  const document = opened(validationPage(worsening));

  it("gives each test its verdict, its rule in words, and its power", () => {
    expect(textsOf(document, ".lead")[0]).toBe("Of 3 experiments, 0 pass validation, 1 is to be watched, and 0 fail.");
    const rows = rowsOf(document, "#tests-0 tbody tr");
    expect(rows[0]).toMatch(/^AUC of the PD pass 0\.\d{3} at least 0\.7/);
    expect(rows[2]).toMatch(/^Observed rate over mean PD watch \d\.\d{3} at most 0\.8/);
    expect(rows[3]).toMatch(/^AUC lost since development, by PD too few data/);
  });

  it("is told by segment and by year, with the tests at fault there", () => {
    expect(textsOf(document, "#segment-0 tbody th")).toEqual(["Manufacturing", "Construction"]);
    expect(textsOf(document, "#year-0 tbody th")).toEqual(["2021", "2022"]);
    expect(document.querySelectorAll("#year-0 .faults li").length).toBeGreaterThan(0);
  });

  it("says what to run where none was validated", () => {
    const none = opened(validationPage(openFixture("improving", "en", "data_science")));
    expect(textsOf(none, ".lead")[0]).toContain("loanscape validate MODEL");
  });
});
