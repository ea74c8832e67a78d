import type {Rule} from "#loaders/staging/rules.js";
import {drawsFrom, oneOf, type Draw} from "../../support/random.js";

/** How a file is written: `plain` and `crlf` the engine reads as they lie, the others have to be rewritten first. */
export const FORMS = ["plain", "crlf", "spaced", "many-lined"] as const;
export type Form = (typeof FORMS)[number];

export interface Planted {
  readonly line: number;
  readonly rule: Rule;
}

/** A file of exposures, of which some lines are bad in a known way. The `drawn` of every row that loads is the line it stands on. */
export interface PlantedFile {
  readonly text: string;
  readonly rows: number;
  readonly bad: readonly Planted[];
}

export interface PlantingOptions {
  readonly seed: number;
  readonly rows: number;
  readonly form: Form;
  /** One in so many rows is bad. */
  readonly oneIn: number;
  /** Tells the keys of this file from those of others. */
  readonly nth: number;
}

/** Facilities to which the rows belong: `F0` and so on. */
export const FACILITIES = 500;

const KINDS = [
  "not_a_date",
  "not_a_number",
  "missing_value",
  "sign",
  "too short",
  "too long",
  "unknown_reference",
  "key_conflict",
  "duplicate"
] as const;

type Cells = readonly [facility: string, monthEnd: string, limit: string, drawn: string, daysPastDue: string];

export function plantedFile({seed, rows, form, oneIn, nth}: PlantingOptions): PlantedFile {
  const draw = drawsFrom(seed * 1_009 + nth);
  const lines = ["facility_id,month_end,limit,drawn,days_past_due,note"];
  const bad: Planted[] = [];
  const clean: Cells[] = [];
  let line = 2;
  for (let row = 0; row < rows; row++) {
    const cells = cellsOf(nth * 100_000 + row, line);
    const kind = draw(oneIn) === 0 ? oneOf(draw, KINDS) : null;
    const text = kind === null ? null : spoilt(kind, cells, clean, draw);
    if (text !== null) bad.push({line, rule: ruleOf(kind!)});
    else clean.push(cells);
    const note = noteOf(draw, form);
    lines.push(text ?? `${form === "spaced" && draw(9) === 0 ? " " : ""}${cells.join(",")},${note}`);
    line += text === null ? note.split("\n").length : 1;
  }
  const end = form === "crlf" ? "\r\n" : "\n";
  return {text: lines.map((each) => `${each}${end}`).join(""), rows, bad};
}

function cellsOf(place: number, line: number): Cells {
  const day = new Date(Date.UTC(1990, 0, 1 + Math.floor(place / FACILITIES))).toISOString().slice(0, 10);
  return [`F${place % FACILITIES}`, day, "5000000", String(line), "0"];
}

function ruleOf(kind: (typeof KINDS)[number]): Rule {
  return kind === "too short" || kind === "too long" ? "wrong_field_count" : kind;
}

/** The line as it is spoilt; null where there is no row yet to clash with. */
function spoilt(kind: (typeof KINDS)[number], cells: Cells, clean: readonly Cells[], draw: Draw): string | null {
  const [facility, monthEnd, limit, drawn, days] = cells;
  const earlier = clean.length === 0 ? null : oneOf(draw, clean);
  switch (kind) {
    case "not_a_date":
      return `${facility},2020-13-45,${limit},${drawn},${days},a note`;
    case "not_a_number":
      return `${facility},${monthEnd},${limit},1o0,${days},`;
    case "missing_value":
      return `${facility},${monthEnd},,${drawn},${days},a note`;
    case "sign":
      return `${facility},${monthEnd},${limit},-7,${days},"a note"`;
    case "too short":
      return `${facility},${monthEnd}`;
    case "too long":
      return `${[...cells, "a", "b", "c"].join(",")}`;
    case "unknown_reference":
      return `NOWHERE,${monthEnd},${limit},${drawn},${days},a note`;
    case "key_conflict":
      return earlier === null ? null : `${earlier[0]},${earlier[1]},${limit},0.5,${days},a note`;
    case "duplicate":
      return earlier === null ? null : `${earlier.join(",")},the same again`;
  }
}

function noteOf(draw: Draw, form: Form): string {
  const kind = draw(12);
  if (kind === 0) return '"示例,""甲""公司"';
  if (kind === 1 && form === "many-lined") return '"a note\nof two lines"';
  return kind < 6 ? "备注" : "";
}
