import {cpSync, mkdtempSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {policyInForce, policyVersions} from "#pipeline/policy/policy.js";
import {UserError} from "#pipeline/userError.js";

/** A copy of the policies in which one file of a subject is replaced or added. */
function policiesWith(file: string, change: (text: string) => string): string {
  const folder = mkdtempSync(join(tmpdir(), "loanscape-policy-"));
  cpSync("data/policy", folder, {recursive: true});
  const text = readFileSync(join(folder, file.split("/")[0]!, "1999-01-01.yaml"), "utf8");
  writeFileSync(join(folder, file), change(text));
  return folder;
}

describe("policyInForce", () => {
  it("finds the shipped policies, all of them valid", () => {
    expect(policyInForce("data/policy", "default", "2025-12-31").policy.days_past_due_over).toBe(90);
    expect(policyInForce("data/policy", "tiers", "2025-12-31").policy.weights.risk).toBe(0.3);
  });

  it("uses the version in force on the date, so that an old date re-run gives the old answer", () => {
    const folder = policiesWith("default/2020-01-01.yaml", (text) =>
      text.replace("effective_from: 1999-01-01", "effective_from: 2020-01-01").replace("over: 90", "over: 60")
    );
    const over = (date: string) => policyInForce(folder, "default", date).policy.days_past_due_over;
    expect([over("2019-12-31"), over("2020-01-01"), over("2030-01-01")]).toEqual([90, 60, 60]);
    expect(policyVersions(folder, "default")).toHaveLength(2);
  });

  it.each([
    [
      "a rule that is broken",
      "default/1999-01-01.yaml",
      (text: string) => text.replace("over: 90", "over: -3"),
      /1999-01-01\.yaml, line \d+: days_past_due_over: Too small/
    ],
    [
      "a key that is not known",
      "default/1999-01-01.yaml",
      (text: string) => `${text}\nthreshold: 3\n`,
      /Unrecognized key: "threshold"/
    ],
    [
      "weights that do not sum to one",
      "tiers/1999-01-01.yaml",
      (text: string) => text.replace("contribution: 0.5", "contribution: 0.6"),
      /line \d+: weights: must sum to 1/
    ],
    [
      "text that is no YAML",
      "rating/1999-01-01.yaml",
      () => "policy: [rating",
      /1999-01-01\.yaml, line 1: not valid YAML/
    ],
    [
      "two versions from one day",
      "default/again.yaml",
      (text: string) => text,
      /takes effect on 1999-01-01, as .* does/
    ]
  ])("says in one sentence, with file and line, what is wrong: %s", (_, file, change, message) => {
    const subject = file.split("/")[0] as "default" | "rating" | "tiers";
    const read = () => policyInForce(policiesWith(file, change), subject, "2025-12-31");
    expect(read).toThrow(UserError);
    expect(read).toThrow(message);
  });

  it("says so when no version is in force yet, and when there is no such folder", () => {
    expect(() => policyInForce("data/policy", "default", "1990-01-01")).toThrow(
      /no default policy is in force on 1990-01-01/
    );
    expect(() => policyInForce("nowhere", "default", "2020-01-01")).toThrow(/there is no such folder of policies/);
  });
});
