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
