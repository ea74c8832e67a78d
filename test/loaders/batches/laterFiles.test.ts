import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {loadSource, type LoadReport} from "#loaders/load.js";
import type {Source} from "#loaders/sources/contract.js";
import type {Engine} from "#warehouse/engine/engine.js";
import {imbalances} from "../support/balance.js";
import {demoWith, exposuresInParts, plantedFolder} from "../support/exposureSource.js";
import {csvOf, exposure, newFolder} from "../support/smallBank.js";
import {inMemory, rows} from "../support/warehouse.js";

const ANY_NUMBER = {quarantineLimit: 1};
const DAY = "2020-01-31";

/** Files of exposures of F0 to F9, each a text of pairs of a facility and what is drawn. */
type Files = readonly string[];

const inFull = demoWith({exposures: {files: ["exposures*.csv"], delivery: "full"}});

/** The same columns by a mapping that is written out: another mapping of the same meaning. */
const remapped = demoWith({
  exposures: {
    files: ["exposures*.csv"],
    delivery: "increment",
    mapping: {
      kind: "columns",
      columns: Object.fromEntries(
        ["facility_id", "month_end", "limit", "drawn", "days_past_due"].map((name) => [name, {from: name}])
      ),
      where: [],
      currency: null
    }
  }
});

describe("a later file of an increment", () => {
  it("corrects what an earlier file of the same delivery says", async () => {
    await inMemory(async (engine) => {
      const {batches} = await load(engine, ["F0 1, F1 1", "F0 2, F2 1"]);
      expect(await drawn(engine)).toBe("F0 2, F1 1, F2 1");
      expect(countsOf(batches)).toEqual({rowsIn: 4, loaded: 4, duplicates: 0, quarantined: 0, superseded: 1});
      expect(await versions(engine, "F0")).toBe("1 superseded in its own batch, 2 in force");
      expect(await imbalances(engine)).toEqual([]);
    });
  });

  it("repeats the file before it, and not one before that", async () => {
    await inMemory(async (engine) => {
      const {batches} = await load(engine, ["F0 1, F1 5", "F0 2, F1 5", "F0 1", "F0 1"]);
      expect(await drawn(engine)).toBe("F0 1, F1 5");
      expect(countsOf(batches)).toEqual({rowsIn: 6, loaded: 4, duplicates: 2, quarantined: 0, superseded: 2});
    });
  });

  it("speaks with its first row of a key", async () => {
    await inMemory(async (engine) => {
      const {batches} = await load(engine, ["F0 1", "F0 2, F0 3, F0 2, F0 1"]);
      expect(await drawn(engine)).toBe("F0 2");
      expect(countsOf(batches)).toEqual({rowsIn: 5, loaded: 2, duplicates: 1, quarantined: 2, superseded: 1});
      expect(await imbalances(engine)).toEqual([]);
    });
  });

  it("speaks with its first line of a key, in whatever order its rows come out of the mapping", async () => {
    const file = join(await newFolder(), "upside_down.sql");
    await writeFile(file, "select * from source_rows order by source_line desc");
    const upsideDown = demoWith({
      exposures: {
        files: ["exposures*.csv"],
        delivery: "increment",
        mapping: {
          kind: "sql",
          file: pathToFileURL(file),
          reads: ["facility_id", "month_end", "limit", "drawn", "days_past_due"]
        }
      }
    });
    await inMemory(async (engine) => {
      await load(engine, ["F0 1, F0 2", "F0 3, F0 4"], upsideDown);
      expect(await drawn(engine)).toBe("F0 3");
      expect(await versions(engine, "F0")).toBe("1 superseded in its own batch, 3 in force");
    });
  });

  it("is not outdone where all files are read again under another mapping", async () => {
    await inMemory(async (engine) => {
      await load(engine, ["F0 1, F1 1"]);
      const both = ["F0 1, F1 1", "F0 2"];
      await load(engine, both);
      expect(await drawn(engine)).toBe("F0 2, F1 1");
      const {batches} = await load(engine, both, remapped);
      expect(batches).toHaveLength(1);
      expect(await drawn(engine)).toBe("F0 2, F1 1");
      expect(await imbalances(engine)).toEqual([]);
    });
  });

  it("that says what was in force before leaves it in force", async () => {
    await inMemory(async (engine) => {
      await load(engine, ["F0 1"]);
      const {batches} = await load(engine, ["F0 1", "F0 2", "F0 1, F1 1"]);
      expect(await drawn(engine)).toBe("F0 1, F1 1");
      expect(countsOf(batches)).toEqual({rowsIn: 3, loaded: 2, duplicates: 1, quarantined: 0, superseded: 1});
      expect(await imbalances(engine)).toEqual([]);
    });
  });

  it("gives what the files one after another give, whatever they say", async () => {
    const row = fc.tuple(fc.integer({min: 0, max: 3}), fc.integer({min: -1, max: 3}));
    const file = fc.array(row, {minLength: 1, maxLength: 6});
    await fc.assert(
      fc.asyncProperty(
        fc.array(file, {minLength: 1, maxLength: 4}),
        fc.boolean(),
        async (given, hasCarriageReturns) => {
          // no two alike: a file is known by its bytes
          const files = given.map((own, at) =>
            [...own, [4 + at, 1]].map(([id, amount]) => `F${id} ${amount}`).join(", ")
          );
          const end = hasCarriageReturns ? "\r\n" : "\n";
          const atOnce = await inMemory(async (engine) => {
            await load(engine, files, exposuresInParts, end);
            expect(await imbalances(engine)).toEqual([]);
            return await drawn(engine);
          });
          const oneByOne = await inMemory(async (engine) => {
            for (const at of files.keys()) await load(engine, files.slice(0, at + 1), exposuresInParts, end);
            expect(await imbalances(engine)).toEqual([]);
            return await drawn(engine);
          });
          expect(atOnce).toBe(oneByOne);
        }
      ),
      {numRuns: 8}
    );
  });
});

