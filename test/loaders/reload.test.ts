import {rename} from "node:fs/promises";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {loadSource} from "#loaders/load.js";
import {sourceOf} from "#loaders/source.js";
import {exposure, SMALL_BANK, withRows, writeBank} from "./support/smallBank.js";
import {contents, inMemory, staged} from "./support/warehouse.js";

const demo = sourceOf("demo");
const DIRTY = withRows(SMALL_BANK, "exposures", exposure("F9", "2020-01-31"), exposure("F1", "2020-01-31"));

describe("loadSource, into a warehouse that holds rows", () => {
  it("changes nothing when it loads the same files again, under the same names or others", async () => {
    const folder = await writeBank(DIRTY);
    await inMemory(async (engine) => {
      const once = await loadSource(engine, demo, folder, {now: () => new Date(0)});
      const before = await contents(engine);
      const twice = await loadSource(engine, demo, folder);
      expect(await contents(engine)).toEqual(before);
      expect(twice).toEqual({...once, batches: [], alreadyLoaded: Object.keys(DIRTY).map((name) => `${name}.csv`)});
      await rename(join(folder, "exposures.csv"), join(folder, "exposures.parquet")); // known by what is in it
      expect((await loadSource(engine, demo, folder)).batches).toEqual([]);
      expect(await contents(engine)).toEqual(before);
    });
  });

  it("keeps in force what a later delivery does not bring", async () => {
    const [full, small] = await Promise.all([writeBank(SMALL_BANK), writeBank({obligors: SMALL_BANK["obligors"]!})]);
    await inMemory(async (engine) => {
      await loadSource(engine, demo, full!);
      const before = await staged(engine);
      const report = await loadSource(engine, demo, small!);
      expect(await staged(engine)).toEqual(before);
      expect(report.files.map(({name}) => name)).toEqual(Object.keys(SMALL_BANK).map((name) => `${name}.csv`));
    });
  });
});
