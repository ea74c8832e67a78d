import {describe, expect, it} from "vitest";
import {binOf, coarseCuts, cutPoints, equalQuantiles} from "#models/binning/cutPoints.js";
import {informationValue} from "#models/binning/informationValue.js";
import {stabilityOf} from "#models/validation/psi.js";
import {measureSubject, type Measured} from "#pipeline/catalogue/measure.js";
import {subjectOf} from "#pipeline/catalogue/subjects.js";
import {observationKey} from "#warehouse/column.js";
import {defineTable} from "#warehouse/contract.js";
import {featureFrom} from "#warehouse/feature.js";
import type {Engine} from "#warehouse/engine/engine.js";
import {defineMacros, defineTemporaryMacros} from "#warehouse/macros/macros.js";
import {drawsFrom} from "../../support/random.js";
import {withEngine} from "../../support/memoryEngine.js";

const text = {about: {en: "x", zh: "x"}, empty: {en: "x", zh: "x"}, safer: "lower"} as const;
const from = featureFrom("orders");
const subject = subjectOf({
  sql: "",
  contract: defineTable({
    name: "feat_probe",
    about: {en: "x", zh: "x"},
    grain: ["obligor_id", "observation_date"],
    columns: {
      ...observationKey,
      level: from("double", "ratio", text),
      late: from("boolean", "flag", text),
      kind: from("varchar", "code", text),
      whole: from("bigint", "count", text),
      amount: from("decimal(18,2)", "currency", text)
    }
  })
});

interface Row {
  readonly id: number;
  readonly date: string;
  readonly level: number | null;
  readonly defaulted: boolean | null;
  readonly inDefault?: boolean;
}

/** Lays the rows down as a feature table and its targets; `late` is level above one, `whole` and `amount` its parts. */
async function lay(engine: Engine, rows: readonly Row[]): Promise<void> {
  const values = rows.map(({id, date, level, defaulted, inDefault = false}) => {
    return `('${id}', date '${date}', ${level ?? "null"}, ${defaulted ?? "null"}, ${inDefault})`;
  });
  await engine.run(`create or replace temp table probe as select obligor_id, observation_date, cast(level as double) as level, cast(defaulted as boolean) as defaulted, is_in_default
      from (values ${values.join(", ")}) t(obligor_id, observation_date, level, defaulted, is_in_default);
    create or replace table feat_probe as select obligor_id, observation_date, level, level > 1 as late, 'k' as kind,
      cast(floor(level) as bigint) as whole, cast(level as decimal(18, 2)) as amount from probe;
    create or replace table target_default as select obligor_id, observation_date, defaulted, is_in_default from probe`);
}

const measured = async (
  rows: readonly Row[],
  dates = {month: 12 as number | null, outcomesUntil: null as string | null}
) =>
  await withEngine(async (engine) => {
    await defineMacros(engine);
    await lay(engine, rows);
    return await measureSubject(engine, subject, dates);
  });

const of = (found: readonly Measured[], name: string) => found.find(({feature}) => feature.name === name)!;

const hundred = (date: string, level: (id: number) => number | null = (id) => id): Row[] =>
  Array.from({length: 100}, (_, at) => ({id: at + 1, date, level: level(at + 1), defaulted: at >= 90}));

