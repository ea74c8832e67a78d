import {describe, expect, it} from "vitest";
import {columnsFor} from "#warehouse/contract.js";
import type {Engine} from "#warehouse/engine/engine.js";
import {martQuarantineRows} from "#warehouse/marts/mart_quarantine_rows.js";
import {martQualityChecks} from "#warehouse/marts/mart_quality_checks.js";
import {martQualityControls} from "#warehouse/marts/mart_quality_controls.js";
import {buildTable, sqlTablesIn} from "#warehouse/sqlTable.js";
import {makeLoadTables} from "../../loaders/support/loadTables.js";
import {rows} from "../../loaders/support/warehouse.js";
import {withEngine} from "../../support/memoryEngine.js";

const MARTS = await sqlTablesIn(new URL("../../../warehouse/marts/", import.meta.url));

async function built(engine: Engine, name: string): Promise<Record<string, unknown>[]> {
  await buildTable(engine, MARTS.get(name)!);
  return await rows(engine, `select * from ${name}`);
}

const quarantined = (values: string) => `insert into quarantine
  select batch_id, extract, source_file, source_line, column_name, value, rule, event_date, raw, replayed_in
  from (values ${values}) t(batch_id, extract, source_file, source_line, column_name, value, rule, event_date, raw, replayed_in)`;

