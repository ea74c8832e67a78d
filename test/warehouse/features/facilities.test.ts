import {describe, expect, it} from "vitest";
import {featuresAt} from "../../support/featuresAt.js";
import type {StagedRow} from "../../support/stagedBank.js";

const OBSERVED = "2020-06-30";

const facility = (facility_id: string, more: StagedRow = {}): StagedRow => {
  return {
    facility_id,
    obligor_id: "A",
    product: "working_capital",
    start_date: "2015-01-01",
    maturity_date: "2030-01-01",
    annual_rate: 0.05,
    ...more
  };
};
const exposure = (facility_id: string, month_end: string, limit: number, drawn: number): StagedRow => {
  return {facility_id, month_end, limit, drawn};
};

async function facilitiesOf(facilities: StagedRow[], exposures: StagedRow[]) {
  return (await featuresAt("feat_facilities", {dates: [OBSERVED]}, {facilities, exposures}))[0]!;
}

describe("the facilities in the book", () => {
  it("are weighed by what is drawn", async () => {
    const row = await facilitiesOf(
      [
        facility("F", {maturity_date: "2020-06-29", annual_rate: 0.06}),
        facility("G", {maturity_date: "2021-06-30", product: "trade_finance"})
      ],
      [exposure("F", OBSERVED, 80, 90), exposure("G", OBSERVED, 120, 30)]
    );
    expect(row).toMatchObject({
      facilities: 2n,
      limit: 200,
      drawn: 120,
      utilisation_share: 0.6,
      undrawn: 90, // 120 - 30; F has nothing left
      excess_share: 0.05, // ten above the limit of F
      matured_share: 0.75,
      maturing_share: 1,
      remaining_tenor_days: 91.25, // 30 of 120 for 365 days
      working_capital_share: 0.75,
      trade_share: 0.25,
      products: 2n,
      limit_cuts: 0n,
      limit_growth_rate: null
    });
    expect(row["average_rate"]).toBeCloseTo((90 * 0.06 + 30 * 0.05) / 120, 12);
  });

  it("mature within twelve months up to the last day of these", async () => {
    const maturing = async (maturity_date: string) =>
      (await facilitiesOf([facility("F", {maturity_date})], [exposure("F", OBSERVED, 80, 80)]))["maturing_share"];
    expect(await maturing("2021-06-30")).toBe(1);
    expect(await maturing("2021-07-01")).toBe(0);
  });

  it("have their limits compared with those of the months and the year before", async () => {
    const book = (cut: string) => [
      exposure("F", "2019-06-30", 160, 50),
      exposure("F", "2019-07-31", cut === "2019-07-31" ? 150 : 160, 50),
      exposure("F", "2020-05-31", 250, 50),
      exposure("F", OBSERVED, cut === OBSERVED ? 200 : 250, 50)
    ];
    expect(await facilitiesOf([facility("F")], book(OBSERVED))).toMatchObject({
      limit_cuts: 1n,
      limit_growth_rate: 0.25
    });
    expect(await facilitiesOf([facility("F")], book("2019-07-31"))).toMatchObject({limit_cuts: 1n});
    expect(await facilitiesOf([facility("F")], book("never"))).toMatchObject({limit_cuts: 0n});
  });

  it("are new for a year, and count once they began", async () => {
    const row = await facilitiesOf(
      [
        facility("F", {start_date: "2019-06-30"}),
        facility("G", {start_date: "2019-07-01"}),
        facility("H", {start_date: "2020-07-01"})
      ],
      [exposure("F", OBSERVED, 80, 40)]
    );
    expect(row).toMatchObject({new_facilities: 1n, since_first_facility_days: 366, since_last_facility_days: 365});
  });

  it("are told by the terms that were known on the date, not by those that came later, and each counts once", async () => {
    const signed = facility("F", {maturity_date: "2020-12-31", annual_rate: 0.06});
    const extended = (valid_from: string, published_date: string): StagedRow => {
      return {...signed, valid_from, published_date, maturity_date: "2023-06-30", annual_rate: 0.04};
    };
    const book = [exposure("F", OBSERVED, 100, 50)];
    const before = await facilitiesOf([signed], book);
    expect(before).toMatchObject({facilities: 1n, drawn: 50, average_rate: 0.06, remaining_tenor_days: 184}); // to 31 December
    const known = await facilitiesOf([signed, extended("2020-06-01", OBSERVED)], book);
    expect(known).toMatchObject({
      facilities: 1n,
      drawn: 50,
      average_rate: 0.04,
      remaining_tenor_days: 1095,
      maturing_share: 0
    });
    expect(known).toMatchObject({new_facilities: 0n, since_last_facility_days: 2007}); // an extension begins nothing
    expect(await facilitiesOf([signed, extended("2020-06-01", "2020-07-01")], book)).toEqual(before);
    expect(await facilitiesOf([signed, extended("2020-07-01", "2020-06-01")], book)).toEqual(before); // announced
    const older = {...extended("2018-01-01", OBSERVED), annual_rate: 0.09};
    expect(await facilitiesOf([signed, extended("2019-01-01", "2019-01-01"), older], book)).toEqual(known);
  });

  it("are not known before they are published", async () => {
    const book = [exposure("F", OBSERVED, 100, 50)];
    const told = (published_date: string) =>
      facilitiesOf([facility("F", {valid_from: "2020-01-01", start_date: "2020-01-01", published_date})], book);
    expect(await told(OBSERVED)).toMatchObject({facilities: 1n, new_facilities: 1n});
    expect(await told("2020-07-01")).toMatchObject({facilities: null, new_facilities: null});
  });

  it("that are not drawn have no rate, tenor or mix; none at all is no book", async () => {
    expect(await facilitiesOf([facility("F")], [exposure("F", OBSERVED, 80, 0)])).toMatchObject({
      utilisation_share: 0,
      average_rate: null,
      remaining_tenor_days: null,
      maturing_share: null,
      trade_share: null
    });
    expect(await facilitiesOf([], [])).toMatchObject({
      facilities: null,
      limit: null,
      limit_cuts: null,
      new_facilities: null
    });
  });
});
