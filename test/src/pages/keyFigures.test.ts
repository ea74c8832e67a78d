import {expect, it} from "vitest";
import {martPortfolio} from "#warehouse/marts/mart_portfolio.js";
import {bookFindings} from "#src/findings/book.js";
import type {Site} from "#src/findings/site.js";
import {keyFigures} from "#src/pages/overview/keyFigures.js";
import {openFixture} from "../../support/openFixture.js";

it("a date without an obligor leaves no NaN in the history of a figure", () => {
  const site = openFixture("worsening", "en");
  const empty: Site = {
    ...site,
    rows: <Row>(contract: Parameters<Site["rows"]>[0]) =>
      contract.name === martPortfolio.name
        ? site.rows<Row>(contract).map((row, place) => (place === 3 ? {...row, obligors: 0n, in_default: 0n} : row))
        : site.rows<Row>(contract)
  };
  expect(keyFigures(empty, bookFindings(site)).markup).not.toContain("NaN");
});