describe("a later file of a full delivery", () => {
  it("does not outdo the first row of a key", async () => {
    await inMemory(async (engine) => {
      const {batches} = await load(engine, ["F0 1, F1 1", "F0 2, F1 1"], inFull);
      expect(await drawn(engine)).toBe("F0 1, F1 1");
      expect(countsOf(batches)).toEqual({rowsIn: 4, loaded: 2, duplicates: 1, quarantined: 1, superseded: 0});
    });
  });
});

async function load(
  engine: Engine,
  files: Files,
  source: Source = exposuresInParts,
  lineEnd = "\n"
): Promise<LoadReport> {
  const folder = await plantedFolder({});
  for (const [at, file] of files.entries()) {
    const said = file.split(", ").map((pair) => pair.split(" ") as [string, string]);
    const text = csvOf(said.map(([id, amount]) => exposure(id, DAY, {drawn: amount})));
    await writeFile(join(folder, `exposures-${at}.csv`), text.replaceAll("\n", lineEnd));
  }
  return await loadSource(engine, source, folder, ANY_NUMBER);
}

async function drawn(engine: Engine): Promise<unknown> {
  const [found] = await rows(
    engine,
    `select coalesce(string_agg(facility_id || ' ' || cast(drawn as integer), ', ' order by facility_id), '') as it
     from stg_exposures`
  );
  return found!["it"];
}

async function versions(engine: Engine, facility: string): Promise<unknown> {
  const [found] = await rows(
    engine,
    `select string_agg(cast(drawn as integer) || case when superseded_by = batch_id then ' superseded in its own batch'
       when superseded_by is null then ' in force' else ' superseded' end, ', ' order by file_id) as it
     from raw_exposures where facility_id = '${facility}' and outcome is null`
  );
  return found!["it"];
}

function countsOf(batches: LoadReport["batches"]): Record<string, unknown> {
  const {rowsIn, loaded, duplicates, quarantined, superseded} = batches.find(({extract}) => extract === "exposures")!;
  return {rowsIn, loaded, duplicates, quarantined, superseded};
}
