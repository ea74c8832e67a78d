import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {loadSource} from "#loaders/load.js";
import {sourceOf} from "#loaders/source.js";
import {openDuckDB} from "#warehouse/engine/duckdb.js";
import type {Engine} from "#warehouse/engine/engine.js";
import {drawsFrom} from "../../support/random.js";
import {exposure, SMALL_BANK, writeBank, type Bank} from "../support/smallBank.js";
import {contents, inMemory, rows} from "../support/warehouse.js";

const demo = sourceOf("demo");
const SEED = 11;
const now = () => new Date(0);

/** Adds, corrects, ends and quarantines. */
const LATER: Bank = {
  ...SMALL_BANK,
  exposures: [
    exposure("F1", "2020-01-31", {drawn: "5"}),
    exposure("F1", "2020-03-31"),
    exposure("F1", "2020-04-30", {drawn: "-1"})
  ],
  repayments: SMALL_BANK["repayments"]!.slice(1)
};

describe("a load that does not come to its end", () => {
  let engine: Engine;
  let later: string;
  let before: Record<string, unknown>;

  beforeAll(async () => {
    engine = await openDuckDB(":memory:");
    await loadSource(engine, demo, await writeBank(SMALL_BANK), {now});
    before = await contents(engine);
    later = await writeBank(LATER);
  });
  afterAll(() => engine.close());

  it("leaves every table as it was, whatever it was doing", async () => {
    const told: string[] = [];
    await inMemory(async (other) => {
      await loadSource(other, demo, await writeBank(SMALL_BANK));
      await loadSource(other, demo, later, {onProgress: (line) => told.push(line)});
    });
    expect(told).toEqual([
      "checking exposures.csv",
      "checking repayments.csv",
      "reading exposures",
      "reading repayments",
      "making the delivery visible"
    ]);
    for (const last of told) {
      const onProgress = (line: string) => {
        if (line === last) throw new Error(`stopped at ${line}`);
      };
      await expect(loadSource(engine, demo, later, {onProgress})).rejects.toThrow(`stopped at ${last}`);
      expect(await contents(engine), last).toEqual(before);
    }
  });

  it(`leaves every table as it was, whichever statement of the transaction fails (seed ${SEED})`, async () => {
    const all = await inMemory(async (other) => {
      await loadSource(other, demo, await writeBank(SMALL_BANK), {now});
      const counting = failingAt(other, Infinity);
      await loadSource(counting.engine, demo, later, {now});
      return counting.statements();
    });
    expect(all).toBeGreaterThan(40);
    const draw = drawsFrom(SEED);
    for (const nth of [1, all, ...Array.from({length: 8}, () => 1 + draw(all))]) {
      await expect(loadSource(failingAt(engine, nth).engine, demo, later, {now})).rejects.toThrow("the engine failed");
      expect(await contents(engine), `statement ${nth} of ${all}`).toEqual(before);
    }
  });

  it("leaves every table as it was when it is called off", async () => {
    const calledOff = new AbortController();
    const onProgress = (line: string) => {
      if (line === "reading exposures") calledOff.abort(new Error("called off"));
    };
    await expect(loadSource(engine, demo, later, {onProgress, signal: calledOff.signal})).rejects.toThrow("called off");
    expect(await contents(engine)).toEqual(before);
  });

  it("leaves every table as it was when too many rows are in quarantine", async () => {
    const months = Array.from({length: 21}, (_, nth) =>
      exposure("F2", `20${10 + (nth % 9)}-0${1 + (nth % 9)}-01`, {drawn: "-1"})
    );
    const spoilt = await writeBank({...LATER, exposures: [...LATER["exposures"]!, ...months]});
    await expect(loadSource(engine, demo, spoilt)).rejects.toThrow("more than the 5 % allowed");
    expect(await contents(engine)).toEqual(before);
  });

  it("can be repeated, and gives what one gives that was never disturbed", async () => {
    await loadSource(engine, demo, later, {now});
    const undisturbed = await inMemory(async (other) => {
      await loadSource(other, demo, await writeBank(SMALL_BANK), {now});
      await loadSource(other, demo, later, {now});
      return await contents(other);
    });
    expect(await contents(engine)).toEqual(undisturbed);
  });
});

it("a landing table that a killed load left is gone after the next", async () => {
  const folder = await writeBank(SMALL_BANK);
  await inMemory(async (engine) => {
    await engine.run("create table landing_exposures (facility_id varchar); create table landing_cells (c0 varchar)");
    await loadSource(engine, demo, folder);
    expect(
      await rows(engine, "select table_name from information_schema.tables where starts_with(table_name, 'landing_')")
    ).toEqual([]);
  });
});

/** An engine that fails at one of the statements that it is given inside a transaction, counting from 1. */
function failingAt(engine: Engine, nth: number): {readonly engine: Engine; readonly statements: () => number} {
  let isInside = false;
  let statements = 0;
  const count = () => {
    if (isInside && ++statements === nth) throw new Error("the engine failed");
  };
  const failing: Engine = {
    ...engine,
    async run(sql, parameters) {
      count();
      await engine.run(sql, parameters);
    },
    async columns(sql, parameters) {
      count();
      return await engine.columns(sql, parameters);
    },
    async write(table, columns) {
      count();
      await engine.write(table, columns);
    },
    async transaction(work) {
      isInside = true;
      try {
        return await engine.transaction(work);
      } finally {
        isInside = false;
      }
    }
  };
  return {engine: failing, statements: () => statements};
}
