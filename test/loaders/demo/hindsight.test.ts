import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {firmOf} from "#loaders/demo/bank/firms.js";
import {writeBooks} from "#loaders/demo/books.js";
import {HISTORY_MONTHS, monthEnd} from "#loaders/demo/calendar.js";
import {drawsOf, STREAM, type Draws} from "#loaders/demo/draws.js";
import {EXTRACT_FILES} from "#loaders/demo/files/extractFiles.js";
import {sqlFile} from "#loaders/demo/sqlFile.js";
import {factorsOf, type Factors} from "#loaders/demo/truth/factors.js";
import {TRUTH} from "#loaders/demo/truth/parameters.js";
import {numbersOf} from "#warehouse/engine/columns.js";
import {openDuckDB} from "#warehouse/engine/duckdb.js";
import type {TableContract} from "#warehouse/contract.js";
import type {Engine} from "#warehouse/engine/engine.js";

const EXTRACTS = EXTRACT_FILES.map(({contract}) => contract);
const OBLIGORS = 300;
const SEED = 17;

/** Streams whose step is a month of the books. */
const BY_MONTH: ReadonlySet<number> = new Set([STREAM.shock, STREAM.leaving, STREAM.litigation]);
/** What becomes of an episode, drawn at its first month and seen in the months after it. */
const BY_EPISODE: ReadonlySet<number> = new Set([
  STREAM.fatal,
  STREAM.length,
  STREAM.distress,
  STREAM.cure,
  STREAM.writeOff
]);
/** Streams whose step counts from the first month of the obligor's ledger. */
const BY_AGE: ReadonlySet<number> = new Set([
  STREAM.own,
  STREAM.sales,
  STREAM.turnover,
  STREAM.cost,
  STREAM.collection,
  STREAM.investment
]);

/** Extracts that nothing of what happens to an obligor moves, or that are too small here to show it. */
const UNMOVED: ReadonlySet<string> = new Set(["consents", "fx_rates", "projects", "project_cashflows"]);

/** Columns that are filled in later, each with the column that says on which day. */
const FILLED_ON: Readonly<Record<string, string>> = {
  paid_date: "paid_date",
  amount_paid: "paid_date",
  settled_date: "settled_date",
  delivered_date: "delivered_date",
  cancelled_date: "cancelled_date",
  withdrawn_date: "withdrawn_date",
  released_date: "released_date"
};

/** The draws of one seed up to the end of a month, and of another for all that happens after it. */
function drawsUpTo(month: number): Draws {
  const [before, after] = [drawsOf(SEED), drawsOf(SEED + 1)];
  const firstMonths = Array.from({length: OBLIGORS}, (_, item) => Math.max(0, firmOf(before, item).onboarded));
  const at = (stream: number, item: number, step: number): Draws => {
    if (BY_MONTH.has(stream)) return step > month ? after : before;
    if (BY_EPISODE.has(stream)) return step % 1000 >= month ? after : before;
    if (BY_AGE.has(stream)) return firstMonths[item]! - HISTORY_MONTHS + step > month ? after : before;
    if (stream === STREAM.series) return step - HISTORY_MONTHS > month ? after : before;
    return before;
  };
  return {
    bits: (stream, item, step) => at(stream, item, step).bits(stream, item, step),
    uniform: (stream, item, step) => at(stream, item, step).uniform(stream, item, step),
    normal: (stream, item, step) => at(stream, item, step).normal(stream, item, step)
  };
}

/** Factors that fall far after the month, so that many who lived now default. */
function factorsUpTo(month: number): Factors {
  const {macro, bySection, levels} = factorsOf(drawsOf(SEED), TRUTH);
  const fallen = (path: Float64Array): Float64Array =>
    path.map((value, step) => (step - HISTORY_MONTHS > month ? value - 1.5 : value));
  return {macro: fallen(macro), bySection, levels: levels.map(fallen)};
}

/** What was known of an extract by a day. */
function knownSql(prefix: string, {name, columns, dates}: TableContract, day: string): string {
  const shown = Object.keys(columns).map((column) => {
    const filledOn = FILLED_ON[column];
    return filledOn === undefined ? `"${column}"` : `case when ${filledOn} <= ${day} then "${column}" end`;
  });
  return `select ${shown.join(", ")} from ${prefix}_${name} where "${dates!.published}" <= ${day}`;
}

describe.each([23, 71])("when everything after month %i comes otherwise", (month) => {
  let engine: Engine;
  const day = `date '1970-01-01' + ${monthEnd(month)}`;

  async function write(prefix: string, draws: Draws, factors: Factors): Promise<void> {
    await writeBooks(engine, SEED, {draws, truth: TRUTH, factors, obligors: OBLIGORS});
    for (const {name} of EXTRACTS) {
      await engine.run(sqlFile(`extracts/${name}`));
      await engine.run(`create table ${prefix}_${name} as select * from extract_${name}`);
    }
  }

  async function count(sql: string): Promise<number> {
    return numbersOf(await engine.columns(`select count(*) as n from (${sql})`), "n")[0]!;
  }

  beforeAll(async () => {
    engine = await openDuckDB(":memory:");
    await write("one", drawsOf(SEED), factorsOf(drawsOf(SEED), TRUTH));
    await write("other", drawsUpTo(month), factorsUpTo(month));
  }, 60_000);
  afterAll(() => engine.close());

  it.each(EXTRACTS.map((contract) => [contract.name, contract] as const))(
    "%s known by then stay as they were",
    async (_, contract) => {
      const [one, other] = [knownSql("one", contract, day), knownSql("other", contract, day)];
      expect(await count(one)).toBeGreaterThan(0);
      expect(await count(`(${one}) except all (${other})`)).toBe(0);
      expect(await count(`(${other}) except all (${one})`)).toBe(0);
    }
  );

  it("every extract differs afterwards that depends on what happens", async () => {
    for (const {name} of EXTRACTS) {
      if (UNMOVED.has(name)) continue;
      const [one, other] = ["one", "other"].map((prefix) => `select * exclude (pos) from ${prefix}_${name}`);
      expect([name, await count(`(${one}) except all (${other})`)]).not.toEqual([name, 0]);
    }
  });
});
