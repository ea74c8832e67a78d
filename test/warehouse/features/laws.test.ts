import {afterAll, describe, expect, it} from "vitest";
import {openDuckDB} from "#warehouse/engine/duckdb.js";
import {defineMacros} from "#warehouse/macros/macros.js";
import {
  buildAs,
  differences,
  openDemoWorld,
  stageAll,
  stageKnownBy,
  stageShuffled,
  uncut
} from "../../support/leak/demoWorld.js";

const DATES = ["2018-06-30", "2021-02-28", "2024-09-30"];
const of = (day: string) => `observation_date = date '${day}'`;

const engine = await openDuckDB(":memory:", {threads: 2});
await defineMacros(engine);
await openDemoWorld(engine, 250);
await buildAs(engine, "full");
afterAll(() => engine.close());

describe("what was known on a day", () => {
  it("is less than all, of every extract, and nothing of it is later", async () => {
    await stageKnownBy(engine, DATES[0]!);
    expect(await uncut(engine, DATES[0]!)).toEqual({whole: [], late: []});
    await stageAll(engine);
    expect((await uncut(engine, DATES[0]!)).late).toEqual(expect.arrayContaining(["repayments", "orders", "projects"]));
  });
});

describe("the features of an obligor on a date", () => {
  it.each(DATES)("are the same when what became known later is not there: %s", async (day) => {
    await stageKnownBy(engine, day);
    await buildAs(engine, "known", of(day));
    expect(await differences(engine, "full", "known", of(day))).toEqual([]);
  });

  it("are the same when no other date is built", async () => {
    const day = DATES[1]!;
    await stageAll(engine);
    await buildAs(engine, "alone", of(day));
    expect(await differences(engine, "full", "alone", of(day))).toEqual([]);
  });

  it("are the same when few other obligors are built, on some of the dates", async () => {
    const few = "obligor_id like '%7' and month(observation_date) in (3, 8)";
    await stageAll(engine);
    await buildAs(engine, "few", few);
    expect(await differences(engine, "full", "few", few)).toEqual([]);
  });

  it("are the same when the rows come in another order, on four threads", async () => {
    await stageShuffled(engine);
    await engine.run("set threads = 4");
    await buildAs(engine, "shuffled");
    expect(await differences(engine, "full", "shuffled")).toEqual([]);
  });

  it("are the same on one thread", async () => {
    await stageAll(engine);
    await engine.run("set threads = 1");
    await buildAs(engine, "single");
    expect(await differences(engine, "full", "single")).toEqual([]);
  });
});
