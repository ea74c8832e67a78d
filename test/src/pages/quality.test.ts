import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {varchars} from "#warehouse/engine/columns.js";
import {martQuarantineRows} from "#warehouse/marts/mart_quarantine_rows.js";
import {qualityFindings} from "#src/findings/quality.js";
import type {Site} from "#src/findings/site.js";
import {below} from "#src/i18n/sentences/quality.js";
import {grouped} from "#src/pages/quality/controls.js";
import {qualityPage} from "#src/pages/quality.js";
import {openFixture} from "../../support/openFixture.js";

function documentOf(site: Site): Document {
  const page = qualityPage(site);
  return new JSDOM(page.slice(page.indexOf("\n---\n") + 5)).window.document;
}

const lead = (site: Site) => documentOf(site).querySelector(".lead")!.textContent;

describe("the page of data quality", () => {
  it("states what did not load, what is weakest, what does not reconcile and what warns", () => {
    expect(lead(openFixture("worsening", "en"))).toBe(
      "Of 4,000 rows handed over, 3,960 were loaded, and 28 were kept out, as they broke a rule. " +
        "12 rows of 1 extract are not used, as the parties have not consented. " +
        "The weakest extract is VAT invoices, with a score of 95.5%: its completeness is 94.0%. " +
        "1 of 3 control totals does not reconcile: sum of amount in VAT invoices. 2 of 4 checks warn."
    );
    expect(lead(openFixture("worsening", "zh"))).toBe(
      "共交付4,000行，入库3,960行，28行因违反规则被隔离。" +
        "1类数据抽取中有12行因主体未同意而留存不用。质量最弱的是增值税发票，得分95.5%，其中完整性为94.0%。" +
        "3项控制总数中有1项不一致，首项为增值税发票字段amount的合计。4项检查中有2项提示。"
    );
  });

  it("says of clean data that nothing is wrong, and of a run without a record that there is none", () => {
    expect(lead(openFixture("improving", "en"))).toBe(
      "Of 4,000 rows handed over, 4,000 were loaded, and none broke a rule. No extract lacks anything that could be measured. " +
        "All 3 control totals reconcile. All 4 checks pass."
    );
    expect(lead(openFixture("invoicesOnly", "en"))).toContain("No control totals came with the data.");
    expect(lead(openFixture("oneDate", "en"))).toBe("This run keeps no record of how its data were loaded.");
  });

  it("leads from a break and from a rule to the file and the line", () => {
    const document = documentOf(openFixture("worsening", "en"));
    const follow = (link: Element) => document.getElementById(link.getAttribute("href")!.slice(1))!;
    const section = follow(document.querySelector("#controls .bad a")!);
    const folded = section.closest("details")!;
    expect(folded.open).toBe(false);
    expect(folded.querySelector("summary")!.textContent).toBe("VAT invoices");
    expect(folded.closest("section")!.id).toBe("quarantine");
    const rule = follow(document.querySelector("#quarantine tbody a")!);
    const cells = [...rule.closest("tr")!.children].map(({textContent}) => textContent);
    expect(cells).toEqual(["not a number", "invoices_2.csv", "17", "amount", "«<b>12,3a</b>»"]);
    expect(rule.closest("details")).toBe(folded);
    for (const link of document.querySelectorAll("a[href^='#']")) expect(follow(link)).not.toBeNull();
  });

  it("puts what does not pass first, with where it fails", () => {
    const document = documentOf(openFixture("worsening", "en"));
    const shown = [...document.querySelectorAll("#checks > .scroll tbody tr")].map((row) => row.textContent);
    expect(shown).toHaveLength(2);
    expect(shown[0]).toMatch(/invoices\.total\s*Identity\s*warns\s*0\.30%\s*0\.10%\s*3 \/ 1,000\s*invoices_2\.csv:17/);
    expect(document.querySelectorAll("#checks details tbody tr")).toHaveLength(4);
  });

  it("shows management neither file, line nor value", () => {
    const text = qualityPage(openFixture("worsening", "en", "management"));
    expect(text).not.toMatch(/invoices_\d\.csv|12,3a|甲乙/);
    expect(text).toContain("File, line and value stand in the risk edition.");
    expect(text).toContain("does not reconcile");
  });

  it("never shows what lacks a little as whole", () => {
    expect([below(0.99999), below(0.5), below(1), below(null)]).toEqual([0.999, 0.5, 1, null]);
    expect(qualityFindings(openFixture("improving", "en"))!.weakest).toBeNull();
  });

  it("lets no value of a row become markup or code", () => {
    const site = openFixture("worsening", "en");
    const mart = site.mart(martQuarantineRows);
    const evil = "«<img src=x onerror=alert(1)>\n\n```js\nrun()\n```${run()}»";
    const values = varchars(Array.from({length: mart.columns.rowCount}, () => evil));
    const byName = new Map([...mart.columns.byName, ["value", values], ["source_file", values]]);
    const columns = {...mart.columns, byName};
    const rows = site.rows(martQuarantineRows).map((row) => ({...(row as object), value: evil, source_file: evil}));
    const planted: Site = {
      ...site,
      mart: (contract) => (contract === martQuarantineRows ? {...mart, columns} : site.mart(contract)),
      rows: <Row>(contract: Parameters<Site["rows"]>[0]) =>
        contract === martQuarantineRows ? (rows as readonly unknown[] as readonly Row[]) : site.rows<Row>(contract)
    };
    const page = qualityPage(planted);
    expect(documentOf(planted).querySelector("img")).toBeNull();
    expect(page.slice(page.indexOf("\n---\n") + 5).trim()).not.toMatch(/\n\s*\n|\$\{|```/);
  });
});

describe("a total", () => {
  it.each([
    ["1234567.50", "1,234,567.50"],
    ["-1234", "−1,234"],
    ["1,234", "1,234"],
    ["9007199254740993", "9,007,199,254,740,993"],
    ["0.00", "0.00"]
  ])("%s reads as %s", (written, read) => expect(grouped(written)).toBe(read));
});
