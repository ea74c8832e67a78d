import {describe, expect, it} from "vitest";
import {featuresAt} from "../../support/featuresAt.js";
import type {StagedRow} from "../../support/stagedBank.js";

const OBSERVED = "2020-06-30";

const valued = (
  asset: string,
  facility_id: string,
  valuation_date: string,
  value: number,
  more: StagedRow = {}
): StagedRow => {
  return {collateral_id: asset, facility_id, type: "real_estate", valuation_date, value, ...more};
};
const facilities = [
  {facility_id: "F", obligor_id: "A", start_date: "2017-01-01", collateral_type: "mortgage"},
  {facility_id: "G", obligor_id: "A", start_date: "2019-01-01", collateral_type: "unsecured"},
  {facility_id: "H", obligor_id: "A", start_date: "2017-01-01", collateral_type: null}
];
const exposures = [
  {facility_id: "F", month_end: OBSERVED, limit: 90, drawn: 30},
  {facility_id: "G", month_end: OBSERVED, limit: 90, drawn: 20},
  {facility_id: "H", month_end: OBSERVED, limit: 90, drawn: 10}
];

async function collateralOf(collateral: StagedRow[]) {
  return (await featuresAt("feat_collateral", {dates: [OBSERVED]}, {facilities, exposures, collateral}))[0]!;
}

const house = [
  valued("X", "F", "2018-01-01", 100, {prior_claims: 20}),
  valued("X", "F", "2020-01-01", 120, {prior_claims: 20})
];
const shares = valued("Y", "F", "2020-06-29", 50, {type: "securities"});

describe("what secures a debt", () => {
  it("covers it with its latest value less what ranks before, each asset once", async () => {
    const row = await collateralOf([...house, shares, {...shares, facility_id: "G"}]);
    expect(row).toMatchObject({
      collaterals: 2n,
      collateral_cover_ratio: 2.5, // 100 + 50 to 60
      valuation_age_days: 121, // 100 for 181 days and 50 for one, to 150
      unsecured_share: 0.4, // of the 50 whose security is stated
      mortgaged_share: 0.6,
      pledged_share: 0
    });
    expect(row["collateral_value_growth_rate"]).toBeCloseTo(150 / 130 - 1, 12); // 80 and 50 at first
    expect(row["property_share"]).toBeCloseTo(100 / 150, 12);
  });

  it("is worth what its last report said, from the day on which that came in", async () => {
    const [first, second] = house as [StagedRow, StagedRow];
    const seen = async (published_date: string) => await collateralOf([first, {...second, published_date}, shares]);
    expect(await seen(OBSERVED)).toEqual(await collateralOf([...house, shares]));
    expect(await seen("2020-07-01")).toEqual(await collateralOf([first, shares]));
    const old = valued("X", "F", "2019-01-01", 900, {published_date: "2020-06-01"}); // filed after a newer one
    expect(await collateralOf([...house, old, shares])).toEqual(await collateralOf([...house, shares]));
  });

  it("counts until the day on which the bank gives it up", async () => {
    const released = (released_date: string) =>
      collateralOf([...house.map((row) => ({...row, released_date})), shares]);
    expect(await released("2020-07-01")).toEqual(await collateralOf([...house, shares]));
    expect(await released(OBSERVED)).toMatchObject({collaterals: 1n, collateral_cover_ratio: 50 / 60});
  });

  it("counts still while one of two facilities keeps it", async () => {
    const given = {...shares, released_date: "2020-06-30"};
    expect(await collateralOf([given, {...shares, facility_id: "G"}])).toMatchObject({collaterals: 1n});
  });

  it("stays with the facility that has it when one that came after the valuation gives it up", async () => {
    const own = valued("X", "F", "2018-01-01", 60);
    const later = {...own, facility_id: "G", released_date: "2020-01-01"}; // G began in 2019
    expect(await collateralOf([own, later])).toMatchObject({collaterals: 1n, collateral_cover_ratio: 1});
    expect(await collateralOf([{...own, released_date: "2019-06-30"}, later])).toMatchObject({collaterals: 0n});
  });

  it("is not worth what an older valuation said that came with a later facility", async () => {
    const early = valued("X", "G", "2018-06-01", 900);
    expect((await collateralOf([house[0]!, valued("X", "F", "2018-12-01", 60), early]))["collateral_cover_ratio"]).toBe(
      1
    );
  });

  it("is worth its own latest valuation, however its facilities' valuations are split over days", async () => {
    const split = [
      valued("X", "F", "2019-03-01", 30),
      valued("X", "G", "2019-05-01", 60),
      valued("Y", "F", "2019-02-01", 12),
      valued("Y", "G", "2019-01-15", 90)
    ];
    expect(await collateralOf(split)).toMatchObject({
      collaterals: 2n,
      collateral_cover_ratio: 1.2, // 60 of May and 12 of February, to 60
      collateral_value_growth_rate: 72 / 120 - 1 // 30 and 90 at first
    });
  });

  it("is held while one facility has it, though the one that was valued last gave it up", async () => {
    const gone = valued("X", "G", "2020-01-01", 60, {released_date: "2020-03-01"});
    expect(await collateralOf([valued("X", "F", "2018-01-01", 100), gone])).toMatchObject({
      collaterals: 1n,
      collateral_cover_ratio: 1 // its own latest value is 60, whoever asked for it
    });
  });

  it("is not held between a facility that gave it up and another that took it later", async () => {
    const first = valued("X", "F", "2018-01-01", 100, {released_date: "2020-01-01"});
    const collateral = [first, valued("X", "H", "2020-05-01", 90)];
    const dates = ["2019-12-31", "2020-01-31", "2020-04-30", OBSERVED];
    const held = await featuresAt("feat_collateral", {dates}, {facilities, exposures, collateral});
    expect(held.map((row) => row["collaterals"])).toEqual([1n, 0n, 0n, 1n]);
    expect(held[3]).toMatchObject({collateral_cover_ratio: 1.5});
  });

  it("has as its kind what the terms known on the date say", async () => {
    const shown = async (published_date: string) => {
      const changed = {...facilities[1], valid_from: "2020-05-01", published_date, collateral_type: "mortgage"};
      const rows = {facilities: [...facilities, changed], exposures};
      return (await featuresAt("feat_collateral", {dates: [OBSERVED]}, rows))[0]!["mortgaged_share"];
    };
    expect(await shown("2020-07-01")).toBe(0.6);
    expect(await shown(OBSERVED)).toBe(1);
  });

  it("is unknown where no asset ever was on record, and nothing where all were given up", async () => {
    expect(await collateralOf([])).toMatchObject({collaterals: null, collateral_cover_ratio: null});
    const gone = valued("X", "F", "2018-01-01", 100, {released_date: "2019-01-01"});
    expect(await collateralOf([gone])).toMatchObject({
      collaterals: 0n,
      collateral_cover_ratio: 0,
      property_share: null,
      valuation_age_days: null
    });
  });
});
