import {describe, expect, it} from "vitest";
import {calibrationFindings, orderOf, type CalibrationFindings, type PooledGrade} from "#src/findings/grades.js";
import {RATINGS} from "#src/i18n/sentences/ratings.js";
import {openFixture} from "../../support/openFixture.js";

const found = calibrationFindings(openFixture("worsening", "en"))!;

/** Grades of a hundred obligors each, by how many of them defaulted. */
function gradesOf(...defaults: readonly number[]): PooledGrade[] {
  const names = ["AAA", "AA", "A", "BBB"];
  return defaults.map((count, order) => {
    return {...found.grades[0]!, grade: names[order]!, order, known: 100, defaults: count, odr: count / 100};
  });
}

function said(changes: Partial<CalibrationFindings>) {
  const changed = {...found, tooLow: [], tooHigh: [], inversions: [], spotless: [], latest: null, ...changes};
  return [RATINGS.en.calibration(changed).markup, RATINGS.zh.calibration(changed).markup];
}

describe("the order of the grades", () => {
  it("tells a rise from a tie, a tie from a fall, and says nothing of one grade or of no default", () => {
    expect([[1, 2, 3], [0, 0, 3], [0, 2, 1], [0, 0], [2], []].map((each) => orderOf(gradesOf(...each)))).toEqual([
      "rising",
      "level",
      "broken",
      "no_defaults",
      null,
      null
    ]);
  });

  it("is said as it is, in both languages", () => {
    const [level, levelZh] = said({order: "level", spotless: ["AA", "A"]});
    expect(level).toContain("never falls from one grade to the next; AA and A saw no default.");
    expect(levelZh).toContain("实际违约率逐级不降；AA、A级未见违约。");
    for (const order of ["level", "broken", "no_defaults", null] as const) {
      const texts = said({order, inversions: [["AA", "A"]]});
      expect(texts.join()).not.toMatch(/rises with every grade|逐级上升/);
    }
    expect(said({order: null}).join()).not.toMatch(/order|observed rate never|次序|逐级/);
  });
});

describe("the years of the calibration", () => {
  it("are named, and the latest too where it says otherwise", () => {
    const [en, zh] = said({order: "rising", latest: {date: "2024-12-31", verdict: "too_low"}});
    expect(en).toMatch(/^Over all years that began between 31 December 2015 and 31 December 2024, the PD lies/);
    expect(en).toMatch(/In the latest year, from 31 December 2024, more defaulted than the PDs allow\.$/);
    expect(zh).toMatch(
      /^合并2015年12月31日至2024年12月31日起始的各年度，.*最近年度（自2024年12月31日起）实际违约超出违约概率。$/
    );
    expect(said({order: "rising"}).join()).not.toMatch(/latest year|最近年度/);
  });
});
