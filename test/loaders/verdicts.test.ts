import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import type {QualityPolicy} from "#loaders/checks/policy.js";
import {loadSource} from "#loaders/load.js";
import {sourceOf} from "#loaders/source.js";
import {UserError} from "#warehouse/engine/userError.js";
import {QUALITY_POLICY} from "./support/qualityPolicy.js";
import {exposure, SMALL_BANK, withRows, writeBank, type Bank} from "./support/smallBank.js";
import {contents, inMemory, rows} from "./support/warehouse.js";

const demo = sourceOf("demo");

// Three good exposures of 100.01, one that repeats, one below zero and one that is no number.
const DIRTY = withRows(
  SMALL_BANK,
  "exposures",
  exposure("F1", "2020-01-31"),
  exposure("F1", "2020-03-31", {drawn: "-0.04"}),
  exposure("F1", "2020-04-30", {drawn: "much"})
);
const RIGHT = {
  rows: 6,
  sums: {drawn: "400.00"}, // four times 100.01, less 0.04
  hash_totals: {facility_id: "7"} // F1 five times, F2 once
};

async function delivery(bank: Bank, controls: object | null): Promise<string> {
  const folder = await writeBank(bank);
  if (controls !== null) await writeFile(join(folder, "controls.json"), JSON.stringify({files: controls}));
  return folder;
}

const stopping = (kind: "control" | "range"): QualityPolicy => ({
  ...QUALITY_POLICY,
  [kind]: {...QUALITY_POLICY[kind], severity: "stop"}
});

describe("control totals of a delivery", () => {
  it("reconcile with all that came, whether it loads or not", async () => {
    const folder = await delivery(DIRTY, {"exposures.csv": RIGHT, "repayments.csv": {rows: 2}});
    await inMemory(async (engine) => {
      const report = await loadSource(engine, demo, folder);
      expect(report.breaks).toEqual([]);
      const known = "select batch_id, source_file, control, column_name, declared, computed, is_reconciled";
      expect(await rows(engine, `${known} from load_controls order by all`)).toEqual(
        [
          [4, "exposures.csv", "hash_total", "facility_id", "7", "7"],
          [4, "exposures.csv", "rows", "", "6", "6"],
          [4, "exposures.csv", "sum", "drawn", "400.00", "400.00"],
          [5, "repayments.csv", "rows", "", "2", "2"]
        ].map(([batch_id, source_file, control, column_name, declared, computed]) => ({
          batch_id,
          source_file,
          control,
          column_name,
          declared,
          computed,
          is_reconciled: true
        }))
      );
    });
  });

  it("break where one of them is wrong: that one is told, and the delivery loads", async () => {
    const folder = await delivery(DIRTY, {"exposures.csv": {...RIGHT, sums: {drawn: "400.01"}}});
    await inMemory(async (engine) => {
      const report = await loadSource(engine, demo, folder, {quality: QUALITY_POLICY});
      expect(report.breaks).toMatchObject([
        {file: "exposures.csv", control: "sum", column: "drawn", declared: "400.01", computed: "400.00"}
      ]);
      expect(await rows(engine, "select control from load_controls where not is_reconciled")).toEqual([
        {control: "sum"}
      ]);
      expect(report.verdicts.find(({id}) => id === "exposures.controls")).toMatchObject({
        verdict: "warn",
        rowsChecked: 3,
        rowsFailing: 1,
        finding: "exposures.csv sum drawn: 400.01 <> 400.00"
      });
      expect(await rows(engine, "select count(*) as n from stg_exposures")).toEqual([{n: 3n}]);
      const before = await contents(engine);
      expect((await loadSource(engine, demo, folder, {quality: QUALITY_POLICY})).breaks).toEqual([]); // nothing came
      expect(await contents(engine)).toEqual(before);
    });
  });

  it.each([
    ["a file that did not come", {"invoices.csv": {rows: 1}}, /controls\.json, line 1: invoices\.csv is not in the/],
    ["a column that there is not", {"exposures.csv": {sums: {debt: "1"}}}, /exposures has no column debt/],
    ["a sum of dates", {"exposures.csv": {sums: {month_end: "1"}}}, /exposures\.month_end holds date/]
  ])("refuse the delivery where they speak of %s", async (_, controls, says) => {
    const [good, bad] = [await delivery(SMALL_BANK, null), await delivery(DIRTY, controls)];
    await inMemory(async (engine) => {
      await loadSource(engine, demo, good);
      const before = await contents(engine);
      await expect(loadSource(engine, demo, bad)).rejects.toThrow(says);
      expect(await contents(engine)).toEqual(before);
    });
  });
});

describe("verdicts on what is in force", () => {
  it("are not given without a policy", async () => {
    const folder = await delivery(SMALL_BANK, null);
    await inMemory(async (engine) => {
      expect((await loadSource(engine, demo, folder)).verdicts).toEqual([]);
      expect(await rows(engine, "select * from load_checks")).toEqual([]);
    });
  });

  it("are kept beside the data, and follow them", async () => {
    const late = exposure("F1", "2020-03-31", {days_past_due: "9999"});
    const [bad, mended] = [
      await delivery(withRows(SMALL_BANK, "exposures", late), null),
      await delivery(SMALL_BANK, null)
    ];
    await inMemory(async (engine) => {
      const failing = "select check_id, verdict, finding from load_checks where kind = 'range' and rows_failing > 0";
      await loadSource(engine, demo, bad, {quality: QUALITY_POLICY});
      expect(await rows(engine, failing)).toEqual([
        {check_id: expect.stringContaining("exposures."), verdict: "warn", finding: "exposures.csv:5"}
      ]);
      await loadSource(engine, demo, mended, {quality: QUALITY_POLICY});
      expect(await rows(engine, failing)).toEqual([]);
    });
  });

  it.each([
    [
      "a range",
      stopping("range"),
      withRows(SMALL_BANK, "exposures", exposure("F1", "2020-03-31", {days_past_due: "9999"})),
      null,
      /^the delivery is not loaded, as a check stops it: exposures\.\S+ \(range\): 1 of 4 rows fail, .+first exposures\.csv:5;/
    ],
    [
      "a control total",
      stopping("control"),
      withRows(SMALL_BANK, "exposures", exposure("F1", "2020-03-31")),
      {"exposures.csv": {rows: 5}},
      /^the delivery is not loaded, as a check stops it: exposures\.controls \(control\): 1 of 1 control totals fail, .+: 5 <> 4;/
    ]
  ])("that stop for %s leave all as it was, and what is mended loads", async (_, quality, bank, controls, says) => {
    const [first, bad] = [await delivery(SMALL_BANK, null), await delivery(bank, controls)];
    await inMemory(async (engine) => {
      await loadSource(engine, demo, first, {quality});
      const before = await contents(engine);
      const error: unknown = await loadSource(engine, demo, bad, {quality}).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(UserError);
      expect((error as UserError).message).toMatch(says);
      expect(await contents(engine)).toEqual(before);
      const report = await loadSource(engine, demo, bad, {quality: QUALITY_POLICY}); // the policy warns
      expect(report.batches).toMatchObject([{extract: "exposures", loaded: 1, duplicates: 3}]);
    });
  });
});
