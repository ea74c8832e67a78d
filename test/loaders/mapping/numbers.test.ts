import fc from "fast-check";
import {afterAll, describe, expect, it} from "vitest";
import type {NumberForm} from "#loaders/mapping/contract.js";
import {UNIT_POWERS} from "#loaders/mapping/units.js";
import {openDuckDB} from "#warehouse/engine/duckdb.js";
import {read, type Cell} from "./mapped.js";

const engine = await openDuckDB(":memory:");
afterAll(() => {
  engine.close();
});

const amounts = (number: NumberForm, cells: readonly Cell[]) => read(engine, "decimal(18,2)", {number}, cells);

describe("amounts", () => {
  it("are read with separators of thousands, and not where these stand elsewhere", async () => {
    expect(
      await amounts({thousands: ","}, ["1,234.56", "-12,345,678", "999", "1,23.4", "1.234,56", "1,2345", null])
    ).toEqual(["1234.56", "-12345678.00", "999.00", null, null, null, null]);
    expect(await amounts({thousands: "."}, ["1.234,56", "12,5", "1234", "1.23", "1,234.56"])).toEqual([
      "1234.56",
      "12.50",
      "1234.00",
      null,
      null
    ]);
    expect(await amounts({thousands: " "}, ["1 234 567.8", "1\u00a0234", "12 34"])).toEqual([
      "1234567.80",
      "1234.00",
      null
    ]);
    expect(await amounts({decimal: ","}, ["1234,56", "1234.56"])).toEqual(["1234.56", null]);
  });

  it("are below zero in brackets where the mapping says so, and with the sign behind", async () => {
    expect(await amounts({parentheses: true, thousands: ","}, ["(1,234.50)", "（１２）", "12", "(1", "((1))"])).toEqual(
      ["-1234.50", "-12.00", "12.00", null, null]
    );
    expect(await amounts({}, ["(123)", "123-", "-123-"])).toEqual([null, "-123.00", null]);
  });

  it("are read from full-width digits, with currency signs and the unit behind", async () => {
    expect(await amounts({thousands: ","}, ["１，２３４．５０", "￥12.5", "¥ 1,000元", "　7　", "－３"])).toEqual([
      "1234.50",
      "12.50",
      "1000.00",
      "7.00",
      "-3.00"
    ]);
    expect(await amounts({unit: "万元"}, ["12.3456", "12万元", "3万", "5元", "2亿元"])).toEqual([
      "123456.00",
      "120000.00",
      "30000.00",
      null,
      null
    ]);
  });

  it("refuse what is no number, or more than the contract holds", async () => {
    const bad = ["abc", "", "1_000", "nan", "inf", "1e400", "--1", "10000000000000000", "1.2.3", "0x1F", "１２abc"];
    expect(await amounts({}, bad)).toEqual(bad.map(() => null));
    expect(await amounts({unit: "万元"}, ["999999999999.999999", "1000000000000", "1_0", ""])).toEqual([
      "9999999999999999.99",
      null,
      null,
      null
    ]);
  });

  it("are exact in every unit: the point moves, and the last figure is rounded once, half away from zero", async () => {
    const unit = fc.constantFrom(...(Object.keys(UNIT_POWERS) as (keyof typeof UNIT_POWERS)[]));
    const number = fc.tuple(
      fc.boolean(),
      fc.bigInt({min: 0n, max: 99_999_999n}),
      fc.string({unit: fc.constantFrom(..."0123456789"), minLength: 1, maxLength: 12})
    );
    await fc.assert(
      fc.asyncProperty(unit, fc.array(number, {minLength: 1, maxLength: 30}), async (unit, numbers) => {
        const cells = numbers.map(([isNegative, whole, fraction]) => `${isNegative ? "-" : ""}${whole}.${fraction}`);
        expect(await amounts({unit}, cells)).toEqual(cells.map((cell) => shifted(cell, UNIT_POWERS[unit])));
      }),
      {numRuns: 60}
    );
  });
});

describe("fractions and counts", () => {
  it("are the double next to what was written", async () => {
    expect(
      await read(engine, "double", {number: {unit: "percent"}}, ["12%", "12.3", "０．５％", "0.1%", "x%"])
    ).toEqual(["0.12", "0.123", "0.005", "0.001", null]);
    expect(await read(engine, "double", {number: {unit: "basis_points"}}, ["25", "3bp"])).toEqual(["0.0025", "0.0003"]);
  });

  it("are whole, or no count", async () => {
    expect(await read(engine, "integer", {number: {thousands: ","}}, ["1,234", "3.0", "3.7", "x"])).toEqual([
      "1234",
      "3",
      null,
      null
    ]);
    expect(await read(engine, "bigint", {number: {unit: "万元"}}, ["1.5", "0.00001"])).toEqual(["15000", null]);
  });

  it("may be worth what no power of ten is", async () => {
    expect(await amounts({unit: 6.5}, ["2", "0.01"])).toEqual(["13.00", "0.07"]);
    expect(await read(engine, "double", {number: {unit: 6.5}}, ["2"])).toEqual(["13.0"]);
  });
});

/** By whole numbers: the decimal text times a power of ten, to two places. */
function shifted(text: string, power: number): string {
  const isNegative = text.startsWith("-");
  const [whole, fraction] = text.replace("-", "").split(".") as [string, string];
  const scale = fraction.length - power - 2;
  const digits = BigInt(whole + fraction);
  const divisor = 10n ** BigInt(Math.max(scale, 0));
  const cents = scale <= 0 ? digits * 10n ** BigInt(-scale) : (digits * 2n + divisor) / (divisor * 2n);
  const padded = cents.toString().padStart(3, "0");
  return `${isNegative && cents !== 0n ? "-" : ""}${padded.slice(0, -2)}.${padded.slice(-2)}`;
}