describe("measuring a feature", () => {
  it("tells its spread by date: rows, missing, zeros, least and quantiles", async () => {
    const rows = hundred("2020-12-31", (id) => (id <= 20 ? null : id <= 40 ? 0 : id));
    const [spread] = of(await measured(rows), "level").spreads;
    expect(spread).toMatchObject({date: "2020-12-31", rows: 100, zeroShare: 20 / 80, least: 0});
    expect(spread!.missingShare).toBeCloseTo(0.2, 12);
    // Eighty values: twenty zeros, then 41 to 100; the tenth twentieth is the fortieth value, 60.
    expect(spread!.quantiles).toHaveLength(20);
    expect([spread!.quantiles[4], spread!.quantiles[9], spread!.quantiles[19]]).toEqual([0, 60, 100]);
  });

  it("measures numbers, flags and amounts, and leaves words out", async () => {
    const found = await measured(hundred("2020-12-31"));
    expect(found.map(({feature}) => feature.name)).toEqual(["level", "late", "whole", "amount"]);
    expect(of(found, "late").spreads[0]).toMatchObject({zeroShare: 0.01, least: 0});
    expect(of(found, "late").relation!.bins).toHaveLength(1);
    expect(of(found, "amount").relation!.iv).toBeCloseTo(of(found, "level").relation!.iv, 12);
  });

  it("tells how it goes with default: the counts of its bins, its information value and Gini by hand", async () => {
    const {relation} = of(await measured(hundred("2020-12-31")), "level");
    // Deciles of ten rows are joined until each bin has 25: 30, 30 and 40 rows; all ten defaults are in the last.
    expect(relation!.bins).toMatchObject([
      {lower: null, upper: 30, goods: 30, bads: 0, isMissing: false},
      {lower: 30, upper: 60, goods: 30, bads: 0, isMissing: false},
      {lower: 60, upper: null, goods: 30, bads: 10, isMissing: false}
    ]);
    expect(relation).toMatchObject({observations: 100, defaults: 10});
    expect(relation!.iv).toBeCloseTo(
      informationValue([
        {goods: 30, bads: 0},
        {goods: 30, bads: 0},
        {goods: 30, bads: 10}
      ]),
      12
    );
    // Of 900 pairs the bad one is higher in 600, and neither in 300.
    expect(relation!.gini).toBeCloseTo(-600 / 900, 12);
    expect(relation!.bins.map(({woe}) => woe > 0)).toEqual([true, true, false]);
  });

  it("gives missing values a bin of their own, however few", async () => {
    const rows = hundred("2020-12-31", (id) => (id > 97 ? null : id));
    const {bins} = of(await measured(rows), "level").relation!;
    expect(bins.at(-1)).toMatchObject({isMissing: true, goods: 0, bads: 3, lower: null, upper: null});
    expect(bins.filter(({isMissing}) => isMissing)).toHaveLength(1);
  });

  it("leaves out who is in default, whose outcome is not known, and the dates kept for testing", async () => {
    const rows = [
      ...hundred("2019-12-31"),
      ...hundred("2020-12-31"),
      {id: 900, date: "2019-12-31", level: 5, defaulted: null, inDefault: true},
      {id: 901, date: "2019-12-31", level: 5, defaulted: true, inDefault: true},
      {id: 902, date: "2019-12-31", level: 5, defaulted: null}
    ];
    const until = await measured(rows, {month: 12, outcomesUntil: "2019-12-31"});
    expect(of(until, "level").relation).toMatchObject({observations: 100, defaults: 10});
    expect(of(until, "level").spreads.map(({rows: count}) => count)).toEqual([103, 100]);
    expect(of(await measured(rows), "level").relation).toMatchObject({observations: 200, defaults: 20});
  });

  it("says nothing of default where nobody defaulted", async () => {
    const rows = hundred("2020-12-31").map((row) => ({...row, defaulted: false}));
    expect(of(await measured(rows), "level").relation).toBeNull();
  });

  it("measures how far it moved from the first date with fifty values, missing ones a bin of their own", async () => {
    const few = hundred("2018-12-31", (id) => (id <= 49 ? id : null));
    const later = hundred("2020-12-31", (id) => (id <= 10 ? null : id + 50));
    const {moved} = of(await measured([...few, ...hundred("2019-12-31"), ...later]), "level");
    expect(moved.get("2019-12-31")).toEqual({base: "2019-12-31", stability: null});
    // Of 11 to 100 plus fifty, 61 to 100 lie in the last four deciles of the base, ten each, and fifty beyond.
    const expected = stabilityOf([10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 0], [0, 0, 0, 0, 0, 0, 10, 10, 10, 60, 10]);
    expect(moved.get("2020-12-31")!.stability!.psi).toBeCloseTo(expected!.psi, 12);
    expect(moved.get("2020-12-31")!.stability!.critical).toBeCloseTo(expected!.critical, 12);
  });

  it("looks at the dates of one month, or at all", async () => {
    const rows = [...hundred("2020-11-30"), ...hundred("2020-12-31")];
    const dates = async (month: number | null) =>
      of(await measured(rows, {month, outcomesUntil: null}), "level").spreads.map(({date}) => date);
    expect(await dates(12)).toEqual(["2020-12-31"]);
    expect(await dates(null)).toEqual(["2020-11-30", "2020-12-31"]);
  });

  it("agrees with quantiles and bins counted in plain code, ties, fractions and extremes among them", async () => {
    const draw = drawsFrom(11);
    const values = Array.from({length: 997}, (_, at) => {
      const kind = draw(10);
      return kind === 0
        ? null
        : kind === 1
          ? 0
          : kind === 2
            ? 1e15 + at
            : kind === 3
              ? -1e-9 * at
              : (draw(7919) - 3000) / 3;
    });
    const rows = values.map((level, id) => ({id, date: "2020-12-31", level, defaulted: draw(9) === 0}));
    const found = of(await measured(rows), "level");
    const known = Float64Array.from(values, (value) => value ?? NaN);
    expect(found.spreads[0]!.quantiles).toEqual(equalQuantiles(known, 20));
    const cuts = cutPoints(equalQuantiles(known, 10));
    const counts = (ends: readonly number[]) => {
      const bins = Array.from({length: ends.length + 2}, () => 0);
      for (const {level} of rows) bins[binOf(level ?? NaN, ends)]!++;
      return bins;
    };
    const joined = coarseCuts(cuts, counts(cuts).slice(0, -1), 25);
    expect(joined.length).toBeLessThan(cuts.length); // zero fills two deciles, so that few lie in one
    expect(found.relation!.bins.map(({goods, bads}) => goods + bads)).toEqual(counts(joined));
  });

  it("gives the same in a session with macros of its own", async () => {
    await withEngine(async (engine) => {
      await defineTemporaryMacros(engine);
      await lay(engine, hundred("2020-12-31"));
      const found = await measureSubject(engine, subject, {month: 12, outcomesUntil: null});
      expect(found).toEqual(await measured(hundred("2020-12-31")));
    });
  });
});
