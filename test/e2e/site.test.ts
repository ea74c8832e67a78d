import {mkdtempSync} from "node:fs";
import {createRequire} from "node:module";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import type {Browser, BrowserContext, Page} from "playwright-core";
import {afterAll, afterEach, beforeAll, describe, expect, it} from "vitest";
import {buildSite} from "#pipeline/publishing/buildSite.js";
import {serveSite, type Serving} from "#pipeline/publishing/serveSite.js";
import {PAGES} from "#src/components/pages.js";
import {LANGUAGES} from "#src/format/language.js";
import {browserIsMissing, findChromium, openBrowser} from "../support/browser.js";
import {CHAMPION} from "../support/fixtureLab.js";
import {snapshotOf} from "../support/openFixture.js";

const isThere = (await findChromium()) !== null;
const suite = isThere ? describe : describe.skip;
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

let browser: Browser;
let serving: Serving;
const contexts: BrowserContext[] = [];

suite(isThere ? "the site in a browser" : `the site in a browser (skipped: ${browserIsMissing})`, () => {
  beforeAll(async () => {
    const outFolder = mkdtempSync(join(tmpdir(), "loanscape-e2e-"));
    const {current} = await buildSite({snapshot: snapshotOf("worsening"), audience: "risk", outFolder, language: "zh"});
    serving = await serveSite({folder: current, port: 0, host: "127.0.0.1"});
    browser = (await openBrowser())!;
  });

  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
  });

  afterAll(async () => {
    await browser?.close();
    await serving?.close();
  });

  interface Watched {
    readonly page: Page;
    readonly complaints: string[];
    readonly elsewhere: string[];
    readonly scripts: {readonly url: string; readonly packed: number}[];
  }

  /** A page that refuses every other host, and remembers what went wrong, and which code was loaded. */
  async function open(path: string, options: Parameters<Browser["newContext"]>[0] = {}): Promise<Watched> {
    const context = await browser.newContext({viewport: {width: 1280, height: 900}, ...options});
    contexts.push(context);
    const page = await context.newPage();
    const watched: Watched = {page, complaints: [], elsewhere: [], scripts: []};
    page.on("console", (message) => message.type() === "error" && watched.complaints.push(message.text()));
    page.on("pageerror", (error) => watched.complaints.push(error.message));
    await context.route("**/*", async (route) => {
      const url = route.request().url();
      if (url.startsWith(serving.url)) return route.continue();
      watched.elsewhere.push(url);
      return route.abort();
    });
    page.on("response", async (response) => {
      if (response.request().resourceType() !== "script") return;
      const body = await response.body().catch(() => Buffer.alloc(0));
      watched.scripts.push({url: response.url(), packed: gzipSync(body).length});
    });
    await page.goto(serving.url + path, {waitUntil: "networkidle"});
    return watched;
  }

  const paths = LANGUAGES.flatMap((language) =>
    [...PAGES, `model-${CHAMPION}`].map((page) => `${language}/${page}.html`)
  );

  it.each(paths)("asks no other host, and nothing goes wrong: %s", async (path) => {
    const {page, complaints, elsewhere} = await open(path);
    expect(elsewhere).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await page.locator(".observablehq--error").count()).toBe(0);
    expect(await page.getAttribute("html", "lang")).toBe(path.startsWith("zh") ? "zh-CN" : "en");
  });

  it.each(paths)("never needs to be scrolled sideways on a phone: %s", async (path) => {
    const {page} = await open(path, {viewport: {width: 390, height: 844}});
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth
    );
    expect(beyond).toBe(0);
  });

  it("shows every chart and table without a script", async () => {
    const {page} = await open("en/overview.html", {javaScriptEnabled: false});
    expect(await page.locator("figure.chart .wide svg[role=img]").count()).toBeGreaterThanOrEqual(7);
    expect(await page.locator("#chart-years .wide svg circle").count()).toBe(10);
    expect(await page.locator("figure.chart table tbody tr").count()).toBeGreaterThan(50);
    expect(await page.locator(".panel button .part").first().getAttribute("width")).not.toBe("0");
    expect(await page.locator(".controls").isVisible()).toBe(false);
    const {page: ratings} = await open("zh/ratings.html", {javaScriptEnabled: false});
    expect(await ratings.locator(".matrix").count()).toBe(10);
    expect(await ratings.locator(".matrix:visible").count()).toBe(1);
    await ratings.locator("label[for=year-2020]").click();
    expect(await ratings.locator(".matrix:visible caption").textContent()).toContain("2020年12月31日");
  });

  it("loads at most 50 kB of code with the overview, and no chart library", async () => {
    const {scripts} = await open("en/overview.html");
    const packed = scripts.reduce((sum, script) => sum + script.packed, 0);
    expect(scripts.length).toBeGreaterThan(0);
    expect(packed).toBeLessThan(50_000);
    expect(scripts.map(({url}) => url).join(" ")).not.toMatch(/redraw|explore/);
  });

  const shown = (page: Page, key: string) => page.locator(`[data-figure=${key}] .figure`).textContent();
  const settled = (page: Page) => page.locator("#composition:not([aria-busy])").waitFor();
  const member = (page: Page, dimension: string, name: string) =>
    page.locator(`[data-dimension=${dimension}] button[data-member="${name}"]`);

  it("counts a choice, redraws the chart, and finds the choice again in the address", async () => {
    const {page, complaints} = await open("en/overview.html");
    const whole = await shown(page, "obligors");
    const drawnBefore = await page.locator("#chart-now .drawing").innerHTML();
    await member(page, "industry", "E").click();
    await page.waitForFunction(
      (text) => document.querySelector("[data-figure=obligors] .figure")!.textContent !== text,
      whole
    );
    await settled(page);
    const chosen = await shown(page, "obligors");
    expect(Number(chosen!.replace(",", ""))).toBeLessThan(Number(whole!.replace(",", "")));
    expect(await page.locator("[data-chosen]").textContent()).toBe("Construction");
    await page.waitForFunction(
      (html) => document.querySelector("#chart-now .drawing")!.innerHTML !== html,
      drawnBefore
    );
    expect(new URL(page.url()).search).toBe("?industry=E");

    const {page: sent} = await open("en/overview.html?industry=E");
    await settled(sent);
    await sent.waitForFunction(
      (text) => document.querySelector("[data-figure=obligors] .figure")!.textContent === text,
      chosen
    );
    expect(await member(sent, "industry", "E").getAttribute("aria-pressed")).toBe("true");
    await sent.locator("[data-clear]").click();
    await sent.waitForFunction(
      (text) => document.querySelector("[data-figure=obligors] .figure")!.textContent === text,
      whole
    );
    expect(new URL(sent.url()).search).toBe("");
    expect(complaints).toEqual([]);
  });

  it("comes back to the figures of the build when the choice is everything", async () => {
    const {page} = await open("en/overview.html");
    const keys = ["obligors", "drawn", "pd", "weak", "default"];
    const before = await Promise.all(keys.map((key) => shown(page, key)));
    await member(page, "tier", "core").click();
    await settled(page);
    await member(page, "tier", "core").click();
    await page.waitForFunction(
      (text) => document.querySelector("[data-figure=obligors] .figure")!.textContent === text,
      before[0]
    );
    expect(await Promise.all(keys.map((key) => shown(page, key)))).toEqual(before);
  });

  it("leaves out of a sent link what this edition does not have, and says so", async () => {
    const {page, complaints} = await open("en/overview.html?grade=ZZ");
    const whole = await shown((await open("en/overview.html")).page, "obligors");
    await page.locator("[data-chosen]", {hasText: "does not have"}).waitFor();
    expect(await shown(page, "obligors")).toBe(whole);
    expect(new URL(page.url()).search).toBe("");
    expect(complaints).toEqual([]);
  });

  it("draws a redrawn chart anew when the window changes, so that its letters keep their size", async () => {
    const {page} = await open("en/overview.html?industry=E", {viewport: {width: 1440, height: 900}});
    await settled(page);
    await page.locator("#chart-now .drawing > svg").waitFor();
    await page.setViewportSize({width: 390, height: 844});
    await page.waitForFunction(() => {
      const chart = document.querySelector("#chart-now .drawing > svg")!;
      return Math.abs(Number(chart.getAttribute("width")) - chart.getBoundingClientRect().width) < 2;
    });
  });

  it("takes the choice back when the book cannot be loaded", async () => {
    const {page} = await open("en/overview.html");
    await page.route("**/book*.arrow*", (route) => route.abort());
    await member(page, "industry", "E").click();
    await page.locator("[data-chosen]", {hasText: "could not be loaded"}).waitFor();
    expect(await member(page, "industry", "E").getAttribute("aria-pressed")).toBe("false");
    expect(new URL(page.url()).search).toBe("");
  });

  it("keeps the place on the page in the other language", async () => {
    const {page} = await open("en/overview.html#strategic");
    await page.locator("a.language").click();
    await page.waitForURL(/zh\/overview\.html#strategic$/);
  });

  it("is reached and worked from the keyboard, and keeps the choice in the other language", async () => {
    const {page} = await open("en/overview.html");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement!.className)).toBe("skip");
    await member(page, "grade", "BB").focus();
    await page.keyboard.press("Space");
    await page.locator('[data-member="BB"][aria-pressed=true]').waitFor();
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.member)).toBe("B");
    await page.keyboard.press("Enter");
    await page.waitForURL(/grade=BB,B$/);
    await page.locator("a.language").click();
    await page.waitForURL(/zh\/overview\.html\?grade=BB,B$/);
    await page.locator('[data-member="BB"][aria-pressed=true]').waitFor();
    expect(await page.locator("[data-chosen]").textContent()).toBe("BB、B");
  });

  it("sorts the segments by a heading, numbers as numbers", async () => {
    const {page} = await open("en/segments.html");
    const heading = page.locator("#table thead button", {hasText: "Mean PD"});
    await heading.click();
    const values = await page
      .locator("#table tbody tr td:nth-child(5)")
      .evaluateAll((cells) => cells.map((cell) => Number((cell as HTMLElement).dataset.sort)));
    expect(values).toEqual([...values].sort((a, b) => b - a));
    expect(await page.locator("#table th[aria-sort=descending]").count()).toBe(1);
  });

  const chosenOf = (page: Page) =>
    page
      .locator("#chart-roc svg [data-role]")
      .evaluateAll((marks) => marks.map((mark) => (mark as SVGElement).dataset.role));

  it("puts two other experiments side by side, and finds them again in the address and in the other language", async () => {
    const {page, complaints} = await open("en/compare.html");
    expect(await chosenOf(page)).toEqual(["first", "second"]);
    const before = await page.locator(".finding:visible").textContent();
    await page.locator("select[name=a]").selectOption("fixture-logistic-0a1b2c3d4e5f");
    await page.waitForURL(/compare\.html\?a=fixture-logistic-0a1b2c3d4e5f&b=fixture-card-2c3d4e5f6071$/);
    const after = await page.locator(".finding:visible").textContent();
    expect(after).not.toBe(before);
    expect(after).toContain("fixture-logistic-0a1b2c3d4e5f");
    expect(await page.locator("#moves tbody tr:visible").count()).toBe(10);
    await page.locator("a.language").click();
    await page.waitForURL(/zh\/compare\.html\?a=fixture-logistic/);
    expect(await page.locator(".finding:visible").textContent()).toContain("fixture-logistic-0a1b2c3d4e5f");
    await page.locator("select[name=b]").selectOption("fixture-logistic-0a1b2c3d4e5f");
    expect(await page.locator(".no-pair").textContent()).toBe("请选择两个不同的实验。");
    expect(complaints).toEqual([]);
  });

  it("compares two experiments without a script, and loads no chart library to do so with one", async () => {
    const {page} = await open("en/compare.html", {javaScriptEnabled: false});
    expect(await page.locator(".finding:visible").count()).toBe(1);
    expect(await page.locator("#chart-roc svg [data-series]:visible").count()).toBe(2);
    expect(await page.locator("#two form").isVisible()).toBe(false);
    const {scripts} = await open("en/compare.html");
    expect(scripts.reduce((sum, script) => sum + script.packed, 0)).toBeLessThan(10_000);
  });

  it("narrows experiments down to a model, from the keyboard too, and keeps it in the address", async () => {
    const {page} = await open("en/experiments.html");
    await page.locator("select[name=model]").focus();
    await page.keyboard.type("fixture-l");
    await page.waitForURL(/experiments\.html\?model=fixture-logistic$/);
    expect(await page.locator("#every tbody tr:visible").count()).toBe(1);
    expect(await page.locator("#every output").textContent()).toBe("1 of 3 experiments");
    const {page: sent} = await open("zh/experiments.html?model=fixture-card");
    expect(await sent.locator("#every tbody tr:visible").count()).toBe(2);
  });

  it("walks from an experiment to its bins, and from there to the feature", async () => {
    const {page, complaints} = await open("en/experiments.html");
    await page.locator("#every a", {hasText: "fixture-card-1b2c3d4e5f60"}).click();
    await page.waitForURL(/model-fixture-card-1b2c3d4e5f60\.html$/);
    await page.locator("#scorecard h3 a").first().click();
    await page.waitForURL(/feat_statements\.html#feature-leverage-ratio$/);
    await page.locator("details[open]#feature-leverage-ratio").waitFor();
    expect(complaints).toEqual([]);
  });

  it.each(["compare", "validation", "model-fixture-card-1b2c3d4e5f60"])(
    "prints every column on a sheet: %s",
    async (name) => {
      const {page} = await open(`en/${name}.html`, {viewport: {width: 718, height: 1000}}); // A4 less its margins
      await page.emulateMedia({media: "print"});
      const cut = await page.locator("main .scroll > table").evaluateAll((tables) =>
        tables
          .filter((table) => table.checkVisibility())
          .filter(
            (table) => table.getBoundingClientRect().right > table.parentElement!.getBoundingClientRect().right + 1
          )
          .map((table) => table.querySelector("caption")!.textContent)
      );
      expect(cut).toEqual([]);
    }
  );

  it("walks from a control total that does not reconcile to the line of the file", async () => {
    const {page, complaints} = await open("en/quality.html");
    await page.locator("#controls .bad a").click();
    await page.locator("details[open] > #quarantine-invoices").waitFor();
    await page.locator("#quarantine a", {hasText: "not a number"}).click();
    const row = page.locator("tr:has(#quarantine-invoices-not-a-number)");
    expect(await row.isVisible()).toBe(true);
    expect(await row.textContent()).toMatch(/invoices_2\.csv\s*17\s*amount/);
    expect(complaints).toEqual([]);
  });

  it("walks there from the keyboard alone, again after the rows were folded away, and without a script", async () => {
    const {page} = await open("en/quality.html");
    const folded = page.locator("details:has(#quarantine-invoices)");
    const press = async (link: ReturnType<Page["locator"]>) => {
      await link.focus();
      await page.keyboard.press("Enter");
    };
    await press(page.locator("#controls .bad a"));
    await folded.and(page.locator("[open]")).waitFor();
    await press(folded.locator("summary"));
    expect(await folded.getAttribute("open")).toBeNull();
    await press(page.locator("#controls .bad a"));
    await folded.and(page.locator("[open]")).waitFor();
    await page.keyboard.press("Tab"); // past what leads there, into the rows
    expect(await page.evaluate(() => document.activeElement!.closest("#quarantine-invoices") !== null)).toBe(true);

    const {page: still} = await open("en/quality.html", {javaScriptEnabled: false});
    await still.locator("#controls .bad a").click();
    expect(await still.locator("#quarantine-invoices table").isVisible()).toBe(true);
  });

  it.each(["zh", "en"])("prints every column of the quality page on a sheet: %s", async (language) => {
    const {page} = await open(`${language}/quality.html`, {viewport: {width: 718, height: 1000}}); // A4 less its margins
    await page.locator("#quarantine details summary").first().click();
    await page.emulateMedia({media: "print"});
    const cut = await page.locator("main .scroll > table").evaluateAll((tables) =>
      tables
        .filter((table) => table.checkVisibility())
        .filter((table) => table.getBoundingClientRect().right > table.parentElement!.getBoundingClientRect().right + 1)
        .map((table) => table.querySelector("caption")!.textContent)
    );
    expect(cut).toEqual([]);
  });

  it("leads from the landing page to the default language, and across on every page", async () => {
    const {page} = await open("");
    await page.waitForURL(/zh\/overview\.html$/);
    for (const name of PAGES) {
      await page.goto(`${serving.url}zh/${name}.html`);
      await page.locator("a.language").click();
      await page.waitForURL(new RegExp(`en/${name}\\.html$`));
    }
  });

  it.each(paths.flatMap((path) => (["light", "dark"] as const).map((colorScheme) => [path, colorScheme] as const)))(
    "is open to everybody: %s in %s",
    async (path, colorScheme) => {
      const {page} = await open(path, {colorScheme, bypassCSP: true});
      await page.addScriptTag({path: axe});
      const violations = await page.evaluate(async () => {
        const {axe} = window as unknown as {
          axe: {run(): Promise<{violations: {id: string; impact: string; nodes: {html: string}[]}[]}>};
        };
        const {violations} = await axe.run();
        return violations.map(({id, impact, nodes}) => ({
          id,
          impact,
          html: nodes[0]!.html.slice(0, 160),
          count: nodes.length
        }));
      });
      expect(violations.filter(({impact}) => impact === "serious" || impact === "critical")).toEqual([]);
    }
  );
});
