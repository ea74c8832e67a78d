import {JSDOM} from "jsdom";
import {expect, it} from "vitest";
import {RateLines} from "#src/components/charts/RateLines.js";
import {martSegments} from "#warehouse/marts/mart_segments.js";
import type {SegmentRow} from "#src/findings/segments.js";
import type {Site} from "#src/findings/site.js";
import {segmentsPage} from "#src/pages/segments.js";
import {openFixture} from "../../support/openFixture.js";

function read(change: (row: SegmentRow) => SegmentRow) {
  const site = openFixture("worsening", "zh");
  const rows = site.rows<SegmentRow>(martSegments).map(change);
  const changed: Site = {
    ...site,
    rows: <Row>(contract: typeof martSegments) =>
      contract.name === martSegments.name ? (rows as unknown as readonly Row[]) : site.rows<Row>(contract)
  };
  const page = segmentsPage(changed);
  return {page, document: new JSDOM(page.slice(page.indexOf("\n---\n") + 5)).window.document};
}

it("an industry without a rated obligor has no mean PD, and no NaN either", () => {
  const {page} = read((row) =>
    row.industry_section === "A" ? {...row, rated: 0n, mean_pd: null, expected_defaults: 0} : row
  );
  expect(page).not.toContain("NaN");
});

it("sizes stand from large to micro in each industry", () => {
  const {document} = read((row) => row);
  const sizes = Array.from(document.querySelectorAll("#table tbody tr"), (row) => row.querySelector("td")!.textContent);
  expect(sizes.slice(0, 4)).toEqual(["大型", "中型", "小型", "微型"]);
});

it("a rate of zero among enough obligors is not as pale as one among too few", () => {
  const fills = (rated: bigint) => {
    const {document} = read((row) => (row.industry_section === "A" ? {...row, mean_pd: 0, rated} : row));
    return document.querySelector("#chart-heat-pd svg")!.innerHTML.split('"var(--heat-0)"').length;
  };
  expect(fills(50n)).toBeLessThan(fills(5n));
});

it("a rate above the scale is marked, one on it is not", () => {
  const {document} = new JSDOM("").window;
  const draw = (observed: number) =>
    RateLines(
      [
        {date: "2020-12-31", expected: 0.01, observed: 0.02},
        {date: "2021-12-31", expected: 0.01, observed}
      ],
      {document, width: 220, language: "en", isSmall: true, upTo: 0.1, labels: {expected: "e", observed: "o"}}
    ).querySelectorAll("g.dot path").length;
  expect([draw(0.1), draw(0.3)]).toEqual([0, 1]);
});
