import {expect, it} from "vitest";
import {buildTable} from "#warehouse/sqlTable.js";
import {openFrame} from "#warehouse/featureFrame.js";
import {featureTables, rowsIn} from "../../support/features.js";
import {featuresAt} from "../../support/featuresAt.js";
import {withEngine} from "../../support/memoryEngine.js";
import {stageBank, type StagedRow} from "../../support/stagedBank.js";

const OBSERVED = "2020-06-30";

const event = (event_id: string, event_type: string, published_date: string | null): StagedRow => {
  return {event_id, obligor_id: "A", event_type, event_date: "2015-01-01", published_date};
};

async function eventsOf(credit_events: StagedRow[]) {
  return (await featuresAt("feat_credit_events", {dates: [OBSERVED]}, {credit_events}))[0]!;
}

it("events count from the day on which they became known, through twelve and 36 months", async () => {
  expect(
    await eventsOf([
      event("1", "litigation", "2017-06-30"), // a day too early for the three years
      event("2", "litigation", "2017-07-01"),
      event("3", "litigation", "2019-06-30"), // a day too early for the year
      event("4", "litigation", "2019-07-01"),
      event("5", "distressed_restructuring", "2017-06-30"),
      event("6", "write_off", "2017-07-01"),
      event("7", "bankruptcy_filing", OBSERVED),
      event("8", "reported_default", "2020-07-01")
    ])
  ).toMatchObject({
    litigations: 1n,
    litigations_of_three_years: 3n,
    since_litigation_months: 11,
    restructurings_of_three_years: 0n,
    since_restructuring_months: 36,
    write_offs_of_three_years: 1n,
    has_bankruptcy_filing: true,
    has_reported_default: null // the first that the source tells of comes a day later
  });
});

it("a kind of which the source told nothing by then, of anybody, is unknown, whatever it tells of the others", async () => {
  const ofAnother = (event_type: string, published_date: string): StagedRow => {
    return {...event("other", event_type, published_date), obligor_id: "B"};
  };
  expect(await eventsOf([ofAnother("litigation", OBSERVED)])).toMatchObject({
    litigations: 0n,
    litigations_of_three_years: 0n,
    since_litigation_months: null,
    restructurings_of_three_years: null,
    write_offs_of_three_years: null,
    has_bankruptcy_filing: null,
    has_reported_default: null
  });
  expect(await eventsOf([ofAnother("reported_default", "2010-01-01")])).toMatchObject({
    litigations: null,
    has_bankruptcy_filing: null,
    has_reported_default: false
  });
  expect(await eventsOf([ofAnother("distressed_restructuring", "2020-07-01")])).toMatchObject({
    restructurings_of_three_years: null
  });
});

it("a source that dates no event knows nothing", async () => {
  await withEngine(async (engine) => {
    const rows = {credit_events: [event("1", "litigation", null)]};
    await stageBank(engine, {rows, observationDates: [OBSERVED], dataEnd: OBSERVED, hasDatedDefaults: false});
    await openFrame(engine, `select 'A' as obligor_id, date '${OBSERVED}' as observation_date`);
    const table = featureTables.get("feat_credit_events")!;
    await buildTable(engine, table);
    expect((await rowsIn(engine, table))[0]).toMatchObject({litigations: null, has_bankruptcy_filing: null});
  });
});
