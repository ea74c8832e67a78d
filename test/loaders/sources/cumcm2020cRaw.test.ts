import {existsSync, mkdtempSync, rmSync, symlinkSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {loadSource, type LoadReport} from "#loaders/load.js";
import {sourceOf} from "#loaders/source.js";
import {openDuckDB} from "#warehouse/engine/duckdb.js";
import type {Engine} from "#warehouse/engine/engine.js";
import {rows} from "../support/warehouse.js";

const archive = resolve("../shared/data/cumcm2020c/raw_csv_sample.tar.gz");

describe.skipIf(!existsSync(archive))("source cumcm2020c-raw (skipped where ../shared/data is not there)", () => {
  let engine: Engine;
  let report: LoadReport;
  const folder = mkdtempSync(join(tmpdir(), "raw-sample-"));

  beforeAll(async () => {
    symlinkSync(archive, join(folder, "raw_csv_sample.tar.gz"));
    engine = await openDuckDB(":memory:");
    report = await loadSource(engine, sourceOf("data/sources/cumcm2020c-raw.yaml"), folder);
  });
  afterAll(() => {
    engine.close();
    rmSync(folder, {recursive: true});
  });

  it("loads 97,443 invoices of 14 enterprises from 28 files of one archive; no row is lost", () => {
    const none = {quarantined: 0, leftOut: 0};
    expect(report.tables).toEqual([
      {extract: "obligors", rowsIn: 97_443, loaded: 14, duplicates: 97_429, ...none},
      {extract: "outcome_coverage", rowsIn: 97_443, loaded: 14, duplicates: 97_429, ...none},
      {extract: "invoices", rowsIn: 97_443, loaded: 97_443, duplicates: 0, ...none}
    ]);
  });

  it("tells void and red-letter invoices apart, and purchases from sales by the folder", async () => {
    const counted = await rows(
      engine,
      `select direction, status, is_red_letter, cast(count(*) as integer) as n from stg_invoices group by all order by all`
    );
    // Counted over the 28 files by Python's csv module.
    expect(counted.map((row) => Object.values(row))).toEqual([
      ["purchase", "valid", false, 55_888],
      ["purchase", "valid", true, 741],
      ["purchase", "void", false, 1_812],
      ["purchase", "void", true, 4],
      ["sale", "valid", false, 34_412],
      ["sale", "valid", true, 2_660],
      ["sale", "void", false, 1_913],
      ["sale", "void", true, 13]
    ]);
  });

  it("names buyers in sales and sellers in purchases", async () => {
    const named = await rows(
      engine,
      "select direction, left(counterparty_id, 1) as letter from stg_invoices group by all order by all"
    );
    expect(named).toEqual([
      {direction: "purchase", letter: "A"},
      {direction: "sale", letter: "B"}
    ]);
  });
});
