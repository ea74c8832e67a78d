import {describe, expect, it} from "vitest";
import {featuresAt} from "../../support/featuresAt.js";
import type {StagedRow} from "../../support/stagedBank.js";

const OBSERVED = "2020-06-30";

/** What obligor A was on 30 June 2020, by these versions of it and of others. */
async function profileOf(...obligors: StagedRow[]): Promise<Record<string, unknown>> {
  return (await featuresAt("feat_profiles", {dates: [OBSERVED]}, {obligors}))[0]!;
}

/** A version that was published on the day from which it holds. */
const version = (valid_from: string, facts: StagedRow = {}): StagedRow => {
  return {obligor_id: "A", valid_from, published_date: valid_from, ...facts};
};

describe("who an obligor was", () => {
  it("is nothing before anything of it was published", async () => {
    const row = await profileOf({...version("2015-01-01", {employees: 9}), published_date: "2020-07-01"});
    expect(Object.values(row).filter((value) => value !== null)).toEqual(["A", OBSERVED]);
  });

  it("is what held last of what was known, however late an older version came", async () => {
    const row = await profileOf(
      version("2015-01-01", {employees: 10, industry_code: "C3911"}),
      version("2019-01-01", {employees: 30, industry_code: "F5100"}),
      {...version("2017-01-01", {employees: 20}), published_date: "2020-05-01"},
      {...version("2020-07-01", {employees: 40}), published_date: "2020-05-02"}
    );
    expect(row).toMatchObject({employees: 30, industry_section: "F", profile_age_days: 546}); // 1 January 2019 to 30 June 2020
  });

  it("counts its days", async () => {
    const row = await profileOf(version("2018-06-30", {founded_date: "2010-06-30", onboarded_date: "2012-06-29"}));
    // Ten years with leap days in 2012, 2016 and 2020; two with that of 2012, less a day.
    expect(row).toMatchObject({age_days: 3653, age_at_onboarding_days: 730, profile_age_days: 731});
  });

  it("counts none to a day that lies ahead", async () => {
    const row = await profileOf(version("2018-06-30", {founded_date: "2020-07-01", onboarded_date: "2020-07-02"}));
    expect(row).toMatchObject({age_days: null, age_at_onboarding_days: null});
    const today = await profileOf(version("2018-06-30", {founded_date: OBSERVED, onboarded_date: OBSERVED}));
    expect(today).toMatchObject({age_days: 0, age_at_onboarding_days: 0});
  });

  it.each<[string, string, number | null]>([
    ["of the day a year before", "2019-06-30", 0.25], // 100 to 125
    ["of a day later, which was not known then", "2019-07-01", null]
  ])("grows against the employees %s", async (_, published, growth) => {
    const row = await profileOf(
      {...version("2016-01-01", {employees: 100}), published_date: published},
      version("2020-06-30", {employees: 125})
    );
    expect(row["employees_growth_rate"]).toBe(growth);
  });

  it("does not grow over nobody", async () => {
    const row = await profileOf(version("2016-01-01", {employees: 0}), version("2020-01-01", {employees: 5}));
    expect(row["employees_growth_rate"]).toBeNull();
  });

  it("has flags of its qualification and ownership, and none where these are unknown", async () => {
    const known = await profileOf(
      version("2016-01-01", {technology_qualification: "specialised_sme", ownership: "state", parent_id: "P"})
    );
    expect(known).toMatchObject({is_high_tech: false, is_specialised_sme: true});
    expect(known).toMatchObject({is_state_owned: true, is_foreign_owned: false, is_listed: false, has_parent: true});
    const unknown = await profileOf(version("2016-01-01"));
    expect(unknown).toMatchObject({is_high_tech: null, is_specialised_sme: null});
    expect(unknown).toMatchObject({is_state_owned: null, is_foreign_owned: null, is_listed: null, has_parent: false});
  });
});

describe("changes of an obligor", () => {
  const before = version("2015-01-01", {
    name: "Old",
    industry_code: "C3911",
    ownership: "state",
    parent_id: "P"
  });
  const after = (known: string, facts: StagedRow): StagedRow =>
    version(known, {name: "Old", industry_code: "C3911", ownership: "state", parent_id: "P", ...facts});

  it.each<[string, string, bigint]>([
    ["for 24 months", "2018-07-01", 1n],
    ["and no day longer", "2018-06-30", 0n],
    ["and not before they are known", "2020-07-01", 0n]
  ])("count %s", async (_, known, changes) => {
    const row = await profileOf(before, after(known, {name: "New", industry_code: "C1711", parent_id: "Q"}));
    expect(row).toMatchObject({name_changes: changes, industry_changes: changes, owner_changes: changes});
  });

  it("are counted each by its own", async () => {
    const row = await profileOf(
      before,
      after("2019-01-01", {name: "New"}),
      after("2019-02-01", {name: "Old"}),
      after("2019-03-01", {ownership: "private", parent_id: "Q"}) // one change of owner, by both signs of it
    );
    expect(row).toMatchObject({name_changes: 2n, industry_changes: 0n, owner_changes: 1n});
  });

  it("are not what a late older version would have been, nor what became known for the first time", async () => {
    const late = {...after("2017-01-01", {name: "Between"}), published_date: "2020-03-01"};
    expect(await profileOf(before, after("2018-01-01", {}), late)).toMatchObject({name_changes: 0n});
    const learnt = after("2019-01-01", {});
    expect(await profileOf(version("2015-01-01", {parent_id: "P"}), learnt)).toMatchObject({
      name_changes: 0n,
      industry_changes: 0n,
      owner_changes: 0n
    });
  });

  it("count a parent that came or went", async () => {
    expect(await profileOf(before, after("2019-01-01", {parent_id: null}))).toMatchObject({owner_changes: 1n});
  });
});

describe("who belongs together", () => {
  const other = (id: string, valid_from: string, facts: StagedRow): StagedRow => {
    return {...version(valid_from, facts), obligor_id: id};
  };

  it("is counted as known on the date: members that came, left, or are announced", async () => {
    const row = await profileOf(
      version("2015-01-01", {group_id: "G"}),
      other("B", "2016-01-01", {group_id: "G"}),
      other("C", "2016-01-01", {group_id: "G"}),
      other("C", "2020-06-30", {group_id: "H"}),
      other("D", "2020-07-01", {group_id: "G"}),
      other("E", "2020-06-30", {group_id: "G"})
    );
    expect(row["group_members"]).toBe(3n); // A, B and E
  });

  it("is nothing without a group", async () => {
    expect((await profileOf(version("2015-01-01")))["group_members"]).toBeNull();
  });

  it("counts whom it controls, and not itself", async () => {
    const row = await profileOf(
      version("2015-01-01", {parent_id: "A"}),
      other("B", "2016-01-01", {parent_id: "A"}),
      other("C", "2016-01-01", {parent_id: "A"}),
      other("C", "2019-01-01", {parent_id: "B"}),
      other("D", "2020-07-01", {parent_id: "A"})
    );
    expect(row["controlled_obligors"]).toBe(1n);
  });
});
