import {appendFile} from "node:fs/promises";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {EXTRACTS} from "#loaders/contracts/index.js";
import {loadSource, type LoadReport} from "#loaders/load.js";
import {sourceOf, type Source} from "#loaders/source.js";
import {REMEDIES} from "#loaders/staging/remedies.js";
import {openDuckDB} from "#warehouse/engine/duckdb.js";
import type {Engine} from "#warehouse/engine/engine.js";
import {BANK, BROKEN_ROWS} from "../support/brokenRows.js";
import {
  creditEvent,
  exposure,
  facility,
  industryValue,
  invoice,
  obligor,
  repayment,
  SMALL_BANK,
  statement,
  withRows,
  writeBank,
  type Cells
} from "../support/smallBank.js";
import {inMemory, rows, sorted} from "../support/warehouse.js";

const demo = sourceOf("demo");

/** A row as the list has it: without blanks around, null where it was empty. */
function handedOver(row: Cells): Record<string, string | null> {
  return Object.fromEntries(Object.entries(row).map(([name, text]) => [name, text.trim() === "" ? null : text.trim()]));
}

/** The day that a row is about, where it is one. */
function eventDate(extract: string, row: Cells): string | null {
  const text = row[EXTRACTS.find(({name}) => name === extract)!.dates!.event]!;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) && text !== "" ? text : null;
}

