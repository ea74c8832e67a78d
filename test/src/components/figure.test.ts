import {describe, expect, it} from "vitest";
import {martComposition} from "#warehouse/marts/mart_composition.js";
import {martPortfolio} from "#warehouse/marts/mart_portfolio.js";
import {differenceOf, figureOf, growthOf, shareOf, sumOf} from "#src/components/figure.js";
import {show} from "#src/components/figureText.js";
import {openFixture} from "../../support/openFixture.js";

const site = openFixture("worsening", "en");
const portfolio = site.mart(martPortfolio);
const now = {observation_date: "2025-12-31"};
const before = {observation_date: "2024-12-31"};

describe("a figure", () => {
  it("carries the mart, the column, the row, the model and the run that it comes from", () => {
    const {value, unit, proof} = figureOf(portfolio, "mean_pd", now);
    expect(value).toBeGreaterThan(0);
    expect(unit).toBe("probability");
    expect(proof).toMatchObject({
      definition: "mean_pd",
      mart: "mart_portfolio",
      column: "mean_pd",
      rowKey: now,
      rows: 1,
      model: site.manifest.modelId,
      run: site.manifest.runId
    });
    expect(proof.sql).toBe(site.manifest.marts.mart_portfolio!.sql);
  });

  it("is unknown where no row is there, and refuses several", () => {
    expect(figureOf(portfolio, "drawn", {observation_date: "1999-12-31"}).value).toBeNull();
    expect(() => figureOf(site.mart(martComposition), "drawn", now)).toThrow(/picks \d+ rows, not one/);
  });

  it("computed from others keeps their proofs, and is unknown when one is", () => {
    const drawn = figureOf(portfolio, "drawn", now);
    const growth = growthOf(drawn, figureOf(portfolio, "drawn", before));
    expect(growth.proof.from.map(({rowKey}) => rowKey)).toEqual([now, before]);
    const unknown = figureOf(portfolio, "drawn", {observation_date: "1999-12-31"});
    expect([
      growthOf(drawn, unknown).value,
      shareOf(drawn, unknown, "book_share").value,
      differenceOf(unknown, drawn).value
    ]).toEqual([null, null, null]);
  });

  it("summed over the classes of a dimension is the portfolio's own", () => {
    const grades = new Set(
      site
        .rows<{dimension: string; member: string}>(martComposition)
        .filter(({dimension}) => dimension === "grade")
        .map(({member}) => member)
    );
    const keys = [...grades].map((member) => ({member}));
    const sum = sumOf(site.mart(martComposition), "drawn", keys, {...now, dimension: "grade"});
    expect(sum.value).toBe(figureOf(portfolio, "drawn", now).value);
    expect(sum.proof.rows).toBe(grades.size);
    expect(sum.proof.keys).toEqual(keys);
    expect(show(sum, site.reading).markup).toContain([...grades].join(", "));
  });

  it("links to its definition, and tells its proof on hover", () => {
    const {markup} = show(figureOf(portfolio, "mean_pd", now), site.reading);
    expect(markup).toMatch(/^<a\s+class="figure"\s+href="\.\/definitions#mean_pd"/);
    expect(markup).toContain('data-mart="mart_portfolio"');
    expect(markup).toContain(`model ${site.manifest.modelId}`);
  });
});
