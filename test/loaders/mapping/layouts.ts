import {CODE_WORDS} from "#loaders/mapping/propose/codeWords.js";
import type {Sample} from "#loaders/mapping/propose/sample.js";
import type {ColumnContract, TableContract} from "#warehouse/contract.js";
import type {Cell} from "./mapped.js";

/** Numbers from 0 up to `below`, the same for the same seed. */
export type Draw = (below: number) => number;

export function drawsOf(seed: number): Draw {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) >>> 0;
    return ((state ^ (state >>> 13)) >>> 0) % below;
  };
}

/** Clean rows of a contract, as text in the contract's own forms. */
export function cleanRows(contract: TableContract, count: number, draw: Draw): Cell[][] {
  return Array.from({length: count}, (_, row) =>
    Object.entries(contract.columns).map(([name, column]) =>
      column.nullable && draw(5) === 0 ? null : cleanCell(name, column, row, draw)
    )
  );
}

const PATTERNED: Readonly<Record<string, readonly string[]>> = {
  industry_code: ["C3911", "F5211", "K7010"],
  region: ["11", "31", "44"],
  industry_section: ["A", "C", "K"],
  currency: ["USD", "EUR", "JPY"]
};

function cleanCell(name: string, {type, unit, allowed, sign}: ColumnContract, row: number, draw: Draw): string {
  if (allowed !== undefined) return allowed[draw(allowed.length)]!;
  const patterned = PATTERNED[name];
  if (patterned !== undefined) return patterned[draw(patterned.length)]!;
  switch (type) {
    case "date":
      return new Date(Date.UTC(2015, 0, 1 + draw(2500))).toISOString().slice(0, 10);
    case "boolean":
      return draw(2) === 0 ? "false" : "true";
    case "decimal(18,2)":
      return `${sign === "any" && draw(4) === 0 ? "-" : ""}${1 + draw(90_000_000)}.${String(draw(100)).padStart(2, "0")}`;
    case "double":
      return `${unit === "rate" ? 0 : 1 + draw(8)}.0${1 + draw(9)}${1 + draw(9)}`;
    case "integer":
    case "bigint":
      return String(1 + draw(900));
    case "varchar":
      return unit === "id" ? `K${String(row).padStart(5, "0")}` : `示例${String.fromCodePoint(0x4e00 + draw(500))}号`;
  }
}

/** How a bank might write a column: another name, and its values in another form. */
export interface Layout {
  readonly header: string;
  write(cell: string): string;
}

const DATES: readonly ((day: string) => string)[] = [
  (day) => day,
  (day) => day.replaceAll("-", ""),
  (day) => day.replace(/-0?/g, "/"),
  (day) => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, "$1年$2月$3日"),
  (day) => String(Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000) + 25_569)
];

const NUMBERS: readonly ((text: string) => string)[] = [
  (text) => text,
  grouped,
  (text) => (text.startsWith("-") ? `(${grouped(text.slice(1))})` : grouped(text)),
  (text) =>
    [...text].map((sign) => (/\d/.test(sign) ? String.fromCodePoint(sign.codePointAt(0)! + 0xfee0) : sign)).join("")
];

function grouped(text: string): string {
  const [whole, fraction] = text.split(".");
  const split = whole!.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? split : `${split}.${fraction}`;
}

/** One of the layouts that a column may have, under its Chinese label. */
export function layoutOf({type, unit, about, allowed}: ColumnContract, draw: Draw): Layout {
  const words = allowed ?? (type === "boolean" ? ["true", "false"] : undefined);
  if (words !== undefined && draw(3) > 0) return {header: about.zh, write: (cell) => CODE_WORDS[cell]?.[0] ?? cell};
  if (type === "date") return {header: about.zh, write: DATES[draw(DATES.length)]!};
  if (type === "decimal(18,2)") {
    if (draw(4) === 0) return {header: `${about.zh}(万元)`, write: (text) => shifted(text, 4)};
    return {header: about.zh, write: NUMBERS[draw(NUMBERS.length)]!};
  }
  if (unit === "rate" && draw(2) === 0) return {header: about.zh, write: (text) => `${shifted(text, -2)}%`};
  return {header: about.zh, write: (cell) => cell};
}

/** A decimal text divided by a power of ten. */
function shifted(text: string, places: number): string {
  const isNegative = text.startsWith("-");
  const [whole, fraction = ""] = text.replace("-", "").split(".") as [string, string?];
  const point = whole.length - places;
  const digits = (point <= 0 ? "0".repeat(1 - point) : "") + whole + fraction.padEnd(Math.max(0, -places), "0");
  const at = Math.max(point, 1);
  const moved = `${digits.slice(0, at).replace(/^0+(?=\d)/, "")}.${digits.slice(at)}`.replace(/\.$/, "");
  return isNegative ? `-${moved}` : moved;
}

export interface LaidOut {
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** Which column of the contract each column holds. */
  readonly targets: readonly string[];
}

/** The rows as a bank might hand them over, its columns in another order. */
export function laidOut(contract: TableContract, rows: readonly (readonly Cell[])[], draw: Draw): LaidOut {
  const layouts = Object.values(contract.columns).map((column) => layoutOf(column, draw));
  const order = layouts.map((_, index) => index);
  for (let last = order.length - 1; last > 0; last--) {
    const other = draw(last + 1);
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  const names = Object.keys(contract.columns);
  return {
    header: order.map((index) => layouts[index]!.header),
    rows: rows.map((row) => order.map((index) => (row[index] === null ? null : layouts[index]!.write(row[index]!)))),
    targets: order.map((index) => names[index]!)
  };
}

export function sampleFrom({header, rows}: LaidOut, file = "handed-over.csv"): Sample {
  return {
    file,
    rows: rows.length,
    tables: [file],
    others: [],
    sheet: null,
    columns: header.map((name, index) => ({
      name,
      type: "varchar",
      values: rows.map((row) => row[index] ?? "").filter((value) => value !== "")
    }))
  };
}
