import {describe, expect, it} from "vitest";
import {bookFindings} from "#src/findings/book.js";
import {keyFigures} from "#src/pages/overview/keyFigures.js";
import {modelSection} from "#src/pages/ratings/model.js";
import {openFixture} from "../../support/openFixture.js";

describe("the model's measures", () => {
  const site = openFixture("worsening", "en");

  it("are those of the model in force, never another's", () => {
    expect(modelSection(site).markup).toContain("the model ranks them rightly");
    const other = {...site, manifest: {...site.manifest, modelId: "pd-another"}};
    expect(modelSection(other).markup).toContain("This run has no fitted model.");
  });
});

describe("key figures", () => {
  it("name what they are a share of, and the year of the observed rate", () => {
    const labels = (language: "en" | "zh") => {
      const site = openFixture("worsening", language);
      return [...keyFigures(site, bookFindings(site)).markup.matchAll(/<dt>(.*?)<\/dt>/g)].map(([, label]) => label);
    };
    expect(labels("en").slice(-3)).toEqual([
      "Exposure in BB or worse",
      "Obligors in default",
      "Observed default rate, in the year from 31 December 2024"
    ]);
    expect(labels("zh").slice(-3)).toEqual([
      "BB级及以下敞口占比",
      "违约户数占比",
      "自2024年12月31日起12个月内的实际违约率"
    ]);
  });
});
