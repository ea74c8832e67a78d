import {describe, expect, it} from "vitest";
import {featuresAt} from "../../support/featuresAt.js";
import type {StagedRow} from "../../support/stagedBank.js";

const OBSERVED = "2020-06-30";

const facilities = [
  {facility_id: "F", obligor_id: "A"},
  {facility_id: "G", obligor_id: "A"},
  {facility_id: "H", obligor_id: "B"}
];
const bookWith = (daysPastDue: number) => [
  {facility_id: "F", month_end: OBSERVED, limit: 90, drawn: 60, days_past_due: 31},
  {facility_id: "G", month_end: OBSERVED, limit: 90, drawn: 40},
  {facility_id: "H", month_end: OBSERVED, limit: 90, drawn: 10, days_past_due: daysPastDue}
];
const guarantee = (id: string, facility_id: string, guarantor_id: string, more: StagedRow = {}): StagedRow => {
  return {guarantee_id: id, facility_id, guarantor_id, valid_from: "2018-01-01", ...more};
};
const both = [guarantee("1", "F", "B", {amount: 40, type: "joint"}), guarantee("2", "G", "N", {type: "general"})];

async function guaranteesOf(
  guarantees: StagedRow[],
  more: {daysPastDue?: number; event?: string; obligor?: string; hasDatedDefaults?: boolean} = {}
) {
  const credit_events =
    more.event === undefined
      ? []
      : [{event_id: "E", obligor_id: "B", event_type: "bankruptcy_filing", published_date: more.event}];
  const rows = {facilities, exposures: bookWith(more.daysPastDue ?? 0), guarantees, credit_events};
  const obligor = more.obligor ?? "A";
  const {hasDatedDefaults = true} = more;
  return (await featuresAt("feat_guarantees", {obligors: [obligor], dates: [OBSERVED], hasDatedDefaults}, rows))[0]!;
}

describe("those who answer for a debt", () => {
  it("cover it up to what they promised, or all of it", async () => {
    expect(await guaranteesOf(both)).toMatchObject({
      guarantors: 2n,
      guarantee_cover_share: 0.8, // 40 of 60, and all of 40
      joint_guarantee_share: 0.5,
      late_guarantors: 0n,
      failed_guarantors: 0n,
      guarantees_given_to_drawn_ratio: 0,
      late_guaranteed_obligors: null
    });
  });

  it("are late from the 31st day on", async () => {
    expect(await guaranteesOf(both, {daysPastDue: 30})).toMatchObject({late_guarantors: 0n});
    const row = await guaranteesOf(both, {daysPastDue: 31});
    expect(row).toMatchObject({late_guarantors: 1n, failed_guarantors: 0n});
  });

  it("have failed once that is known", async () => {
    const known = await guaranteesOf(both, {event: OBSERVED});
    expect(known).toMatchObject({failed_guarantors: 1n});
    expect(await guaranteesOf(both, {event: "2020-07-01"})).toEqual(await guaranteesOf(both));
  });

  it("are not said to stand where the source dates no event", async () => {
    const row = await guaranteesOf(both, {hasDatedDefaults: false});
    expect(row).toMatchObject({late_guarantors: 0n, failed_guarantors: null});
  });

  it("answer from their first day to their last", async () => {
    const cover = async (more: StagedRow) =>
      (await guaranteesOf([...both, guarantee("3", "F", "M", {amount: 20, ...more})]))["guarantee_cover_share"];
    expect(await cover({valid_from: OBSERVED})).toBe(1);
    expect(await cover({valid_from: "2020-07-01"})).toBe(0.8);
    expect(await cover({valid_until: OBSERVED})).toBe(1);
    expect(await cover({valid_until: "2020-06-29"})).toBe(0.8);
  });

  it("are not judged when they are strangers to the bank", async () => {
    expect(await guaranteesOf([both[1]!])).toMatchObject({
      guarantors: 1n,
      late_guarantors: null,
      failed_guarantors: null
    });
  });
});

it("who answers for others owes as much, and knows how they stand", async () => {
  expect(await guaranteesOf(both, {obligor: "B"})).toMatchObject({
    guarantors: 0n,
    guarantee_cover_share: 0,
    guarantees_given_to_drawn_ratio: 4, // 40 to its own 10
    late_guaranteed_obligors: 1n
  });
});

it("who answers for more than is drawn answers for what is drawn", async () => {
  const row = await guaranteesOf([guarantee("1", "F", "B", {amount: 5000})], {obligor: "B"});
  expect(row).toMatchObject({guarantees_given_to_drawn_ratio: 6}); // 60 to its own 10
});

it("nothing is known of guarantees before the source's first", async () => {
  expect(await guaranteesOf([])).toMatchObject({
    guarantors: null,
    guarantee_cover_share: null
  });
  const first = guarantee("1", "H", "N", {valid_from: OBSERVED});
  expect(await guaranteesOf([first])).toMatchObject({guarantors: 0n, guarantee_cover_share: 0});
});
