import {literal} from "#warehouse/engine/engine.js";
import type {ColumnMapping, DateForm} from "./contract.js";
import {isNumeric, textOf, type Expression} from "./sourceColumn.js";
import {tidied} from "./tidyText.js";

const WIDTHS: Readonly<Record<string, number>> = {Y: 4, y: 2, m: 2, d: 2, H: 2, M: 2, S: 2};

/** SQL of the date that a value says in the given form; null where it says none. */
export function dateSql(expression: Expression, form: DateForm | undefined): string {
  const {sql, type} = expression;
  if (type === "date") return sql;
  if (type.startsWith("timestamp")) return `try_cast(${sql} as date)`;
  if (form === "excel_serial") {
    if (isNumeric(type)) return serialDate(`cast(${sql} as double)`);
    return serialDate(`coalesce(try_cast(${sql} as double), try_cast(${tidied(sql)} as double))`);
  }
  const patterns = form === undefined ? ["%Y-%m-%d"] : typeof form === "string" ? [form] : form;
  const text = textOf(expression);
  const usual = patterns.map((pattern) => patternDate(text, pattern, patterns.length > 1));
  return `coalesce(${[...usual, unusualDate(text, patterns)].join(", ")})`;
}

/** SQL of the day that a mapping makes of a date: the end of its period, some days later. */
export function shiftedDate(date: string, {endOf, lagDays}: Pick<ColumnMapping, "endOf" | "lagDays">): string {
  const end =
    endOf === undefined
      ? date
      : endOf === "month"
        ? `last_day(${date})`
        : `cast(date_trunc('year', ${date}) + interval 1 year - interval 1 day as date)`;
  return lagDays === undefined ? end : `(${end} + ${lagDays})`;
}

/** A pattern without separators says which digits are the month only where all are written. */
function patternDate(text: string, pattern: string, isOneOfSeveral: boolean): string {
  const date = `cast(try_strptime(${text}, ${literal(pattern)}) as date)`;
  if (isFixed(pattern)) return `case when length(${text}) = ${widthOf(pattern)} then ${date} end`;
  const separator = isOneOfSeveral ? /^%.([^%])/.exec(pattern)?.[1] : undefined; // to fail costs more than to look
  return separator === undefined ? date : `case when contains(${text}, ${literal(separator)}) then ${date} end`;
}

/** The same of the tidied text. It is named once: the engine computes for all rows what stands twice. */
function unusualDate(text: string, patterns: readonly string[]): string {
  const widths = patterns.filter(isFixed).map((pattern) => `\\d{${widthOf(pattern)}}`);
  const shape = `^(?:${[...widths, ".*\\D.*"].join("|")})$`;
  const said = widths.length === 0 ? tidied(text) : `regexp_extract(${tidied(text)}, ${literal(shape)})`;
  return `cast(try_strptime(${said}, [${patterns.map(literal).join(", ")}]) as date)`;
}

function isFixed(pattern: string): boolean {
  return /%[A-Za-z]%[A-Za-z]/.test(pattern);
}

function widthOf(pattern: string): number {
  return pattern.replace(/%([A-Za-z])/g, (_, part: string) => "0".repeat(WIDTHS[part] ?? 1)).length;
}

/** Days of the 1900 system, in which 1 is 1900-01-01 and 60 a day that never was; a part of a day is dropped. */
function serialDate(days: string): string {
  const whole = `cast(floor(${days}) as integer)`;
  return (
    `case when ${days} >= 61 and ${days} < 2958466 then date '1899-12-30' + ${whole} ` +
    `when ${days} >= 1 and ${days} < 60 then date '1899-12-31' + ${whole} end`
  );
}
