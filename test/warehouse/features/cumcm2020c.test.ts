import {existsSync} from "node:fs";
import {join, resolve} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {loadSource} from "#loaders/load.js";
import {sourceOf} from "#loaders/source.js";
import {numbersOf, textsOf} from "#warehouse/engine/columns.js";
import type {Engine} from "#warehouse/engine/engine.js";
import {openDuckDB} from "#warehouse/engine/duckdb.js";
import {literal} from "#warehouse/engine/engine.js";
import {openFrame} from "#warehouse/featureFrame.js";
import {defineMacros} from "#warehouse/macros/macros.js";
import {buildTable} from "#warehouse/sqlTable.js";
import {featureTables, rowsIn} from "../../support/features.js";

const folder = resolve("../shared/data/cumcm2020c");
const DATES = ["2019-06-30", "2020-02-29"];

/** An invoice as published; the amount in fen. */
interface Invoice {
  readonly month: number;
  readonly date: string;
  readonly isSale: boolean;
  readonly counterparty: string;
  readonly amount: number;
  readonly isVoid: boolean;
}

type Figures = Record<string, number | null>;

const monthOf = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
const sumOf = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
const shareOf = (part: number, whole: number) => (whole > 0 ? part / whole : null);

/** What is traded with each counterparty in these invoices, refunds taken off, where anything is left. */
function traded(invoices: readonly Invoice[]): ReadonlyMap<string, number> {
  const totals = new Map<string, number>();
  for (const {counterparty, amount} of invoices) totals.set(counterparty, (totals.get(counterparty) ?? 0) + amount);
  return new Map([...totals].filter(([, amount]) => amount > 0));
}

/** The figures of one side of the chain, from the published invoices of one enterprise until a month. */
function sideOf(one: string, many: string, valid: readonly Invoice[], month: number): Figures {
  const year = traded(valid.filter((each) => each.month > month - 12));
  const before = traded(valid.filter((each) => each.month > month - 24 && each.month <= month - 12));
  const sizes = [...year.values()].sort((a, b) => b - a);
  const total = sumOf(sizes);
  const firsts = new Map<string, number>();
  for (const each of valid)
    firsts.set(each.counterparty, Math.min(each.month, firsts.get(each.counterparty) ?? Infinity));
  const hasYears = Math.min(...firsts.values()) <= month - 23;
  const parts = (keep: (key: string) => boolean, of: ReadonlyMap<string, number>) =>
    sumOf([...of].filter(([key]) => keep(key)).map(([, amount]) => amount));
  return {
    [many]: valid.length > 0 ? year.size : null,
    [`${many}_growth_rate`]: hasYears && before.size > 0 ? year.size / before.size - 1 : null,
    [`${one}_concentration_ratio`]: total > 0 ? sumOf(sizes.map((size) => (size / total) ** 2)) : null,
    [`largest_${one}_share`]: shareOf(sizes[0] ?? 0, total),
    [`top_5_${many}_share`]: shareOf(sumOf(sizes.slice(0, 5)), total),
    [`${one}_tenure_months`]: shareOf(sumOf([...year].map(([key, size]) => size * (month - firsts.get(key)!))), total),
    [`new_${many}_share`]: hasYears
      ? shareOf(
          parts((key) => firsts.get(key)! > month - 12, year),
          total
        )
      : null,
    [`retained_${many}_share`]: hasYears
      ? shareOf(
          parts((key) => year.has(key), before),
          sumOf([...before.values()])
        )
      : null
  };
}

function chainOf(known: readonly Invoice[], month: number): Figures {
  const valid = known.filter(({isVoid}) => !isVoid);
  return {
    ...sideOf(
      "customer",
      "customers",
      valid.filter(({isSale}) => isSale),
      month
    ),
    ...sideOf(
      "supplier",
      "suppliers",
      valid.filter(({isSale}) => !isSale),
      month
    )
  };
}

