import {existsSync} from "node:fs";
import {resolve} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {loadSource, type LoadReport} from "#loaders/load.js";
import {sourceOf} from "#loaders/source.js";
import {openDuckDB} from "#warehouse/engine/duckdb.js";
import type {Engine} from "#warehouse/engine/engine.js";
import {rows} from "../support/warehouse.js";

const folder = resolve("../shared/data/cumcm2020c");

describe.skipIf(!existsSync(folder))("source cumcm2020c (skipped where ../shared/data is not there)", () => {
  let engine: Engine;
  let report: LoadReport;

  beforeAll(async () => {
    engine = await openDuckDB(":memory:");
    report = await loadSource(engine, sourceOf("cumcm2020c"), folder);
  });
  afterAll(() => engine.close());

  it("loads all 1,099,441 invoices of 425 enterprises and the 27 defaults; no row is lost", () => {
    expect(report.tables).toEqual([
      {extract: "obligors", rowsIn: 425, loaded: 425, duplicates: 0, quarantined: 0, leftOut: 0},
      {extract: "outcome_coverage", rowsIn: 425, loaded: 425, duplicates: 0, quarantined: 0, leftOut: 0},
      {extract: "invoices", rowsIn: 1_099_441, loaded: 1_099_441, duplicates: 0, quarantined: 0, leftOut: 0},
      {extract: "credit_events", rowsIn: 27, loaded: 27, duplicates: 0, quarantined: 0, leftOut: 0}
    ]);
    expect(report.files.map(({name, rows: n}) => [name, n])).toEqual([
      ["enterprises_123.csv", 123],
      ["enterprises_302.csv", 302],
      ["c_in.parquet", 210_947],
      ["c_out.parquet", 162_484],
      ["n_in.parquet", 395_175],
      ["n_out.parquet", 330_835]
    ]);
  });

  it("keeps purchases, sales, refunds and voids apart, leading blanks or not", async () => {
    const counted = await rows(
      engine,
      `select direction, starts_with(invoice_id, 'c_') as is_rated, count(*) as n,
         count(*) filter (amount < 0) as refunds, count(*) filter (status = 'void') as voids
       from stg_invoices group by all order by is_rated desc, direction`
    );
    expect(counted.map(({direction, n, refunds}) => [direction, Number(n), Number(refunds)])).toEqual([
      ["purchase", 210_947, 1_881],
      ["sale", 162_484, 8_556],
      ["purchase", 395_175, 3_630],
      ["sale", 330_835, 5_697]
    ]);
    expect(counted.reduce((total, {voids}) => total + Number(voids), 0)).toBe(63_605);
  });

  it("loads the five invoices that do not add up, for it is not ours to mend them", async () => {
    expect(await rows(engine, "select count(*) as n from stg_invoices where abs(amount + tax - total) > 0.01")).toEqual(
      [{n: 5n}]
    );
  });

  it("tells an enterprise without default from one of which nothing is known", async () => {
    expect(
      await rows(
        engine,
        `select is_known, count(*) as obligors, count(event_id) as events
         from stg_outcome_coverage left join stg_credit_events using (obligor_id) group by all order by all`
      )
    ).toEqual([
      {is_known: false, obligors: 302n, events: 0n},
      {is_known: true, obligors: 123n, events: 27n}
    ]);
    expect(await rows(engine, "select distinct event_type, event_date, published_date from stg_credit_events")).toEqual(
      [{event_type: "reported_default", event_date: null, published_date: null}]
    );
  });

  it("does not let the published rating into the warehouse", async () => {
    const named = await rows(engine, "select table_name from information_schema.columns where column_name = 'rating'");
    expect(named).toEqual([]);
    expect(await rows(engine, "select * from stg_calendar")).toEqual([{observation_date: "2020-02-29"}]);
  });
});
