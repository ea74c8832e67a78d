import {describe, expect, it} from "vitest";
import {filterRows} from "../../support/filterRows.js";
import {martComposition} from "#warehouse/marts/mart_composition.js";
import {bookFindings, gradeScale} from "#src/findings/book.js";
import {DEFINITIONS} from "#warehouse/definitions.js";
import {openFixture} from "../../support/openFixture.js";

const site = openFixture("worsening", "en");
const SAFE = new Set(["AAA", "AA", "A", "BBB"]);

describe("the weak share", () => {
  const safe = filterRows(site, martComposition, ({dimension, member}) => {
    return dimension !== "grade" || SAFE.has(String(member));
  });

  it("is nothing, not unknown, where nobody is weak", () => {
    const {weakFrom, weakShare, weakShareBefore} = bookFindings(safe);
    expect([weakFrom, weakShare.value, weakShareBefore.value]).toEqual(["BB", 0, 0]);
    expect(gradeScale(safe)).toEqual(gradeScale(site));
  });

  it("is unknown at a date that the source does not reach", () =>
    expect(bookFindings(openFixture("oneDate", "en")).weakShareBefore.value).toBeNull());

  it("leads to a definition of its own, and says which grades it sums", () => {
    const {weakShare, drawnGrowth, meanPdChange, inDefaultShare} = bookFindings(site);
    expect([weakShare, drawnGrowth, meanPdChange, inDefaultShare].map(({proof}) => proof.definition)).toEqual([
      "weak_share",
      "growth",
      "change",
      "in_default_share"
    ]);
    expect(DEFINITIONS.odr_interval.meaning.en).toContain("independent");
    expect(weakShare.proof.keys.map(({member}) => member)).toEqual(expect.arrayContaining(["BB", "D"]));
  });
});
