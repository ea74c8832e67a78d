import {afterAll, describe, expect, it} from "vitest";
import {EXTRACTS} from "#loaders/contracts/index.js";
import {openDuckDB} from "#warehouse/engine/duckdb.js";
import {defineMacros} from "#warehouse/macros/macros.js";
import {heldToContract} from "#warehouse/sqlTable.js";
import {EARLIER, NEXT_DAY, OBSERVED} from "../../support/leak/dates.js";
import {daysAfter} from "../../support/leak/days.js";
import {ENDINGS, NO_ENDINGS} from "../../support/leak/endings.js";
import {earlierPlants, plants} from "../../support/leak/plants.js";
import {statement} from "../../support/leak/statements.js";
import {announced, filedLate} from "../../support/leak/versions.js";
import {
  columnsMoved,
  everyFeature,
  featuresWith,
  moves,
  naming,
  openLeakWorld,
  readBy,
  readersOf,
  PAIRS,
  tellingTables,
  type Change
} from "../../support/leak/world.js";

const engine = await openDuckDB(":memory:", {threads: 2});
await defineMacros(engine);
await openLeakWorld(engine);
const before = await featuresWith(engine, [...tellingTables.keys()]);
afterAll(() => engine.close());

const movedBy = async (change: Change) => moves(before, await featuresWith(engine, readersOf(change.extract), change));
/** The columns that a change moves on the observation date or before it. */
const movedByThen = async (change: Change) =>
  columnsMoved((await movedBy(change)).filter(({observationDate}) => observationDate <= OBSERVED));

const features = new Set(everyFeature.map(({table, name}) => `${table}.${name}`));
const extracts = EXTRACTS.map(({name}) => name);
const dated = EXTRACTS.filter(({dates}) => dates !== undefined).map(({name}) => name);
const read = extracts.filter((name) => readersOf(name).length > 0);

describe("the bank of the leak tests", () => {
  it("gives every feature a value", () => {
    const empty = everyFeature.filter(({table, name}) => {
      const observed = before
        .get(table)!
        .find((row) => row["obligor_id"] === "A" && row["observation_date"] === OBSERVED);
      return observed![name] === null;
    });
    expect(empty.map(({table, name}) => `${table}.${name}`)).toEqual([]);
  });

  it.each([...tellingTables])("keeps %s to its contract", async (_, {contract}) => {
    expect(await heldToContract(engine, contract)).toBe(PAIRS.length);
  });

  it.each(dated)("has rows of %s to plant", (extract) => {
    expect(plants[extract]!(NEXT_DAY).length).toBeGreaterThan(0);
  });
});

describe("what a feature says it comes from", () => {
  it.each([...tellingTables])("is what the SQL of %s reads", (name, table) => {
    const named = new Set(everyFeature.filter((one) => one.table === name).flatMap(({feature}) => feature.from));
    expect([...named].sort()).toEqual(readBy(table).sort());
  });

  it.each(read)("is what it needs: without %s exactly the features that name it change", async (extract) => {
    const moved = columnsMoved(await movedBy({extract, isEmptied: true})).filter((column) => features.has(column));
    expect(moved.sort()).toEqual(naming(extract, readersOf(extract)).sort());
  });
});

describe("what became known one day after the observation date", () => {
  it.each(dated)("changes nothing when planted in %s", async (extract) => {
    expect(await movedByThen({extract, rows: plants[extract]!(NEXT_DAY)})).toEqual([]);
  });

  it.each(Object.keys(announced))("changes nothing when it had been announced, in %s", async (extract) => {
    expect(await movedByThen({extract, rows: announced[extract]!(NEXT_DAY)})).toEqual([]);
  });
});

describe("what became known on the observation date", () => {
  it.each(read.filter((extract) => dated.includes(extract)))(
    "moves what it is about when planted in %s, in each table that reads it",
    async (extract) => {
      const rows = [...plants[extract]!(OBSERVED), ...(earlierPlants[extract] ?? [])];
      const found = await movedBy({extract, rows});
      const moved = columnsMoved(found).filter((column) => features.has(column));
      const named = naming(extract, readersOf(extract));
      expect([...new Set(moved.map((column) => column.split(".")[0]))]).toEqual(readersOf(extract));
      expect(moved.filter((column) => !named.includes(column))).toEqual([]);
      expect(found.filter(({observationDate}) => observationDate === EARLIER)).toEqual([]);
    }
  );
});

describe("an end that comes one day after the observation date", () => {
  it("is every date of an extract that is filled later", () => {
    const mayBeEmpty = EXTRACTS.flatMap(({name, columns}) =>
      Object.entries(columns)
        .filter(([, {type, nullable}]) => type === "date" && nullable)
        .map(([column]) => `${name}.${column}`)
    );
    const ends = ENDINGS.map(({extract, column}) => `${extract}.${column}`);
    expect([...ends, ...NO_ENDINGS].sort()).toEqual(mayBeEmpty.sort());
  });

  it.each(ENDINGS)("is not seen: $column of $extract", async ({extract, column, after = {}}) => {
    expect(await movedByThen({extract, update: ended(NEXT_DAY, column, after)})).toEqual([]);
  });
});

describe("an end that has come by the observation date", () => {
  const named = ENDINGS.flatMap((ending) =>
    readersOf(ending.extract)
      .filter((name) => new RegExp(`\\b${ending.column}\\b`).test(tellingTables.get(name)!.sql))
      .map((table) => ({...ending, table}))
  );
  it.each(named)(
    "is seen in $table: $column of $extract",
    async ({extract, column, isLastDay = false, after = {}, table}) => {
      const day = isLastDay ? daysAfter(OBSERVED, -1) : OBSERVED;
      const found = await movedBy({extract, update: ended(day, column, after)});
      expect(found.map((move) => move.table)).toContain(table);
    }
  );
});

describe("an older period or version that is filed late", () => {
  it.each(Object.keys(filedLate))("does not win: %s", async (extract) => {
    expect(await movedByThen({extract, rows: filedLate[extract]!(daysAfter(OBSERVED, -1))})).toEqual([]);
  });
});

describe("a correction of the latest year", () => {
  const corrected = (day: string): Change => ({
    extract: "financial_statements",
    rows: [statement("A", "2021-12-31", day, {total_assets: 1_000_000, total_liabilities: 900_000})]
  });
  const seen = async (day: string) => {
    const tables = await featuresWith(engine, ["feat_statements"], corrected(day));
    return tables.get("feat_statements")!.find((row) => row["observation_date"] === OBSERVED)!;
  };

  it("is what the ratios are of from the day on which it is known", async () => {
    expect(await seen(OBSERVED)).toMatchObject({period_end: "2021-12-31", leverage_ratio: 0.9});
    expect((await seen(NEXT_DAY))["leverage_ratio"]).not.toBe(0.9);
  });
});

function ended(day: string, column: string, after: Readonly<Record<string, string>>): string {
  const others = Object.entries(after).map(([name, value]) => `, ${name} = ${value}`);
  return `set ${column} = date '${day}'${others.join("")} where ${column} is null`;
}
