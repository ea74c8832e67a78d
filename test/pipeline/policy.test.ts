import {cpSync, mkdtempSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {requireKnownFeatures} from "#pipeline/policy/knownFeatures.js";
import {inForceOn, policiesInForce} from "#pipeline/policy/policy.js";
import {UserError} from "#pipeline/userError.js";

type Subject = "default" | "rating" | "tiers";

/** A copy of the policies in which one file of a subject is replaced or added. */
function policiesWith(file: string, change: (text: string) => string): string {
  const folder = mkdtempSync(join(tmpdir(), "loanscape-policy-"));
  cpSync("data/policy", folder, {recursive: true});
  const text = readFileSync(join(folder, file.split("/")[0]!, "1999-01-01.yaml"), "utf8");
  writeFileSync(join(folder, file), change(text));
  return folder;
}

const decade = {first: "2016-01-31", last: "2025-12-31"};

describe("policiesInForce", () => {
  it("finds the shipped policies, all of them valid", () => {
    expect(policiesInForce("data/policy", "default", decade).map(({policy}) => policy.days_past_due_over)).toEqual([
      90
    ]);
    expect(policiesInForce("data/policy", "tiers", decade).map(({policy}) => policy.weights.risk)).toEqual([0.3]);
    expect(policiesInForce("data/policy", "rating", decade)).toHaveLength(1);
    expect(policiesInForce("data/policy", "quality", decade).map(({policy}) => policy.control.severity)).toEqual([
      "warn"
    ]);
  });

  it("keeps for an old date the version of its time", () => {
    const folder = policiesWith("default/2020-01-01.yaml", (text) =>
      text.replace("effective_from: 1999-01-01", "effective_from: 2020-01-01").replace("over: 90", "over: 60")
    );
    const timeline = policiesInForce(folder, "default", decade);
    const over = (date: string) => inForceOn(timeline, date).policy.days_past_due_over;
    expect([over("2016-01-31"), over("2019-12-31"), over("2020-01-01"), over("2025-12-31")]).toEqual([90, 90, 60, 60]);
  });

  it("leaves out versions that no observation date meets", () => {
    const folder = policiesWith("default/2026-01-01.yaml", (text) => text.replace("1999-01-01", "2026-01-01"));
    expect(policiesInForce(folder, "default", decade).map(({from}) => from)).toEqual(["1999-01-01"]);
    expect(policiesInForce(folder, "default", {first: "2026-01-31", last: "2026-12-31"}).map(({from}) => from)).toEqual(
      ["2026-01-01"]
    );
  });

  it.each<[string, string, (text: string) => string, RegExp]>([
    [
      "a number that is broken",
      "default/1999-01-01.yaml",
      (text) => text.replace("over: 90", "over: -3"),
      /1999-01-01\.yaml, line \d+: days_past_due_over: Too small/
    ],
    [
      "a key that is not known",
      "default/1999-01-01.yaml",
      (text) => `${text}\nthreshold: 3\n`,
      /Unrecognized key: "threshold"/
    ],
    [
      "an event that no extract has",
      "default/1999-01-01.yaml",
      (text) => text.replace("bankruptcy_filing", "bankruptcy_fillings"),
      /line \d+: events\.0: Invalid option/
    ],
    [
      "a material share of single instalments",
      "default/1999-01-01.yaml",
      (text) => `${text}material_share_over: 0.01\n`,
      /line \d+: material_share_over: needs material_by: obligor/
    ],
    [
      "a restructuring that is cured sooner than anything else",
      "default/1999-01-01.yaml",
      (text) => text.replace("cure: never", "cure: {probation_days: 90, restructuring_probation_days: 89}"),
      /line \d+: cure/
    ],
    [
      "no cure after an event that is no default",
      "default/1999-01-01.yaml",
      (text) =>
        text.replace(
          "cure: never",
          "cure: {probation_days: 90, restructuring_probation_days: 365, never_after: [write_off]}"
        ),
      /line \d+: cure\.never_after: must be among events/
    ],
    [
      "bounds that do not rise",
      "rating/1999-01-01.yaml",
      (text) => text.replace("upper_pd: 0.004", "upper_pd: 0.0015"),
      /line \d+: master_scale\.2\.upper_pd: grade A: upper_pd 0\.0015 must exceed 0\.002/
    ],
    [
      "a scale that does not end at 1",
      "rating/1999-01-01.yaml",
      (text) => text.replace("{label: C, upper_pd: 1}", "{label: C, upper_pd: 0.9}"),
      /the last band must end at 1/
    ],
    [
      "days of freshness for an extract that there is not",
      "quality/1999-01-01.yaml",
      (text) => text.replace("    exposures: 35", "    exposure: 35"),
      /1999-01-01\.yaml, line \d+: freshness\.tolerated_days/
    ],
    [
      "an exception for a check of no extract",
      "quality/1999-01-01.yaml",
      (text) => text.replace("exceptions: []", "exceptions: [{check: invoice.total, reason: typo}]"),
      /exceptions\.0\.check: must be the id of a check/
    ],
    [
      "default as a band",
      "rating/1999-01-01.yaml",
      (text) => text.replace("{label: C,", "{label: D,"),
      /default is an event and no band/
    ],
    [
      "weights that do not sum to one",
      "tiers/1999-01-01.yaml",
      (text) => text.replace("contribution: 0.5", "contribution: 0.6"),
      /line \d+: weights: must sum to 1/
    ],
    [
      "text that is no YAML",
      "rating/1999-01-01.yaml",
      () => "policy: [rating",
      /1999-01-01\.yaml, line 1: not valid YAML/
    ],
    ["two versions from one day", "default/again.yaml", (text) => text, /takes effect on 1999-01-01, as .* does/]
  ])("says in one sentence, with file and line, what is wrong: %s", (_, file, change, message) => {
    const read = () => policiesInForce(policiesWith(file, change), file.split("/")[0] as Subject, decade);
    expect(read).toThrow(UserError);
    expect(read).toThrow(message);
  });

  it("says so when no version is in force yet, and when there is no such folder", () => {
    const early = {first: "1990-01-31", last: "2000-01-31"};
    expect(() => policiesInForce("data/policy", "default", early)).toThrow(
      /no default policy is in force on 1990-01-31/
    );
    expect(() => policiesInForce("nowhere", "default", decade)).toThrow(/there is no such folder of policies/);
  });
});

describe("requireKnownFeatures", () => {
  it("accepts the shipped policy", async () => {
    await expect(requireKnownFeatures(policiesInForce("data/policy", "rating", decade))).resolves.toBeUndefined();
  });

  it.each<[string, string, RegExp]>([
    ["leverage_ratio", "leverage_rato", /features name feat_statements\.leverage_rato; the table has .*leverage_ratio/],
    ["feat_facilities", "feat_facilties", /features name the table feat_facilties; there are .*feat_facilities/],
    ["leverage_ratio", "period_end", /feat_statements\.period_end, which holds date and no numbers/]
  ])("says which feature is not there: %s spelled %s", async (right, wrong, message) => {
    const folder = policiesWith("rating/1999-01-01.yaml", (text) => text.replace(right, wrong));
    await expect(requireKnownFeatures(policiesInForce(folder, "rating", decade))).rejects.toThrow(message);
  });

  it.each([
    ["feat_feedback", "net_promoter_share", "interactions"],
    ["feat_feedback", "satisfaction_points", "interactions"],
    ["feat_feedback", "complaints", "interactions"],
    ["feat_feedback", "visit_age_days", "interactions"],
    ["feat_relationship", "income", "relationship_income"],
    ["feat_relationship", "fee_income_share", "relationship_income"]
  ])(
    "refuses as an input to the default probability what obligors told the bank and what it earned with them: %s.%s",
    async (table, column, extract) => {
      const folder = policiesWith("rating/1999-01-01.yaml", (text) =>
        text.replace("table: feat_facilities, columns: [utilisation_share]", `table: ${table}, columns: [${column}]`)
      );
      const check = requireKnownFeatures(policiesInForce(folder, "rating", decade));
      await expect(check).rejects.toThrow(UserError);
      await expect(check).rejects.toThrow(
        `1999-01-01.yaml: features name ${table}.${column}, which comes from ${extract}; ` +
          "what serves the relationship is never an input to the default probability"
      );
    }
  );

  it("accepts beside them how long the bank has known the obligor, which the register says", async () => {
    const folder = policiesWith("rating/1999-01-01.yaml", (text) =>
      text.replace(
        "table: feat_facilities, columns: [utilisation_share]",
        "table: feat_relationship, columns: [tenure_days]"
      )
    );
    await expect(requireKnownFeatures(policiesInForce(folder, "rating", decade))).resolves.toBeUndefined();
  });
});
