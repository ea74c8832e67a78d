import {cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {columnsOfArrow} from "#warehouse/engine/arrow.js";
import {textsOf} from "#warehouse/engine/columns.js";
import {martObligors} from "#warehouse/marts/mart_obligors.js";
import {readMart} from "#warehouse/snapshot.js";
import {buildSite, type SiteSummary} from "#pipeline/publishing/buildSite.js";
import {filesBelow} from "#pipeline/publishing/files.js";
import {forbiddenFor} from "#pipeline/publishing/forbidden.js";
import {PROJECT} from "#pipeline/publishing/frameworkProject.js";
import {scanBuild} from "#pipeline/publishing/scanBuild.js";
import {snapshotOf} from "../../support/openFixture.js";

const out = mkdtempSync(join(tmpdir(), "loanscape-site-"));
const snapshot = snapshotOf("worsening");
let management: SiteSummary;

beforeAll(async () => {
  management = await buildSite({snapshot, audience: "management", outFolder: out, language: "zh"});
});

function contents(folder: string): Record<string, string> {
  return Object.fromEntries(
    filesBelow(folder).map((file) => [file, readFileSync(join(folder, file)).toString("base64")])
  );
}

describe("buildSite", () => {
  it("builds every page in both languages and a landing page to the default one", () => {
    const pages = filesBelow(management.current).filter((file) => file.endsWith(".html"));
    const names = ["definitions", "forward", "overview", "quality", "ratings", "run", "segments"];
    expect(pages).toEqual(
      [...["en", "zh"].flatMap((language) => names.map((name) => `${language}/${name}.html`)), "index.html"].sort()
    );
    expect(readFileSync(join(management.current, "index.html"), "utf8")).toContain("url=./zh/overview.html");
    expect(management.pages).toBe(pages.length);
  });

  it("gives equal bytes for equal snapshots, wherever it is built", async () => {
    const workFolder = join(PROJECT, ".build", "another-place");
    const again = await buildSite({
      snapshot,
      audience: "management",
      outFolder: mkdtempSync(join(tmpdir(), "loanscape-site-")),
      language: "zh",
      workFolder
    });
    expect(contents(again.current)).toEqual(contents(management.current));
    expect(again.sha256).toBe(management.sha256);
    expect(existsSync(workFolder)).toBe(false);
  });

  it("holds no path of this machine, and nothing from another host", () => {
    for (const file of filesBelow(management.current).filter((name) => /\.(html|css|js)$/.test(name))) {
      const text = readFileSync(join(management.current, file), "utf8");
      expect([file, text.includes(PROJECT), text.includes(tmpdir())]).toEqual([file, false, false]);
      expect([file, /(?:src|href)="https?:|@import "https?:|import\("https?:/.test(text)]).toEqual([file, false]);
    }
  });

  it("keeps every name and number from management, and shows them to risk", async () => {
    const forbidden = forbiddenFor(snapshot, "management");
    expect(forbidden.length).toBeGreaterThan(1000);
    expect(scanBuild({folder: realpathSync(management.current), forbidden})).toEqual([]);
    const book = columnsOfArrow(readFileSync(join(management.current, "data", "book.arrow")));
    expect([...book.byName.keys()]).toEqual(["grade", "before", "industry", "size", "region", "tier", "pd", "drawn"]);
    const risk = await buildSite({snapshot, audience: "risk", outFolder: out, language: "en"});
    expect(scanBuild({folder: realpathSync(risk.current), forbidden}).length).toBeGreaterThan(5);
  });

  it("keeps file and value of rows that did not load from management, and shows them to risk", async () => {
    const forbidden = forbiddenFor(snapshot, "management");
    const ofRows = ["invoices_2.csv", "obligors_2.csv", "invoices_2.csv:17", "«<b>12,3a</b>»", "«甲乙»"];
    expect(forbidden).toEqual(expect.arrayContaining(ofRows));
    expect(scanBuild({folder: realpathSync(management.current), forbidden: ofRows})).toEqual([]);
    const risk = await buildSite({snapshot, audience: "risk", outFolder: out, language: "en"});
    const found = scanBuild({folder: realpathSync(risk.current), forbidden: ofRows});
    for (const file of ["en/quality.html", "zh/quality.html"]) {
      expect(new Set(found.filter((finding) => finding.file === file).map(({text}) => text))).toEqual(new Set(ofRows));
    }
  });

  it("gives data scientists models and features, and neither the book nor a name in it", async () => {
    const site = await buildSite({snapshot, audience: "data_science", outFolder: out, language: "en"});
    const files = filesBelow(site.current);
    expect(
      files.filter((file) => /^en\/(model|overview|segments|compare)/.test(file) && file.endsWith(".html"))
    ).toEqual([
      "en/compare.html",
      "en/model-fixture-card-1b2c3d4e5f60.html",
      "en/model-fixture-card-2c3d4e5f6071.html",
      "en/model-fixture-logistic-0a1b2c3d4e5f.html",
      "en/model.html"
    ]);
    expect(files.filter((file) => file.endsWith(".arrow"))).toEqual([]);
    expect(readFileSync(join(site.current, "index.html"), "utf8")).toContain("url=./en/experiments.html");
    for (const file of files.filter((name) => /\/(experiments|model[^/]*|compare|validation)\.html$/.test(name))) {
      expect([file, readFileSync(join(site.current, file)).length < 150_000]).toEqual([file, true]);
    }
    const obligors = readMart(martObligors, {snapshot, audience: "risk"}).columns;
    const secrets = ["name", "registration_number", "obligor_id", "pseudonym"].map(
      (column) => textsOf(obligors, column)[0]!
    );
    const forbidden = forbiddenFor(snapshot, "data_science");
    expect(forbidden).toEqual(expect.arrayContaining([...secrets, "invoices_2.csv"]));
    expect(scanBuild({folder: realpathSync(site.current), forbidden})).toEqual([]);
  });

  it("finds an obligor that slipped into the site of the data scientists, and no fault with a word of the program", () => {
    const forbidden = forbiddenFor(snapshot, "data_science");
    const obligors = readMart(martObligors, {snapshot, audience: "risk"}).columns;
    const slipped = [textsOf(obligors, "name")[0]!, textsOf(obligors, "registration_number")[0]!];
    const folder = mkdtempSync(join(tmpdir(), "loanscape-slipped-"));
    writeFileSync(join(folder, "page.html"), `<p>strategic core AAA ${slipped.join(" ")}</p>`);
    expect(new Set(scanBuild({folder, forbidden}).map(({text}) => text))).toEqual(new Set(slipped));
  });

  it("leaves the site that was there when a build fails", async () => {
    const before = contents(management.current);
    const broken = mkdtempSync(join(tmpdir(), "loanscape-broken-"));
    cpSync(snapshot, broken, {recursive: true});
    rmSync(join(broken, "marts", "mart_portfolio.arrow"));
    await expect(buildSite({snapshot: broken, audience: "management", outFolder: out, language: "zh"})).rejects.toThrow(
      /mart_portfolio/
    );
    expect(contents(management.current)).toEqual(before);
  });

  it("stops when it is told to", async () => {
    const signal = AbortSignal.timeout(400);
    const outFolder = mkdtempSync(join(tmpdir(), "loanscape-site-"));
    await expect(buildSite({snapshot, audience: "risk", outFolder, language: "zh", signal})).rejects.toThrow();
    expect(existsSync(join(outFolder, "risk"))).toBe(false);
  });
});
