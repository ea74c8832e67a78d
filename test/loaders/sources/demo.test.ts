import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {EXTRACTS} from "#loaders/contracts/index.js";
import {writeDemoBank} from "#loaders/demo/demoBank.js";
import {loadSource, type LoadReport} from "#loaders/load.js";
import {sourceOf} from "#loaders/source.js";
import {openDuckDB} from "#warehouse/engine/duckdb.js";
import {literal, type Engine} from "#warehouse/engine/engine.js";
import {newFolder} from "../support/smallBank.js";
import {rows} from "../support/warehouse.js";

describe("source demo", () => {
  let engine: Engine;
  let report: LoadReport;
  let planted: Record<string, unknown>[];
  let breaks: string;

  beforeAll(async () => {
    const home = await newFolder();
    const [folder, truthFolder] = [join(home, "extracts"), join(home, "truth")];
    await writeDemoBank({folder, truthFolder, size: "small", seed: 20, obligors: 120});
    breaks = await readFile(join(truthFolder, "planted_breaks.csv"), "utf8");
    engine = await openDuckDB(":memory:");
    report = await loadSource(engine, sourceOf("demo"), folder);
    planted = await rows(
      engine,
      `select extract, cast(line as bigint) as line, expected_rule as rule,
         case when expected_rule not in ('duplicate', 'key_conflict') then "column" end as damaged
       from read_csv(${literal(join(truthFolder, "dirty_rows.csv"))}, header = true, all_varchar = true)
       order by extract, line`
    );
  });
  afterAll(() => engine.close());

  it("has a file for every extract but the coverage of outcomes: it knows everyone's", () => {
    const handedOver = EXTRACTS.map(({name}) => name).filter((name) => name !== "outcome_coverage");
    expect(report.tables.map(({extract}) => extract)).toEqual(handedOver);
    for (const {extract, loaded} of report.tables) expect(loaded, extract).toBeGreaterThan(0);
  });

  it("finds every planted dirty row under its rule and at its column, and accuses no clean row", async () => {
    const found = await rows(
      engine,
      `select extract, source_line as line, rule,
         case when rule not in ('duplicate', 'key_conflict') then column_name end as damaged
       from quarantine order by extract, source_line`
    );
    expect(planted.length).toBeGreaterThan(200);
    expect(found).toEqual(planted);
  });

  it("finds the planted break of a control total, and reconciles every other", async () => {
    const found = report.breaks.map(({file, control, column, declared, computed}) =>
      [file, control, column, declared, computed].join(",")
    );
    expect(found).toEqual(breaks.trim().split("\n").slice(1));
    expect(found).toHaveLength(1);
    const controls = "select count(*) as n from load_controls where is_reconciled";
    expect(Number((await rows(engine, controls))[0]!["n"])).toBeGreaterThan(EXTRACTS.length);
  });

  it("withholds from staging what lacks consent, and nothing else", async () => {
    const withheld = new Map(report.withheld.map((each) => [each.extract, each.rows]));
    const consented = ["account_transactions", "invoices", "receivables", "orders"];
    expect(withheld.size).toBeGreaterThan(0);
    expect(consented).toEqual(expect.arrayContaining([...withheld.keys()]));
    for (const {extract, loaded} of report.tables) {
      const [{n}] = (await rows(engine, `select count(*) as n from stg_${extract}`)) as [{n: bigint}];
      expect(Number(n), extract).toBe(loaded - (withheld.get(extract) ?? 0));
    }
  });

  it("counts them so that nothing is lost", () => {
    const total = (of: (table: LoadReport["tables"][number]) => number) =>
      report.tables.reduce((sum, table) => sum + of(table), 0);
    for (const {extract, rowsIn, loaded, duplicates, quarantined, leftOut} of report.tables) {
      expect(loaded + duplicates + quarantined + leftOut, extract).toBe(rowsIn);
    }
    expect(total((table) => table.rowsIn)).toBe(report.files.reduce((sum, file) => sum + file.rows, 0));
    expect(total((table) => table.duplicates + table.quarantined)).toBe(planted.length);
    expect(total((table) => table.duplicates)).toBe(planted.filter(({rule}) => rule === "duplicate").length);
  });
});
