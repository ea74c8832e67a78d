import {createHash} from "node:crypto";
import {copyFileSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import type {RunSummary} from "#pipeline/run.js";
import {numbersOf, rowsOf, type Columns} from "#warehouse/engine/columns.js";
import {openDuckDB} from "#warehouse/engine/duckdb.js";
import {MARTS} from "#warehouse/marts/index.js";
import {martComposition} from "#warehouse/marts/mart_composition.js";
import {martGradePerformance} from "#warehouse/marts/mart_grade_performance.js";
import {martMigration} from "#warehouse/marts/mart_migration.js";
import {martPortfolio} from "#warehouse/marts/mart_portfolio.js";
import {martQualityBatches} from "#warehouse/marts/mart_quality_batches.js";
import type {TableContract} from "#warehouse/contract.js";
import {readManifest, readMart} from "#warehouse/snapshot.js";
import {ownFolder, runSmallBank, smallBank} from "../support/smallBank.js";

const state = ownFolder("run");
let first: RunSummary;
const mart = (contract: TableContract): Columns =>
  readMart(contract, {snapshot: first.snapshot, audience: "risk"}).columns;
const total = (columns: Columns, name: string) => numbersOf(columns, name).reduce((sum, value) => sum + value, 0);

beforeAll(async () => {
  first = await runSmallBank(state, {threads: 2});
});

describe("a run of the demo bank", () => {
  it("is the same run, byte for byte, when it is run again with other threads in another place", async () => {
    const second = await runSmallBank(ownFolder("again"), {threads: 1, memory_limit: "1GB"});
    expect(second.runId).toBe(first.runId);
    expect(hashes(second.snapshot)).toEqual(hashes(first.snapshot));
  });

  it("gives the same marts when the rows of its extracts come in another order", async () => {
    const {extracts, truth} = await smallBank();
    const shuffled = await shuffledExtracts(extracts, truth);
    const other = await runSmallBank(ownFolder("shuffled"), {}, shuffled);
    expect(other.runId).not.toBe(first.runId);
    // Other files have other hashes; all else must be the same.
    const ofFiles = new Set(["mart_run_inputs.arrow", "mart_quality_batches.arrow", "manifest.json"]);
    const marts = (run: RunSummary) => Object.entries(hashes(run.snapshot)).filter(([name]) => !ofFiles.has(name));
    expect(marts(other)).toEqual(marts(first));
    const batches = (run: RunSummary) =>
      rowsOf<Row>(readMart(martQualityBatches, {snapshot: run.snapshot, audience: "risk"}).columns).map((row) => ({
        ...row,
        content_sha256: ""
      }));
    expect(batches(other)).toEqual(batches(first));
    expect(batches(first).length).toBeGreaterThan(15);
  });

  it("states everything that it was made from, and no time", async () => {
    const {inputs, marts, modelId} = readManifest(first.snapshot);
    expect(new Set(inputs.map(({kind}) => kind))).toEqual(new Set(["extract", "policy", "code", "seed", "setting"]));
    const {extracts} = await smallBank();
    const files = readdirSync(extracts).filter((name) => /\.(csv|parquet)$/.test(name));
    expect(files.length).toBeGreaterThan(20);
    expect(inputs.filter(({kind}) => kind === "extract").map(({name}) => name)).toEqual(files.sort());
    const settings = inputs.filter(({kind}) => kind === "setting").map(({name}) => name);
    expect(settings).toContain("batches loaded"); // a hash that holds the control totals that came with them
    expect(inputs.map(({name}) => name)).toContain("truth of the demo bank, truth_pd.parquet");
    expect(modelId).toMatch(/^logistic-[0-9a-f]{12}$/);
    expect(Object.keys(marts).sort()).toEqual(MARTS.map(({name}) => name).sort());
    expect(readFileSync(join(first.snapshot, "manifest.json"), "utf8")).not.toMatch(/\d{2}:\d{2}:\d{2}/);
  });

  it("loses no row on loading", () => {
    for (const {extract, rowsIn, loaded, duplicates, quarantined} of first.load.tables) {
      expect(loaded + duplicates + quarantined, extract).toBe(rowsIn);
    }
  });

  it("finds exactly the default dates that are true", async () => {
    const {truth} = await smallBank();
    const engine = await openDuckDB(join(state, "demo", "warehouse.duckdb"));
    try {
      const truly = `read_parquet('${join(truth, "truth_defaults.parquet")}')`;
      const found = "select obligor_id, default_date from target_default_dates";
      const apart = await engine.columns(
        `(${found} except select obligor_id, default_date from ${truly})
         union all (select obligor_id, default_date from ${truly} except ${found})`
      );
      expect(rowsOf(apart)).toEqual([]);
      const counted = rowsOf(await engine.columns(`select count(*) as n from ${truly}`));
      expect(Number(counted[0]!.n)).toBeGreaterThan(20);
    } finally {
      engine.close();
    }
  });

  it("divides the whole book by every dimension: no obligor, no exposure more or less", () => {
    const portfolio = new Map(rowsOf<Row>(mart(martPortfolio)).map((row) => [row.observation_date, row]));
    const sums = new Map<string, {obligors: number; drawn: number}>();
    for (const {observation_date, dimension, obligors, drawn} of rowsOf<Row>(mart(martComposition))) {
      const key = `${observation_date} ${dimension}`;
      const sum = sums.get(key) ?? {obligors: 0, drawn: 0};
      sums.set(key, {obligors: sum.obligors + Number(obligors), drawn: sum.drawn + Number(drawn)});
    }
    expect(new Set([...sums.keys()].map((key) => key.split(" ")[1]))).toEqual(
      new Set(["grade", "tier", "size", "industry", "region"])
    );
    for (const [key, sum] of sums) {
      const whole = portfolio.get(key.split(" ")[0]!)!;
      expect(sum.obligors, key).toBe(Number(whole.obligors));
      expect(sum.drawn / Number(whole.drawn), key).toBeCloseTo(1, 12);
    }
  });

  it("lets every obligor that was rated arrive somewhere a year later", () => {
    const rated = new Map<string, number>();
    for (const row of rowsOf<Row>(mart(martGradePerformance))) {
      rated.set(`${row.observation_date} ${row.grade}`, Number(row.rated));
    }
    const arrived = new Map<string, number>();
    for (const row of rowsOf<Row>(mart(martMigration))) {
      const key = `${row.observation_date} ${row.from_grade}`;
      arrived.set(key, (arrived.get(key) ?? 0) + Number(row.obligors));
    }
    expect(arrived.size).toBeGreaterThan(20);
    for (const [key, count] of arrived) expect(count, key).toBe(rated.get(key));
  });

  it("expects as many defaults as it sees where it learned, within a quarter of them", () => {
    const measured = (metric: string) =>
      first.measures.find((each) => each.split === "train" && each.metric === metric)!;
    expect(Math.abs(measured("mean_pd").value / measured("odr").value - 1)).toBeLessThan(0.25);
    expect(total(mart(martPortfolio), "expected_defaults")).toBeGreaterThan(0);
  });

  it("says nothing of defaults in windows that are open", () => {
    const rows = rowsOf<Row>(mart(martPortfolio));
    for (const {observation_date, odr} of rows)
      expect(odr === null, String(observation_date)).toBe(String(observation_date) > "2024-12-31");
  });

  it("stands below the true PD in ordering the test sample, as anything must", () => {
    const value = (metric: string) =>
      first.measures.find((each) => each.split === "test" && each.metric === metric)!.value;
    expect(value("auc")).toBeGreaterThan(0.6);
    expect(value("auc")).toBeLessThan(value("true_pd_auc") + 0.02);
  });
});

type Row = Record<string, string | number | bigint | null>;

/** The bank with the clean rows of its Parquet extracts in another order; dirty rows stay last, since the first of a key wins. */
async function shuffledExtracts(extracts: string, truth: string): Promise<string> {
  const folder = ownFolder("shuffled-extracts");
  const engine = await openDuckDB(":memory:");
  try {
    for (const name of readdirSync(extracts)) {
      if (!name.endsWith(".parquet")) copyFileSync(join(extracts, name), join(folder, name));
      else {
        const dirty = `select line from read_csv('${join(truth, "dirty_rows.csv")}') where extract = '${name.slice(0, -8)}'`;
        await engine.run(`
          copy (
            select * exclude (file_row_number)
            from read_parquet('${join(extracts, name)}', file_row_number = true) as rows
            order by
              case when file_row_number + 1 in (${dirty}) then file_row_number end nulls first,
              md5(cast(file_row_number as varchar))
          ) to '${join(folder, name)}' (format parquet)`);
      }
    }
  } finally {
    engine.close();
  }
  return folder;
}

function hashes(snapshot: string): Record<string, string> {
  const files = readdirSync(snapshot, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files
      .map(
        (entry) =>
          [
            entry.name,
            createHash("sha256")
              .update(readFileSync(join(entry.parentPath, entry.name)))
              .digest("hex")
          ] as const
      )
      .sort(([a], [b]) => (a < b ? -1 : 1))
  );
}