describe("the rules of loading", () => {
  let engine: Engine;
  let report: LoadReport;
  let found: Record<string, unknown>[];

  beforeAll(async () => {
    const folder = await writeBank(BROKEN_ROWS.reduce((bank, {extract, row}) => withRows(bank, extract, row), BANK));
    engine = await openDuckDB(":memory:");
    report = await loadSource(engine, demo, folder, {quarantineLimit: 1});
    found = await rows(engine, "select * from quarantine");
  });
  afterAll(() => engine.close());

  it.each(BROKEN_ROWS)("find $rule in $extract: $column is $value", (planted) => {
    const {rule, extract, row, column, value} = planted;
    const own = BROKEN_ROWS.filter((each) => each.extract === extract);
    const line = BANK[extract]!.length + own.indexOf(planted) + 2;
    const {raw, ...listed} = found.find((each) => each["extract"] === extract && each["source_line"] === BigInt(line))!;
    expect(listed).toEqual({
      batch_id: Object.keys(BANK).indexOf(extract) + 1,
      extract,
      source_file: `${extract}.csv`,
      source_line: BigInt(line),
      column_name: column,
      value,
      rule,
      event_date: eventDate(extract, row),
      replayed_in: null
    });
    expect(JSON.parse(raw as string)).toEqual(rule === "duplicate" ? null : handedOver(row));
  });

  it("accuse no other row, and count each row once", () => {
    expect(found).toHaveLength(BROKEN_ROWS.length);
    for (const {extract, ...counts} of report.tables) {
      const own = BROKEN_ROWS.filter((each) => each.extract === extract);
      const duplicates = own.filter(({rule}) => rule === "duplicate").length;
      expect(counts, extract).toEqual({
        rowsIn: BANK[extract]!.length + own.length,
        loaded: BANK[extract]!.length,
        duplicates,
        quarantined: own.length - duplicates,
        leftOut: 0
      });
    }
  });

  it("are all tried here, but for those that need a damaged file or a foreign currency", () => {
    const tried = new Set([
      ...BROKEN_ROWS.map(({rule}) => rule),
      "unreadable",
      "wrong_field_count",
      "no_exchange_rate"
    ]);
    expect([...tried].sort()).toEqual(Object.keys(REMEDIES).sort());
  });

  it("accept what lies on the edge of each rule", async () => {
    const edge: readonly [string, Cells][] = [
      ["exposures", exposure("F1", "1990-01-01", {drawn: "0", limit: " 12.5 "})],
      ["exposures", exposure("F1", "2100-01-01")],
      ["exposures", exposure("F2", "2019-2-28", {drawn: "1_000"})], // the engine's reading, and harmless
      ["exposures", exposure("F2", "2019/03/31", {drawn: "1e3"})],
      ["obligors", obligor("O3", {founded_date: "1800-01-01"})],
      ["obligors", obligor("O4", {industry_code: "A01", region: ""})],
      ["obligors", obligor("O5", {industry_code: "T9600", region: "65"})],
      ["obligors", obligor("O6", {industry_code: ""})],
      ["obligors", obligor("O6", {valid_from: "2020-03-01", published_date: "2020-02-01"})], // announced ahead
      ["financial_statements", statement("O2", "2015-12-31", {published_date: "2015-12-31"})],
      ["obligors", obligor("O7", {registration_number: "91350100M000100Y43"})],
      ["invoices", invoice("I2", "O1", {is_red_letter: "true", amount: "0", tax: "0", total: "0"})],
      ["invoices", invoice("I3", "O1", {is_red_letter: "false", amount: "-1", tax: "0", total: "-1"})],
      ["industry_series", industryValue("T", "2020-03-31")],
      ["credit_events", creditEvent("E2", "O1", {event_date: ""})],
      ["repayments", repayment("F1", "2020-05-20", {amount_paid: "0", paid_date: ""})],
      ["financial_statements", statement("O2", "2018-12-31", {equity: "599.00"})],
      ["financial_statements", statement("O2", "2017-12-31", {equity: ""})],
      ["financial_statements", statement("O2", "2016-12-31", {net_income: "-1e6", is_audited: "FALSE"})]
    ];
    const folder = await writeBank(edge.reduce((bank, [extract, row]) => withRows(bank, extract, row), BANK));
    await inMemory(async (engine) => {
      await loadSource(engine, demo, folder);
      expect(await rows(engine, "select * from quarantine")).toEqual([]);
      const read = "select month_end, drawn from stg_exposures where month_end in ('2019-02-28', '2019-03-31')";
      expect(await sorted(engine, read)).toEqual([
        {month_end: "2019-02-28", drawn: 1_000},
        {month_end: "2019-03-31", drawn: 1_000}
      ]);
    });
  });

  it("name a row that breaks several rules once, under the first of them", async () => {
    const row = exposure("F9", "yesterday", {drawn: "-1", days_past_due: "x"});
    const folder = await writeBank(withRows(SMALL_BANK, "exposures", row));
    await inMemory(async (engine) => {
      await loadSource(engine, demo, folder);
      expect(await rows(engine, "select rule, column_name from quarantine")).toEqual([
        {rule: "not_a_date", column_name: "month_end"}
      ]);
    });
  });

  it("keep an event without its day of publication where the source dates no default", async () => {
    const undated: Source = {...demo, absent: ["default_date"]};
    const event = creditEvent("E2", "O1", {event_date: "", published_date: ""});
    const folder = await writeBank(withRows(BANK, "credit_events", event));
    await inMemory(async (engine) => {
      await loadSource(engine, undated, folder);
      expect(await rows(engine, "select * from quarantine")).toEqual([]);
      expect(await sorted(engine, "select event_id from stg_credit_events")).toEqual([
        {event_id: "E1"},
        {event_id: "E2"}
      ]);
    });
  });

  it.each([
    ["published_too_early", creditEvent("E2", "O1", {event_date: "2020-02-11"}), creditEvent("E2", "O1")],
    ["missing_value", creditEvent("E2", "O1", {published_date: ""}), creditEvent("E2", "O1")]
  ])("let no row with %s win over a good one with the same key", async (rule, bad, good) => {
    const folder = await writeBank(withRows(BANK, "credit_events", bad, good));
    await inMemory(async (engine) => {
      await loadSource(engine, demo, folder);
      expect(await rows(engine, "select source_line, rule from quarantine")).toEqual([{source_line: 3n, rule}]);
      expect(await rows(engine, "select * from stg_credit_events where event_id = 'E2'")).toEqual([good]);
    });
  });

  it("quarantine a short row and a long one instead of losing them, as they stand in the file", async () => {
    const folder = await writeBank(SMALL_BANK);
    await appendFile(join(folder, "exposures.csv"), "F1,2020-03-31\nF1,2020-03-31,1,2,3,4\n");
    await inMemory(async (engine) => {
      await loadSource(engine, demo, folder);
      expect(await rows(engine, "select source_line, rule, column_name, value, raw from quarantine")).toEqual([
        {source_line: 5n, rule: "wrong_field_count", column_name: null, value: "F1,2020-03-31", raw: null},
        {source_line: 6n, rule: "wrong_field_count", column_name: null, value: "F1,2020-03-31,1,2,3,4", raw: null}
      ]);
    });
  });

  it("refuse the children of a parent that did not load", async () => {
    const folder = await writeBank(
      withRows(
        withRows(SMALL_BANK, "facilities", facility("F3", "O1", {start_date: "?"})),
        "exposures",
        exposure("F3", "2020-03-31")
      )
    );
    await inMemory(async (engine) => {
      await loadSource(engine, demo, folder);
      expect(await rows(engine, "select extract, rule from quarantine")).toEqual([
        {extract: "facilities", rule: "not_a_date"},
        {extract: "exposures", rule: "unknown_reference"}
      ]);
    });
  });
});