describe("the marts of quality", () => {
  it("hold what their contracts promise, also where nothing was ever loaded", async () => {
    await withEngine(async (engine) => {
      await makeLoadTables(engine);
      const names = [...MARTS.keys()].filter((name) => name.startsWith("mart_qua"));
      expect(names).toHaveLength(6);
      for (const name of names) expect(await built(engine, name)).toEqual([]);
    });
  });

  it("score an extract by year and over all years, a row that comes again and again once", async () => {
    await withEngine(async (engine) => {
      await makeLoadTables(engine);
      await engine.run(`insert into load_quality values
        ('invoices', '2023-Q4', 6, 3, 1, 12, 6, 0, 0, 0, 0),
        ('invoices', '2024-Q1', 2, 1, 0, 4, 4, 0, 0, 0, 0),
        ('interactions', '2024-Q1', 0, 5, 0, 0, 0, 0, 0, 0, 0),
        ('obligors', 'undated', 4, 0, 0, 0, 0, 4, 3, 2, 100),
        ('project_cashflows', '2030-Q1', 2, 0, 0, 0, 0, 2, 2, 0, 0)`);
      await engine.run(
        quarantined(`
          (1, 'invoices', 'a.csv', 5, 'amount', 'x', 'not_a_number', date '2023-12-01', '{"a":1}', null),
          (2, 'invoices', 'a.csv', 5, 'amount', 'x', 'not_a_number', date '2023-12-01', '{"a":1}', null),
          (2, 'invoices', 'a.csv', 6, 'amount', 'y', 'not_a_number', date '2023-12-01', '{"a":2}', null),
          (2, 'invoices', 'a.csv', 7, 'amount', 'z', 'not_a_number', date '2023-12-01', '{"a":3}', 3),
          (2, 'invoices', 'a.csv', 9, 'invoice_date', '2123-01-01', 'date_out_of_range', date '2123-01-01', '{"a":5}', null),
          (2, 'invoices', 'a.csv', 8, 'invoice_id', '1', 'duplicate', date '2023-12-01', '{"a":4}', null)`)
      );
      const scores = await built(engine, "mart_quality_scores");
      const of = (extract: string, period: string) =>
        scores.find((row) => row["extract"] === extract && row["period"] === period)!;
      expect(scores.map((row) => `${String(row["extract"])} ${String(row["period"])}`)).toEqual([
        "interactions 2024",
        "interactions all",
        "invoices 2023",
        "invoices 2024",
        "invoices all",
        "invoices undated",
        "obligors all",
        "obligors undated",
        "project_cashflows 2030",
        "project_cashflows all"
      ]);
      expect(of("invoices", "2023")).toMatchObject({
        rows: 6n,
        withheld: 3n,
        quarantined: 2n,
        failing: 1n,
        accuracy: 5 / 8,
        completeness: 0.5,
        timeliness: null,
        score: (5 / 8 + 0.5) / 2
      });
      expect(of("invoices", "all")).toMatchObject({rows: 8n, withheld: 4n, accuracy: 7 / 11, completeness: 10 / 16});
      expect(of("obligors", "all")).toMatchObject({
        accuracy: 1,
        completeness: null,
        timeliness: 0.75,
        mean_lag_days: 50, // of the two that were not announced ahead
        score: 0.875
      });
      expect(of("project_cashflows", "all")).toMatchObject({timeliness: 1, mean_lag_days: null});
      expect(of("interactions", "all")).toMatchObject({rows: 0n, withheld: 5n, accuracy: null, score: null});
    });
  });

  it("show the latest fifty rows of each rule, their values between marks and cut, and none that was replayed", async () => {
    await withEngine(async (engine) => {
      await makeLoadTables(engine);
      const many = Array.from(
        {length: 60},
        (_, line) =>
          `(1, 'invoices', 'a.csv', ${line}, 'amount', '${"9".repeat(200)}', 'not_a_number', null::date, '{}', null)`
      );
      const others = [
        "(1, 'invoices', 'a.csv', 100, null, null, 'unreadable', null, null, null)",
        "(2, 'invoices', 'b.csv', 7, 'amount', ' x ', 'not_a_number', null, '{}', null)",
        "(1, 'orders', 'o.csv', 7, 'amount', 'x', 'not_a_number', null, '{}', 3)"
      ];
      await engine.run(quarantined([...many, ...others].join(", ")));
      const shown = await built(engine, "mart_quarantine_rows");
      expect(shown).toHaveLength(51);
      expect(shown[0]).toMatchObject({batch_id: 2, source_file: "b.csv", source_line: 7n, value: "« x »"});
      expect(shown[1]).toMatchObject({source_line: 0n, value: `«${"9".repeat(120)}…»`});
      expect(shown[50]).toMatchObject({rule: "unreadable", column_name: "", value: null});
      expect(await built(engine, "mart_quarantine_rules")).toMatchObject([
        {extract: "invoices", rule: "not_a_number", rows: 61n, replayed: 0n, latest_batch: 2},
        {extract: "invoices", rule: "unreadable", column_name: "", rows: 1n},
        {extract: "orders", rule: "not_a_number", rows: 1n, replayed: 1n}
      ]);
    });
  });

  it("keep file, line and value from management, and what was compared for all", async () => {
    const hidden = [martQuarantineRows, martQualityControls, martQualityChecks].map((mart) =>
      columnsFor(mart, "risk").filter((name) => !columnsFor(mart, "management").includes(name))
    );
    expect(hidden).toEqual([["source_file", "source_line", "value"], ["source_file"], ["places"]]);
    await withEngine(async (engine) => {
      await makeLoadTables(engine);
      await engine.run(`insert into load_checks values
        ('a.total', 'a', 'total', 'identity', 'warn', 'warn', 0.1, 0, 10, 1, 'a.csv:7'),
        ('a.types', 'a', '', 'drift', 'warn', 'warn', 0.1, 0, 10, 1, 'a.csv:8'),
        ('a.volume', 'a', '', 'volume', 'warn', 'warn', 0.1, 0.5, 10, 1, '2024-01: 1 : 10'),
        ('a.x.drift', 'a', 'x', 'drift', 'warn', 'pass', 0.1, 0.5, 10, 0, 'in: +0.1000')`);
      expect((await built(engine, "mart_quality_checks")).map(({compared, places}) => [compared, places])).toEqual([
        [null, "a.csv:7"],
        [null, "a.csv:8"],
        ["2024-01: 1 : 10", null],
        ["in: +0.1000", null]
      ]);
    });
  });
});
