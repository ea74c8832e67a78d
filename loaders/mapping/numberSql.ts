import type {ColumnType} from "#warehouse/contract.js";
import {literal} from "#warehouse/engine/engine.js";
import type {NumberForm} from "./contract.js";
import {isNumeric, type Expression} from "./sourceColumn.js";
import {tidied} from "./tidyText.js";
import {worthOf} from "./units.js";

const LARGEST_AMOUNT = "9999999999999999.99";
const LONGEST_EXPONENT_TEXT = 18; // the engine forgets digits of a longer text before an exponent

/**
 * SQL of the number that a value says in the given form, as the contract's type; null where it says none. Amounts are
 * scaled by moving the point in the text, so that they are exact and rounded once.
 *
 * What is written the usual way is read at once; only the rest is freed of full-width digits, signs and brackets. That
 * part names each of its steps once: the engine computes for all rows what stands twice.
 */
export function numberSql({sql, type}: Expression, form: NumberForm, to: ColumnType): string {
  const {power, factor, suffix} = worthOf(form.unit);
  if (isNumeric(type)) {
    const isBinary = type === "double" || type === "float";
    if (isBinary) return bounded(scaledDouble(sql, power, factor, to), to);
    return bounded(scaled(`cast(${sql} as varchar)`, power, factor, to), to);
  }
  const usual = ungrouped(form.unit === "percent" ? `rtrim(${sql}, '%')` : sql, form);
  const rest = exactlyScaled(unusual(sql, form, suffix), power, factor, to);
  return bounded(`coalesce(${scaled(usual, power, factor, to)}, ${rest})`, to);
}

/** The text without separators of thousands, and with a point; null where they do not stand before three digits each. */
function ungrouped(text: string, form: NumberForm): string {
  const {thousands, decimal, grouped} = separators(form);
  if (thousands === undefined)
    return decimal === "." ? text : `case when not contains(${text}, '.') then ${pointed(text, form)} end`;
  return (
    `case when not contains(${text}, ${literal(thousands)}) then ${pointed(text, form)} ` +
    `when regexp_full_match(${text}, ${literal(grouped)}) then ${pointed(`replace(${text}, ${literal(thousands)}, '')`, form)} end`
  );
}

function pointed(text: string, form: NumberForm): string {
  return separators(form).decimal === "," ? `replace(${text}, ',', '.')` : text;
}

/** The same in steps that name the text once, for what the usual reading could not read. */
function unusual(sql: string, form: NumberForm, suffix: string): string {
  const {thousands, decimal, grouped} = separators(form);
  let text = tidied(sql);
  if (form.parentheses === true) text = `regexp_replace(${text}, '^\\((.*)\\)$', '-\\1')`;
  text = `regexp_replace(${text}, ${literal(`\\s*(${suffix})$`)}, '')`;
  text = `regexp_replace(${text}, '^([^-]*)-$', '-\\1')`;
  const refused = `${thousands ?? ""}${decimal === "," ? "." : ""}`;
  if (refused === "") return text;
  const other = `[^${refused}]*`;
  text = `regexp_extract(${text}, ${literal(thousands === undefined ? `^${other}$` : `^(?:${grouped}|${other})$`)})`;
  if (thousands !== undefined) text = `replace(${text}, ${literal(thousands)}, '')`;
  return pointed(text, form);
}

function separators({thousands, decimal}: NumberForm) {
  const point = decimal ?? (thousands === "." ? "," : ".");
  const escaped = thousands === "." ? "\\." : thousands;
  const grouped = `[+-]?\\d{1,3}(?:${escaped}\\d{3})+(?:${point === "." ? "\\." : ","}\\d*)?`;
  return {thousands, decimal: point, grouped};
}

/** The number that a text says, times ten to the power, times the factor. */
function scaled(text: string, power: number, factor: number, to: ColumnType): string {
  const exact = exactlyScaled(text, power, factor, to);
  if (to === "double" || factor !== 1 || power <= 0) return exact;
  const moved = `try_cast(${withoutUnderscore(text)} || 'e${power}' as decimal(18, 2))`;
  return `case when length(${text}) <= ${LONGEST_EXPONENT_TEXT} then ${moved} else ${exact} end`;
}

/** The same in decimal arithmetic, many times slower where there is something to multiply. */
function exactlyScaled(text: string, power: number, factor: number, to: ColumnType): string {
  const plain = withoutUnderscore(text);
  if (to === "double") {
    const moved = power === 0 ? plain : `${plain} || 'e${power}'`;
    return `try_cast(${moved} as double)${factor === 1 ? "" : ` * ${factor}`}`;
  }
  const worth = factor === 1 ? Number(`1e${power}`) : factor;
  if (worth === 1) return `try_cast(${plain} as decimal(18, 2))`;
  const places = Math.max(power + 2, 8);
  const product = `try_cast(${plain} as decimal(28, ${places})) * cast(${worth} as decimal(9, ${placesOf(worth)}))`;
  return `try_cast(${product} as decimal(18, 2))`;
}

/** The engine would take 1_000 for a number. */
function withoutUnderscore(text: string): string {
  return `replace(${text}, '_', '?')`;
}

function scaledDouble(sql: string, power: number, factor: number, to: ColumnType): string {
  const worth = factor !== 1 ? ` * ${factor}` : power < 0 ? ` / 1e${-power}` : power > 0 ? ` * 1e${power}` : "";
  return to === "double" ? `cast(${sql} as double)${worth}` : `try_cast(${sql}${worth} as decimal(18, 2))`;
}

/** What the contract's type holds. The engine lets an exponent carry an amount beyond its digits: that is no number. */
function bounded(value: string, to: ColumnType): string {
  if (to === "double") return `case when isfinite(${value}) then ${value} end`;
  if (to === "decimal(18,2)") return `case when abs(${value}) <= ${LARGEST_AMOUNT} then ${value} end`;
  return `case when ${value} = floor(${value}) then try_cast(${value} as ${to}) end`;
}

function placesOf(factor: number): number {
  return factor.toFixed(9).replace(/0+$/, "").split(".")[1]!.length;
}
