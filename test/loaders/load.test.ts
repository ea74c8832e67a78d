import {rename, rm, writeFile} from "node:fs/promises";
import {createHash} from "node:crypto";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {placesOf} from "#loaders/checks/places.js";
import {exposures} from "#loaders/contracts/exposures.js";
import {EXTRACTS} from "#loaders/contracts/index.js";
import {loadSource} from "#loaders/load.js";
import {sourceOf} from "#loaders/source.js";
import {csvOf, newFolder, SMALL_BANK, withRows, writeBank, exposure} from "./support/smallBank.js";
import {contents, inMemory, rows, staged} from "./support/warehouse.js";

const demo = sourceOf("demo");
const DIRTY = withRows(SMALL_BANK, "exposures", exposure("F9", "2020-01-31"), exposure("F1", "2020-01-31"));

describe("loadSource", () => {
  it("gives every extract contract a staging view with exactly its columns, empty where the source lacks it", async () => {
    const folder = await writeBank(SMALL_BANK);
    await inMemory(async (engine) => {
      await loadSource(engine, demo, folder);
      for (const {name, columns} of EXTRACTS) {
        expect(await engine.describe(`select * from stg_${name}`), name).toEqual(
          Object.entries(columns).map(([column, {type}]) => ({name: column, type}))
        );
        const [{n}] = (await rows(engine, `select count(*) as n from stg_${name}`)) as [{n: bigint}];
        const known = name === "outcome_coverage" ? 2 : 0; // of a source that does not say, each obligor's outcome
        expect(Number(n), name).toBe(SMALL_BANK[name]?.length ?? known);
      }
    });
  });

  it("reports size, hash and rows of each file, and where the rows went", async () => {
    const folder = await writeBank(SMALL_BANK);
    const report = await inMemory((engine) => loadSource(engine, demo, folder));
    const text = csvOf(SMALL_BANK["facilities"]!);
    expect(report.files.find(({name}) => name === "facilities.csv")).toEqual({
      name: "facilities.csv",
      bytes: Buffer.byteLength(text),
      sha256: createHash("sha256").update(text).digest("hex"),
      rows: 2,
      batch: 3
    });
    expect(report.alreadyLoaded).toEqual([]);
    expect(report.batches.map(({extract}) => extract)).toEqual(Object.keys(SMALL_BANK));
    expect(report.tables.map(({extract}) => extract)).toEqual(Object.keys(SMALL_BANK));
    expect(report.tables[3]).toEqual({
      extract: "exposures",
      rowsIn: 3,
      loaded: 3,
      duplicates: 0,
      quarantined: 0,
      leftOut: 0
    });
  });

  it("types the values, keeps quoted commas and reads an empty cell as null", async () => {
    const folder = await writeBank(SMALL_BANK);
    await inMemory(async (engine) => {
      await loadSource(engine, demo, folder);
      const [first] = await rows(engine, "select name, registration_number, founded_date, employees from stg_obligors");
      expect(first).toEqual({
        name: "示例一有限公司",
        registration_number: null,
        founded_date: "1958-10-01",
        employees: 120
      });
      const [second] = await rows(engine, "select name from stg_obligors where obligor_id = 'O2' limit 1");
      expect(second).toEqual({name: "示例,二有限公司"});
    });
  });

  it("keeps each row in raw with its batch and its file, whose line follows from its place", async () => {
    const folder = await writeBank(SMALL_BANK);
    await inMemory(async (engine) => {
      await loadSource(engine, demo, folder);
      const files = await rows(engine, "select file_id, batch_id from load_files where file_name = 'exposures.csv'");
      expect(await rows(engine, "select * from raw_exposures where facility_id = 'F2'")).toEqual([
        {
          facility_id: "F2",
          month_end: "2020-02-29",
          limit: 5_000_000,
          drawn: 100.01,
          days_past_due: 0,
          classification: null,
          source_currency: null,
          ...files[0],
          source_line: null,
          outcome: null,
          superseded_by: null,
          affirmed_in: null
        }
      ]);
      expect(await placesOf(engine, exposures, "facility_id = 'F2'")).toBe("exposures.csv:4");
    });
  });

  it("writes the observation dates, the end of the data and whose outcome is known", async () => {
    const folder = await writeBank(SMALL_BANK);
    await inMemory(async (engine) => {
      await loadSource(engine, demo, folder);
      const calendar = await rows(engine, "select * from stg_calendar");
      expect(calendar).toHaveLength(108);
      expect(calendar.slice(0, 2)).toEqual([{observation_date: "2017-01-31"}, {observation_date: "2017-02-28"}]);
      expect(await rows(engine, "select * from stg_source")).toEqual([
        {source_id: "demo", data_end: "2025-12-31", has_dated_defaults: true}
      ]);
      expect(await rows(engine, "select * from stg_outcome_coverage")).toEqual([
        {obligor_id: "O1", is_known: true},
        {obligor_id: "O2", is_known: true}
      ]);
    });
  });

  it("says of a source whether it dates its defaults", async () => {
    const folder = await writeBank({obligors: SMALL_BANK["obligors"]!});
    await inMemory(async (engine) => {
      await loadSource(engine, {...demo, absent: ["tier", "default_date"]}, folder);
      expect(await rows(engine, "select has_dated_defaults from stg_source")).toEqual([{has_dated_defaults: false}]);
    });
  });

  it("does not load a column that no contract declares", async () => {
    const facilities = SMALL_BANK["facilities"]!.map((row) => ({...row, passport_number: "G1"}));
    const folder = await writeBank({...SMALL_BANK, facilities});
    await inMemory(async (engine) => {
      await loadSource(engine, demo, folder);
      const loaded = await engine.describe("select * from raw_facilities");
      expect(loaded.map(({name}) => name)).not.toContain("passport_number");
    });
  });

  it("gives the same staging rows, whatever the order of the rows in the file", async () => {
    const reversed = Object.fromEntries(Object.entries(SMALL_BANK).map(([name, own]) => [name, own.toReversed()]));
    const [a, b] = await Promise.all([SMALL_BANK, reversed].map(writeBank));
    const stagedFrom = async (folder: string) =>
      await inMemory(async (engine) => {
        await loadSource(engine, demo, folder);
        return await staged(engine);
      });
    expect(await stagedFrom(b!)).toEqual(await stagedFrom(a!));
  });

  it("gives the same tables, whatever the threads", async () => {
    const folder = await writeBank(DIRTY);
    const loaded = async (threads: number) =>
      await inMemory(
        async (engine) => [await loadSource(engine, demo, folder, {now: () => new Date(0)}), await contents(engine)],
        threads
      );
    expect(await loaded(4)).toEqual(await loaded(1));
  });

  it("reads a file with a byte order mark, Windows line ends and a last line without an end", async () => {
    const folder = await writeBank(SMALL_BANK);
    const text = csvOf(SMALL_BANK["obligors"]!).trimEnd().replaceAll("\n", "\r\n");
    await writeFile(join(folder, "obligors.csv"), `\ufeff${text}`);
    const report = await inMemory((engine) => loadSource(engine, demo, folder));
    expect(report.tables[0]).toEqual({
      extract: "obligors",
      rowsIn: 3,
      loaded: 3,
      duplicates: 0,
      quarantined: 0,
      leftOut: 0
    });
  });

  it("takes a folder whose name the engine would read as a pattern", async () => {
    const home = await newFolder();
    const folder = join(home, "bank [2024] *?");
    await rename(await writeBank(SMALL_BANK), folder);
    await inMemory(async (engine) => {
      await loadSource(engine, demo, folder);
      await engine.run(`copy stg_facilities to '${join(home, "facilities.parquet")}' (format parquet)`);
      await rm(join(folder, "facilities.csv"));
      await rename(join(home, "facilities.parquet"), join(folder, "facilities.parquet"));
      const report = await inMemory((fresh) => loadSource(fresh, demo, folder));
      expect(report.files.map(({name}) => name)).toContain("facilities.parquet");
      expect(report.tables.every(({rowsIn, loaded}) => rowsIn > 0 && rowsIn === loaded)).toBe(true);
    });
  });

  it("tells what it is doing", async () => {
    const folder = await writeBank({obligors: SMALL_BANK["obligors"]!});
    const lines: string[] = [];
    await inMemory((engine) => loadSource(engine, demo, folder, {onProgress: (line) => lines.push(line)}));
    expect(lines).toEqual(["checking obligors.csv", "reading obligors", "making the delivery visible"]);
  });
});
