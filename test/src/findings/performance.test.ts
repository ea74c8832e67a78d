import {describe, expect, it} from "vitest";
import {bigints, doubles, numbersOf, rowsOf} from "#warehouse/engine/columns.js";
import {martPortfolio} from "#warehouse/marts/mart_portfolio.js";
import {completeYears, performanceFindings} from "#src/findings/performance.js";
import {rateInterval} from "#src/findings/interval.js";
import type {Site} from "#src/findings/site.js";
import {OVERVIEW} from "#src/i18n/sentences/overview.js";
import {openFixture} from "../../support/openFixture.js";

/** The same bank, of which only every second outcome is known. */
function halfKnown(site: Site): Site {
  const {columns, ...rest} = site.mart(martPortfolio);
  const odr = numbersOf(columns, "odr").map((rate) => rate * 2);
  const known = Array.from(numbersOf(columns, "outcomes_known"), (count) => Math.round(count / 2));
  const halved = [["odr", doubles(odr)] as const, ["outcomes_known", bigints(known)] as const];
  const mart = {...rest, columns: {...columns, byName: new Map([...columns.byName, ...halved])}};
  return {
    ...site,
    mart: (contract) => (contract === martPortfolio ? mart : site.mart(contract)),
    rows: (contract) => rowsOf(contract === martPortfolio ? mart.columns : site.mart(contract).columns)
  };
}

/** The bank with the same number in every row of some columns. */
function changed(site: Site, changes: Readonly<Record<string, number>>): Site {
  const {columns, ...rest} = site.mart(martPortfolio);
  const same = Object.entries(changes).map(
    ([name, value]) => [name, doubles(new Float64Array(columns.rowCount).fill(value))] as const
  );
  const mart = {...rest, columns: {...columns, byName: new Map([...columns.byName, ...same])}};
  return {...site, mart: (contract) => (contract === martPortfolio ? mart : site.mart(contract))};
}

const site = openFixture("worsening", "en");

describe("the performance of the ratings", () => {
  it("is that of the latest year whose window is complete", () => {
    const {date, observed, rated, known, lower, upper} = performanceFindings(site)!;
    expect(date).toBe("2024-12-31");
    expect(known.value).toBe(rated.value);
    expect({lower: lower.value, upper: upper.value}).toEqual(rateInterval(observed.value!, rated.value!));
    expect(completeYears(site)).toHaveLength(10);
  });

  it("is judged on the outcomes that are known, where a source knows but a part", () => {
    const found = performanceFindings(halfKnown(site))!;
    expect(found.known.value).toBe(Math.round(found.rated.value! / 2));
    expect({lower: found.lower.value, upper: found.upper.value}).toEqual(
      rateInterval(found.observed.value!, found.known.value!)
    );
    expect(found.verdict).toBe("too_low");
    const said = OVERVIEW.en
      .ratings(found, site.reading)
      .markup.replace(/<[^>]*>/g, "")
      .replace(/\s+/g, " ");
    expect(said).toMatch(
      /^They were too kind\. .* the outcome of [\d,]+ of the [\d,]+ rated obligors is known, and \d+ defaulted\./
    );
    expect(said).not.toContain("expected");
  });

  it("is not judged on a handful of defaults, unless they are outside the interval", () => {
    const verdictOf = (changes: Readonly<Record<string, number>>) =>
      performanceFindings(changed(site, changes))!.verdict;
    const few = {expected_defaults: 1, defaults_observed: 1, outcomes_known: 100, mean_pd: 0.01};
    expect(verdictOf(few)).toBe("too_few");
    expect(verdictOf({...few, expected_defaults: 5})).toBe("in_line");
    expect(verdictOf({...few, mean_pd: 0.0001})).toBe("too_low");
  });

  it("cannot be told without a complete window", () =>
    expect(performanceFindings(openFixture("oneDate", "en"))).toBeNull());

  it("is called no forecast where the source gives no dates of default", () => {
    const undated = {...site, lacks: (absence: string) => absence === "default_date"} as Site;
    for (const language of ["en", "zh"] as const) {
      const said = OVERVIEW[language].ratings(performanceFindings(undated)!, site.reading).markup;
      expect(said).toMatch(language === "en" ? /without their dates/ : /未给出违约日期/);
      expect(said).not.toMatch(/In the year from|起12个月内/);
    }
  });
});
