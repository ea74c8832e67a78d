import {appendFile} from "node:fs/promises";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {loadSource} from "#loaders/load.js";
import {sourceOf, type Source} from "#loaders/source.js";
import {
  creditEvent,
  exposure,
  facility,
  industryValue,
  obligor,
  repayment,
  SMALL_BANK,
  statement,
  withRows,
  writeBank,
  type Bank,
  type Cells
} from "../support/smallBank.js";
import {inMemory, rows} from "../support/warehouse.js";

const demo = sourceOf("demo");

interface Case {
  readonly rule: string;
  readonly extract: string;
  readonly row: Cells;
  readonly column: string;
  readonly value: string | null;
}

const BANK: Bank = {
  ...SMALL_BANK,
  industry_series: [industryValue("C", "2020-03-31")],
  credit_events: [creditEvent("E1", "O1")]
};

const blank = (row: Cells) => Object.fromEntries(Object.keys(row).map((name) => [name, ""]));

const CASES: readonly Case[] = [
  refused("totals_row", "exposures", {...blank(exposure("", "")), facility_id: "合计", drawn: "300.03"}, "facility_id"),
  refused("totals_row", "repayments", {...blank(repayment("", "")), facility_id: " Total "}, "facility_id", "Total"),
  refused("missing_value", "exposures", exposure("", "2020-03-31"), "facility_id", null),
  refused("missing_value", "exposures", exposure("F1", "  "), "month_end", null),
  refused("not_a_date", "exposures", exposure("F1", "2019-02-30"), "month_end"),
  refused("not_a_date", "exposures", exposure("F1", "20191301"), "month_end"),
  refused("not_a_date", "exposures", exposure("F1", "2019-2-28"), "month_end"),
  refused("not_a_date", "exposures", exposure("F1", "2019/02/28"), "month_end"),
  refused("not_a_date", "repayments", repayment("F1", "2020-05-20", {paid_date: "soon"}), "paid_date"),
  refused("not_a_number", "exposures", exposure("F1", "2020-03-31", {drawn: "1,2O3"}), "drawn"),
  refused("not_a_number", "exposures", exposure("F1", "2020-03-31", {drawn: "1_000"}), "drawn"),
  refused("not_a_number", "exposures", exposure("F1", "2020-03-31", {drawn: "1e30"}), "drawn"),
  refused("not_a_number", "exposures", exposure("F1", "2020-03-31", {days_past_due: "3.7"}), "days_past_due"),
  refused("not_a_number", "facilities", facility("F3", "O1", {annual_rate: "nan"}), "annual_rate"),
  refused("not_a_number", "facilities", facility("F3", "O1", {annual_rate: "inf"}), "annual_rate"),
  refused("not_allowed", "facilities", facility("F3", "O1", {product: "mortgage"}), "product"),
  refused("not_allowed", "financial_statements", statement("O2", "2018-12-31", {is_audited: "perhaps"}), "is_audited"),
  refused("bad_format", "obligors", obligor("O3", {industry_code: "3911"}), "industry_code"),
  refused("bad_format", "obligors", obligor("O3", {industry_code: "C39110"}), "industry_code"),
  refused("bad_format", "obligors", obligor("O3", {industry_code: "U12"}), "industry_code"),
  refused("bad_format", "obligors", obligor("O3", {region: "110000"}), "region"),
  refused("bad_format", "industry_series", industryValue("C39", "2020-03-31"), "industry_section"),
  refused("missing_value", "credit_events", creditEvent("E2", "O1", {published_date: ""}), "published_date", null),
  refused("sign", "exposures", exposure("F1", "2020-03-31", {drawn: "-0.01"}), "drawn"),
  refused("sign", "repayments", repayment("F1", "2020-05-20", {amount_due: "0"}), "amount_due"),
  refused("date_out_of_range", "exposures", exposure("F1", "1989-12-31"), "month_end"),
  refused("date_out_of_range", "exposures", exposure("F1", "2100-01-02"), "month_end"),
  refused("date_out_of_range", "obligors", obligor("O3", {founded_date: "1799-12-31"}), "founded_date"),
  refused(
    "published_too_early",
    "financial_statements",
    statement("O2", "2018-12-31", {published_date: "2018-12-30"}),
    "published_date"
  ),
  refused(
    "published_too_early",
    "industry_series",
    industryValue("C", "2020-06-30", {published_date: "2020-06-29"}),
    "published_date"
  ),
  refused(
    "published_too_early",
    "credit_events",
    creditEvent("E2", "O1", {published_date: "2020-02-09"}),
    "published_date"
  ),
  refused("partial_payment", "repayments", repayment("F1", "2020-05-20", {paid_date: ""}), "amount_paid"),
  refused(
    "partial_payment",
    "repayments",
    repayment("F1", "2020-05-20", {amount_paid: "0.01", paid_date: ""}),
    "amount_paid"
  ),
  refused(
    "accounting_identity",
    "financial_statements",
    statement("O2", "2018-12-31", {equity: "598.99"}),
    "total_assets"
  ),
  refused("unknown_reference", "exposures", exposure("F9", "2020-03-31"), "facility_id"),
  refused("unknown_reference", "facilities", facility("F3", "O9"), "obligor_id"),
  refused("duplicate", "exposures", exposure("F1", "2020-01-31"), "facility_id, month_end", "F1, 2020-01-31"),
  refused(
    "key_conflict",
    "exposures",
    exposure("F1", "2020-01-31", {drawn: "100.02"}),
    "facility_id, month_end",
    "F1, 2020-01-31"
  )
];

