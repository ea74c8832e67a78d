import {join} from "node:path";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {loadSource} from "#loaders/load.js";
import {openDuckDB} from "#warehouse/engine/duckdb.js";
import type {Engine} from "#warehouse/engine/engine.js";
import {demoWith, exposuresInParts, plantedFolder} from "../support/exposureSource.js";
import {FORMS, plantedFile, type Form, type PlantedFile} from "../support/planted.js";
import {newFolder} from "../support/smallBank.js";
import {inMemory, rows} from "../support/warehouse.js";

const ANY_NUMBER = {quarantineLimit: 1};

describe("the line of a row", () => {
  it("is where it stands in its file, for every row of several files in several deliveries, however they are written", async () => {
    const file = fc.record({seed: fc.nat(), rows: fc.integer({min: 1, max: 2_500}), form: fc.constantFrom(...FORMS)});
    const deliveries = fc.array(fc.array(file, {minLength: 1, maxLength: 3}), {minLength: 1, maxLength: 2});
    await fc.assert(
      fc.asyncProperty(deliveries, fc.integer({min: 2, max: 60}), async (given, oneIn) => {
        let nth = 0;
        await linesHold(given.map((own) => own.map((each) => plantedFile({...each, oneIn, nth: ++nth}))));
      }),
      {numRuns: 12}
    );
  });

  it.each<[Form, number]>([
    ["plain", 1],
    ["crlf", 2],
    ["many-lined", 3]
  ])("is where it stands in a file of more than one buffer of the engine (%s, seed %i)", async (form, seed) => {
    const file = plantedFile({seed, rows: 300_000, form, oneIn: 400, nth: 1});
    expect(file.text.length).toBeGreaterThan(8 << 20);
    expect(file.bad.length).toBeGreaterThan(500);
    await linesHold([[file]]);
  });

  it("is still there after later deliveries, in a warehouse on the disk that is closed and opened again", async () => {
    const path = join(await newFolder(), "warehouse.duckdb");
    const source = demoWith({exposures: {files: ["exposures.csv"], delivery: "full"}});
    const first = plantedFile({seed: 7, rows: 150_000, form: "plain", oneIn: 300, nth: 1}); // more than one row group
    const second = plantedFile({seed: 8, rows: 90_000, form: "plain", oneIn: 300, nth: 1});
    for (const text of [first.text, legible(second)]) {
      await onDisk(path, async (engine) => {
        await loadSource(engine, source, await plantedFolder({"exposures.csv": text}), ANY_NUMBER);
        await engine.run("checkpoint");
      });
    }
    await onDisk(path, async (engine) => {
      const [ended] = await rows(engine, "select count(*) as n from raw_exposures where superseded_by is not null");
      expect(ended!["n"]).toBeGreaterThan(50_000n);
      expect(await loadedLines(engine)).toMatchObject({elsewhere: 0n});
    });
  });
});

/** A file whose lines are all records: with others among them a full delivery ends nothing. */
function legible({text, bad}: PlantedFile): string {
  const illegible = new Set(bad.filter(({rule}) => rule === "wrong_field_count").map(({line}) => line));
  const lines = text.split("\n");
  const record = lines[0]!.replace(/[^,]+/g, "never");
  return lines.map((line, at) => (illegible.has(at + 1) ? record : line)).join("\n");
}

async function onDisk(path: string, work: (engine: Engine) => Promise<void>): Promise<void> {
  const engine = await openDuckDB(path);
  try {
    await work(engine);
  } finally {
    engine.close();
  }
}

/** Loads deliveries of planted files: what they planted must stand in quarantine, and all else be loaded, each with its line. */
async function linesHold(deliveries: readonly (readonly PlantedFile[])[]): Promise<void> {
  await inMemory(async (engine) => {
    let nth = 0;
    const planted: string[] = [];
    for (const files of deliveries) {
      const named = files.map((file) => [`exposures-${++nth}.csv`, file] as const);
      const folder = await plantedFolder(Object.fromEntries(named.map(([name, {text}]) => [name, text])));
      await loadSource(engine, exposuresInParts, folder, ANY_NUMBER);
      planted.push(...named.flatMap(([name, {bad}]) => bad.map(({line, rule}) => `${name}:${line} ${rule}`)));
    }
    const found = await rows(
      engine,
      "select source_file || ':' || source_line || ' ' || rule as it from quarantine where extract = 'exposures'"
    );
    expect(found.map(({it: said}) => String(said)).sort()).toEqual(planted.sort());
    const all = deliveries.flat().reduce((sum, file) => sum + file.rows, 0);
    expect(await loadedLines(engine)).toEqual({loaded: BigInt(all - planted.length), elsewhere: 0n});
  });
}

/** How many rows are loaded, and how many of them another line is derived for than the one that they say in `drawn`. */
async function loadedLines(engine: Engine): Promise<Record<string, unknown>> {
  const [counted] = await rows(
    engine,
    `select count(*) as loaded, count(*) filter (coalesce(source_line, place + shift) is distinct from drawn) as elsewhere
    from (select *, rowid as place from raw_exposures where outcome is null) as held
    asof left join load_line_shifts as shifts
      on shifts.file_id = held.file_id and shifts.first_row <= held.place`
  );
  return counted!;
}