function invoicesOf(known: readonly Invoice[], month: number): Figures {
  const year = known.filter((each) => each.month > month - 12);
  const valid = year.filter(({isVoid}) => !isVoid);
  const amounts = (invoices: readonly Invoice[], sign: 1 | -1) =>
    sumOf(invoices.map(({amount}) => Math.max(sign * amount, 0)));
  const sides = [true, false].map((isSale) => valid.filter((each) => each.isSale === isSale));
  const [sales, purchases] = sides as [Invoice[], Invoice[]];
  return {
    void_share: shareOf(year.length - valid.length, year.length),
    refund_share: shareOf(amounts(sales, -1), amounts(sales, 1)),
    purchase_refund_share: shareOf(amounts(purchases, -1), amounts(purchases, 1)),
    average_sale: shareOf(amounts(sales, 1) / 100, sales.filter(({amount}) => amount > 0).length),
    log_counterparties: logOf(new Set(valid.map(({counterparty}) => counterparty)).size),
    log_invoices: logOf(year.length),
    log_sales: logOf(sumOf(sales.map(({amount}) => amount)) / 100)
  };
}

const logOf = (value: number) => (value > 0 ? Math.log(value) : null);

/** The published files, read as they are. */
async function published(engine: Engine): Promise<ReadonlyMap<string, Invoice[]>> {
  const byEnterprise = new Map<string, Invoice[]>();
  for (const name of ["c_in", "c_out", "n_in", "n_out"]) {
    const rows = await engine.columns(
      `select enterprise_id, cast(invoice_date as varchar) as day, counterparty_id, trim(status) as status,
         cast(round(amount * 100) as double) as fen from read_parquet(${literal(join(folder, `${name}.parquet`))})`
    );
    const [enterprises, days, counterparties, statuses] = ["enterprise_id", "day", "counterparty_id", "status"].map(
      (column) => textsOf(rows, column)
    ) as [string[], string[], string[], string[]];
    const fen = numbersOf(rows, "fen");
    for (const [row, enterprise] of enterprises.entries()) {
      const date = days[row]!.slice(0, 10);
      const invoices = byEnterprise.get(enterprise) ?? [];
      byEnterprise.set(enterprise, invoices);
      invoices.push({
        date,
        month: monthOf(date),
        isSale: name.endsWith("out"),
        counterparty: counterparties[row]!,
        amount: fen[row]!,
        isVoid: statuses[row] === "作废发票"
      });
    }
  }
  return byEnterprise;
}

describe.skipIf(!existsSync(folder))("features of cumcm2020c (skipped where ../shared/data is not there)", () => {
  let engine: Engine;
  let invoices: ReadonlyMap<string, Invoice[]>;

  beforeAll(async () => {
    engine = await openDuckDB(":memory:", {threads: 2});
    await defineMacros(engine);
    await loadSource(engine, sourceOf("cumcm2020c"), folder);
    const days = DATES.map((day) => `(date ${literal(day)})`).join(", ");
    await openFrame(
      engine,
      `select obligor_id, observation_date from stg_obligors, (values ${days}) t(observation_date)`
    );
    for (const name of ["feat_supply_chain", "feat_invoices"]) await buildTable(engine, featureTables.get(name)!);
    invoices = await published(engine);
  }, 120_000);
  afterAll(() => engine.close());

  it.each([
    ["feat_supply_chain", chainOf],
    ["feat_invoices", invoicesOf]
  ] as const)("%s agrees with a count of the published invoices, firm by firm", async (table, count) => {
    const built = (await rowsIn(engine, featureTables.get(table)!)) as Record<string, unknown>[];
    expect(built).toHaveLength(425 * DATES.length);
    const differing: string[] = [];
    for (const row of built) {
      const date = row.observation_date as string;
      const known = invoices.get(row.obligor_id as string)!.filter((each) => each.date <= date);
      for (const [name, expected] of Object.entries(count(known, monthOf(date)))) {
        const found = row[name] === null ? null : Number(row[name]);
        const isEqual = expected === null || found === null ? expected === found : isNear(found, expected);
        if (!isEqual) differing.push(`${row.obligor_id} ${date} ${name}: ${found}, counted ${expected}`);
      }
    }
    expect(differing).toEqual([]);
  });

  it("compares firms that differ: with one supplier, and with many", async () => {
    const built = (await rowsIn(engine, featureTables.get("feat_supply_chain")!)) as Record<string, number | null>[];
    const indices = built.map((row) => row.supplier_concentration_ratio!).filter((index) => index !== null);
    expect(Math.min(...indices)).toBeLessThan(0.05);
    expect(Math.max(...indices)).toBe(1);
  });
});

function isNear(found: number, expected: number): boolean {
  return Math.abs(found - expected) <= 1e-9 * Math.max(1, Math.abs(expected));
}