function refused(rule: string, extract: string, row: Cells, column: string, value?: string | null): Case {
  return {rule, extract, row, column, value: value === undefined ? row[column]! : value};
}

describe("staging", () => {
  it.each(CASES)("finds $rule in $extract: $column is $value", async ({rule, extract, row, column, value}) => {
    const folder = await writeBank(withRows(BANK, extract, row));
    await inMemory(async (engine) => {
      const report = await loadSource(engine, demo, folder);
      const clean = BANK[extract]!.length;
      const isRepeat = rule === "duplicate";
      expect(await rows(engine, "select * from quarantine")).toEqual([
        {
          extract,
          source_file: `${extract}.csv`,
          source_line: BigInt(clean + 2),
          column_name: column,
          value,
          rule
        }
      ]);
      expect(report.tables.find((table) => table.extract === extract)).toEqual({
        extract,
        rowsIn: clean + 1,
        loaded: clean,
        duplicates: isRepeat ? 1 : 0,
        quarantined: isRepeat ? 0 : 1
      });
    });
  });

  it("accepts what lies on the edge of each rule", async () => {
    const edge: readonly [string, Cells][] = [
      ["exposures", exposure("F1", "1990-01-01", {drawn: "0", limit: " 12.5 "})],
      ["exposures", exposure("F1", "2100-01-01")],
      ["obligors", obligor("O3", {founded_date: "1800-01-01"})],
      ["obligors", obligor("O4", {industry_code: "A01", region: ""})],
      ["obligors", obligor("O5", {industry_code: "T9600", region: "65"})],
      ["obligors", obligor("O6", {industry_code: ""})],
      ["obligors", obligor("O6", {valid_from: "2020-03-01", published_date: "2020-02-01"})], // announced ahead
      ["financial_statements", statement("O2", "2015-12-31", {published_date: "2015-12-31"})],
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
    });
  });

  it("names a row that breaks several rules once, under the first of them", async () => {
    const row = exposure("F9", "yesterday", {drawn: "-1", days_past_due: "x"});
    const folder = await writeBank(withRows(SMALL_BANK, "exposures", row));
    await inMemory(async (engine) => {
      await loadSource(engine, demo, folder);
      expect(await rows(engine, "select rule, column_name from quarantine")).toEqual([
        {rule: "not_a_date", column_name: "month_end"}
      ]);
    });
  });

  it("keeps an event without its day of publication where the source dates no default", async () => {
    const undated: Source = {...demo, absent: ["default_date"]};
    const event = creditEvent("E2", "O1", {event_date: "", published_date: ""});
    const folder = await writeBank(withRows(BANK, "credit_events", event));
    await inMemory(async (engine) => {
      await loadSource(engine, undated, folder);
      expect(await rows(engine, "select * from quarantine")).toEqual([]);
      expect(await rows(engine, "select event_id from stg_credit_events")).toEqual([
        {event_id: "E1"},
        {event_id: "E2"}
      ]);
    });
  });

  it.each([
    ["published_too_early", creditEvent("E2", "O1", {event_date: "2020-02-11"}), creditEvent("E2", "O1")],
    ["missing_value", creditEvent("E2", "O1", {published_date: ""}), creditEvent("E2", "O1")]
  ])("lets no row with %s win over a good one with the same key", async (rule, bad, good) => {
    const folder = await writeBank(withRows(BANK, "credit_events", bad, good));
    await inMemory(async (engine) => {
      await loadSource(engine, demo, folder);
      expect(await rows(engine, "select source_line, rule from quarantine")).toEqual([{source_line: 3n, rule}]);
      expect(await rows(engine, "select * from stg_credit_events where event_id = 'E2'")).toEqual([good]);
    });
  });

  it("quarantines a short row instead of losing it", async () => {
    const {facility_id, month_end} = exposure("F1", "2020-03-31");
    const folder = await writeBank(SMALL_BANK);
    await appendFile(join(folder, "exposures.csv"), `${facility_id},${month_end}\n`);
    await inMemory(async (engine) => {
      await loadSource(engine, demo, folder);
      expect(await rows(engine, "select source_line, rule, column_name from quarantine")).toEqual([
        {source_line: 5n, rule: "missing_value", column_name: "limit"}
      ]);
    });
  });

  it("refuses the children of a parent that did not load", async () => {
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
