import {appendFile} from "node:fs/promises";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {loadSource} from "#loaders/load.js";
import {sourceOf} from "#loaders/source.js";
import {
  exposure,
  facility,
  obligor,
  repayment,
  SMALL_BANK,
  statement,
  withRows,
  writeBank,
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
  refused("sign", "exposures", exposure("F1", "2020-03-31", {drawn: "-0.01"}), "drawn"),
  refused("sign", "repayments", repayment("F1", "2020-05-20", {amount_due: "0"}), "amount_due"),
  refused("date_out_of_range", "exposures", exposure("F1", "1989-12-31"), "month_end"),
  refused("date_out_of_range", "exposures", exposure("F1", "2100-01-02"), "month_end"),
  refused("date_out_of_range", "obligors", obligor("O3", {founded_date: "1799-12-31"}), "founded_date"),
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
    const folder = await writeBank(withRows(SMALL_BANK, extract, row));
    await inMemory(async (engine) => {
      const report = await loadSource(engine, demo, folder);
      const clean = SMALL_BANK[extract]!.length;
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
      ["financial_statements", statement("O2", "2018-12-31", {equity: "599.00"})],
      ["financial_statements", statement("O2", "2017-12-31", {equity: ""})],
      ["financial_statements", statement("O2", "2016-12-31", {net_income: "-1e6", is_audited: "FALSE"})]
    ];
    const folder = await writeBank(edge.reduce((bank, [extract, row]) => withRows(bank, extract, row), SMALL_BANK));
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
