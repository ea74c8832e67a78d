import {describe, expect, it} from "vitest";
import type {FeatureDrift, FeatureFactsRow, FeatureProfile} from "#pipeline/featureCatalogue.js";
import {describedText, driftText, profileText} from "../../bin/featureTexts.js";
import {bars, textTable, widthOf} from "../../bin/textTable.js";

const facts: FeatureFactsRow = {
  table_name: "feat_orders",
  feature: "late_share",
  column_type: "double",
  unit: "share",
  definition_en: "Orders delivered late",
  definition_zh: "逾期交付占比",
  empty_en: "No order",
  empty_zh: "无订单",
  sources: "orders,obligors",
  safer: "lower"
};

describe("what contracts say of a feature, as text", () => {
  it("is in the language that was asked for", () => {
    expect(describedText({features: [facts]}, "en")).toBe(
      "feat_orders.late_share\n  Orders delivered late\n  Unit: share; from orders, obligors; lower is safer\n  No value: No order"
    );
    expect(describedText({features: [facts]}, "zh")).toBe(
      "feat_orders.late_share\n  逾期交付占比\n  单位: share; 来源 orders, obligors; 越低越安全\n  缺失: 无订单"
    );
  });
});

const date = (observation_date: string, psi: number | null, missing_share = 0.1) => ({
  table_name: "feat_orders",
  feature: "late_share",
  observation_date,
  rows: 1200,
  missing_share,
  p10: 0,
  p50: 0.25,
  p90: 1_234_567,
  psi,
  psi_critical: psi === null ? null : 0.02
});

describe("how features moved, as text", () => {
  const drift: FeatureDrift = {...facts, dates: [date("2019-12-31", null), date("2020-12-31", 0.25)]};

  it("is a line for each date of one feature, with a bar for the index", () => {
    const lines = driftText({features: [drift]}).split("\n");
    expect(lines[0]).toBe("feat_orders.late_share");
    expect(lines[1]).toMatch(/^date +obligors +missing +p10 +p50 +p90 +PSI +chance$/);
    expect(lines[2]).toBe("2019-12-31     1,200    10.0%    0  0.25  1.235m");
    expect(lines[3]).toBe(`2020-12-31     1,200    10.0%    0  0.25  1.235m  0.250   0.020  ${"█".repeat(20)}`);
  });

  it("is a line for each of several, the one that moved most first", () => {
    const still = {...drift, feature: "still", dates: [date("2019-12-31", null, 0), date("2020-12-31", 0, 0.5)]};
    const [, first, second] = driftText({features: [still, drift]}).split("\n");
    expect(first).toMatch(/^feat_orders.late_share +2019-12-31 +2020-12-31 +0.250 +0.020 +0.250 +·█ +10.0% +▁▁$/);
    expect(second).toMatch(/^feat_orders.still .* ·▁ +50.0% +▁▅$/);
  });
});

describe("the spread of features, as text", () => {
  it("has the strongest first, bars of default rates with the missing ones apart, and says what it is from", () => {
    const bin = (defaults: number, is_missing = false) => ({defaults, observations: 100, is_missing});
    const profile = (feature: string, iv: number | null, bins: readonly object[]) =>
      ({
        ...facts,
        feature,
        observation_date: "2020-12-31",
        rows: 1200,
        missing_share: 0.25,
        zero_share: 0,
        p5: -0.5,
        p50: 12_345,
        p95: 2e9,
        iv,
        iv_critical: 0.02,
        gini: -0.3,
        observations: 5000,
        defaults: 130,
        bins
      }) as unknown as FeatureProfile;
    const [head, first, second, note] = profileText({
      features: [profile("unknown", null, []), profile("late_share", 0.4, [bin(1), bin(4), bin(2, true)])]
    }).split("\n");
    expect(head).toMatch(/^feature +obligors +missing +zero +p5 +p50 +p95 +IV +chance +Gini +default rate by bin$/);
    expect(first).toMatch(
      /^feat_orders.late_share +1,200 +25.0% +0.0% +-0.5 +12.35k +2bn +0.400 +0.020 +-0.300 +▃█ ▅$/
    );
    expect(second).toMatch(/^feat_orders.unknown /);
    expect(note).toMatch(/Spread on 2020-12-31; .* from 5,000 outcomes, 130 defaults\.$/);
  });
});

describe("tables and bars of a terminal", () => {
  it("keep columns under each other, Chinese letters two wide", () => {
    expect(widthOf("逾期a")).toBe(5);
    expect(
      textTable(
        [
          ["a", "逾期", "x"],
          ["bb", "1", "y"]
        ],
        {right: new Set([1])}
      )
    ).toBe("a   逾期  x\nbb     1  y");
  });

  it("go from zero to the largest, or to what they are told", () => {
    expect(bars([0, 1, 2, null])).toBe("▁▅█·");
    expect(bars([0, 0])).toBe("▁▁");
    expect(bars([0.1, 0.5], 1)).toBe("▁▅");
  });
});
