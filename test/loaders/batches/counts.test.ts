import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {loadSource} from "#loaders/load.js";
import {UserError} from "#warehouse/engine/userError.js";
import {drawsFrom} from "../../support/random.js";
import {imbalances} from "../support/balance.js";
import {demoWith, exposuresInParts, plantedFolder} from "../support/exposureSource.js";
import {FORMS, plantedFile} from "../support/planted.js";
import {inMemory, rows} from "../support/warehouse.js";

const ANY_NUMBER = {quarantineLimit: 1};
const QUOTE = '"'.charCodeAt(0);

const planted = fc.record({
  seed: fc.nat(),
  rows: fc.integer({min: 5, max: 400}),
  form: fc.constantFrom(...FORMS),
  oneIn: fc.integer({min: 2, max: 40})
});

describe("rows in", () => {
  it("are the rows loaded, repeated, quarantined and left out, batch by batch, whatever was planted", async () => {
    await fc.assert(
      fc.asyncProperty(planted, fc.boolean(), async (given, isPacked) => {
        const file = plantedFile({...given, nth: 1});
        const folder = await plantedFolder({});
        const name = `exposures-1.csv${isPacked ? ".gz" : ""}`;
        await writeFile(join(folder, name), isPacked ? gzipSync(file.text) : file.text);
        const later = await plantedFolder({
          "exposures-2.csv": plantedFile({...given, rows: given.rows + 3, nth: 1}).text
        });
        await inMemory(async (engine) => {
          await loadSource(engine, exposuresInParts, folder, ANY_NUMBER);
          await loadSource(engine, exposuresInParts, later, ANY_NUMBER);
          expect(await imbalances(engine)).toEqual([]);
          const batches = await rows(
            engine,
            "select rows_in, loaded, duplicates from load_batches where extract = 'exposures' order by batch_id"
          );
          const duplicates = file.bad.filter(({rule}) => rule === "duplicate").length;
          const loaded = file.rows - file.bad.length;
          expect(batches[0]).toEqual({rows_in: file.rows, loaded, duplicates});
          expect(batches[1]!["rows_in"]).toBe(file.rows + 3);
          expect(batches[1]!["duplicates"]).toBeGreaterThanOrEqual(loaded + duplicates);
        });
      }),
      {numRuns: 10}
    );
  });

  it("are as many as there are lines, whatever bytes stand in them", async () => {
    await fc.assert(
      fc.asyncProperty(planted, fc.integer({min: 1, max: 40}), async (given, blows) => {
        const file = plantedFile({...given, form: "plain", nth: 1});
        const bytes = Buffer.from(file.text);
        const draw = drawsFrom(given.seed);
        const header = bytes.indexOf("\n") + 1;
        const isBreak = (byte: number) => byte === 10 || byte === 13 || byte === QUOTE;
        for (let blow = 0; blow < blows; blow++) {
          const at = header + draw(bytes.length - header);
          const byte = draw(256);
          if (!isBreak(byte) && !isBreak(bytes[at]!)) bytes[at] = byte;
        }
        await loadedOrRefused(bytes, ({rows_in}) => expect(rows_in).toBe(file.rows));
      }),
      {numRuns: 25}
    );
  });

  it("add up whatever was cut out of a file, put into it or overwritten", async () => {
    await fc.assert(
      fc.asyncProperty(planted, fc.integer({min: 1, max: 6}), async (given, blows) => {
        let bytes = Buffer.from(plantedFile({...given, nth: 1}).text);
        const draw = drawsFrom(given.seed);
        for (let blow = 0; blow < blows; blow++) {
          const [at, cut] = [draw(bytes.length), draw(30)];
          const put = Buffer.from(Array.from({length: draw(8)}, () => [draw(256), 10, 13, QUOTE, 44, 0][draw(6)]!));
          bytes = Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + cut)]);
        }
        await loadedOrRefused(bytes);
      }),
      {numRuns: 25}
    );
  });

  it("count what the filter of the mapping does not take as left out", async () => {
    const columns = Object.fromEntries(
      ["facility_id", "month_end", "limit", "drawn", "days_past_due"].map((name) => [name, {from: name}])
    );
    const source = demoWith({
      exposures: {
        files: ["exposures*.csv"],
        mapping: {kind: "columns", columns, where: [{column: "note", notIn: ["备注"]}], currency: null}
      }
    });
    const {text, rows: all} = plantedFile({seed: 4, rows: 900, form: "plain", oneIn: 1e9, nth: 1});
    const filtered = text.split("\n").filter((line) => line.endsWith(",备注")).length;
    expect(filtered).toBeGreaterThan(100);
    await inMemory(async (engine) => {
      const {tables} = await loadSource(engine, source, await plantedFolder({"exposures-1.csv": text}));
      const {extract: _, ...counts} = tables.find(({extract}) => extract === "exposures")!;
      expect(counts).toEqual({rowsIn: all, loaded: all - filtered, duplicates: 0, quarantined: 0, leftOut: filtered});
      expect(await imbalances(engine)).toEqual([]);
    });
  });
});

/** Loads a file of exposures that may be good for nothing. */
async function loadedOrRefused(
  bytes: Buffer,
  check: (batch: Record<string, unknown>) => void = () => undefined
): Promise<void> {
  const folder = await plantedFolder({});
  await writeFile(join(folder, "exposures-1.csv"), bytes);
  await inMemory(async (engine) => {
    try {
      await loadSource(engine, exposuresInParts, folder, ANY_NUMBER);
    } catch (error) {
      expect(error).toBeInstanceOf(UserError);
      expect(await rows(engine, "select * from load_batches")).toEqual([]);
      return;
    }
    expect(await imbalances(engine)).toEqual([]);
    const [batch] = await rows(engine, "select * from load_batches where extract = 'exposures'");
    check(batch!);
  });
}
