import {
  columnFromArray,
  dictionary,
  float64,
  tableFromColumns,
  tableToIPC,
  uint8,
  utf8,
  type Column
} from "@uwdata/flechette";
import {numbersOf, textsOf} from "#warehouse/engine/columns.js";
import {martObligors} from "#warehouse/marts/mart_obligors.js";
import {DIMENSION_NAMES} from "../i18n/members.js";
import type {Site} from "./site.js";

/** Columns of the obligors that a choice needs, by the name that the browser knows them by. No column names an obligor. */
const CODES = {
  grade: "grade",
  before: "previous_grade",
  industry: "industry_section",
  size: "size_class",
  region: "region",
  tier: "tier"
} as const;

/** Steps to which figures of one obligor are rounded where it may not be known: exact amounts would name it to whoever holds a ledger. */
const COARSE = {pd: 1e-4, drawn: 10_000} as const;

/** The book at the latest observation date as an Arrow stream, rows in the order of their classes so that it packs well. */
export function bookOf(site: Site): Uint8Array {
  const {columns} = site.mart(martObligors);
  const codes = Object.entries(CODES).map(([name, column]) => [name, textsOf(columns, column)] as const);
  const byName = new Map(codes);
  const isNamed = columns.byName.has("obligor_id");
  const numbers = (["pd", "drawn"] as const).map((name) => {
    const values = numbersOf(columns, name);
    return [name, isNamed ? values : values.map((value) => Math.round(value / COARSE[name]) * COARSE[name])] as const;
  });
  const keys = DIMENSION_NAMES.map((dimension) => byName.get(dimension)!.map((code) => code ?? ""));
  const order = Uint32Array.from({length: columns.rowCount}, (_, row) => row).sort((a, b) => {
    for (const key of keys) if (key[a] !== key[b]) return key[a]! < key[b]! ? -1 : 1;
    return a - b;
  });
  const arranged: [string, Column<unknown>][] = [
    ...codes.map(([name, texts]): [string, Column<unknown>] => [
      name,
      codeColumn(Array.from(order, (row) => texts[row] ?? "unknown"))
    ]),
    ...numbers.map(([name, values]): [string, Column<unknown>] => [
      name,
      numberColumn(Float64Array.from(order, (row) => values[row]!))
    ])
  ];
  return tableToIPC(tableFromColumns(arranged), {format: "stream"})!;
}

function codeColumn(texts: readonly string[]): Column<unknown> {
  return columnFromArray(texts as string[], dictionary(utf8(), uint8()));
}

/** Missing numbers stay NaN: the sums skip them. */
function numberColumn(values: Float64Array): Column<unknown> {
  return columnFromArray(values, float64());
}
