import type {ColumnContract, TableContract} from "#warehouse/contract.js";
import {rowsOf} from "#warehouse/engine/columns.js";
import {identifier, literal, type Engine} from "#warehouse/engine/engine.js";
import type {ConsentGround} from "../sources/contract.js";
import type {QualityPolicy} from "./policy.js";
import {rowChecksOf, type RowCheck} from "./rowChecks.js";
import {eventMonth, withheldMonths, type RowsByMonth} from "./withheldMonths.js";

/** Rows of an extract in force that share the month of their event and the values of their codes. */
export interface Group {
  /** Months since the year 0; null where the event has no date. */
  readonly month: number | null;
  readonly codes: ReadonlyMap<string, string | null>;
  readonly rows: number;
  /** ISO date of the latest event up to the end of the data. */
  readonly latest: string | null;
  /** Rows that fail any check of their own. */
  readonly failing: number;
  /** Rows that say both when their event was and when it became known; null where publication has no date of its own. */
  readonly dated: number | null;
  /** Rows that became known within the policy's days after the event. */
  readonly onTime: number | null;
  /** Rows that did not become known before their event. */
  readonly lagging: number | null;
  /** Days from event to publication of these, in all. */
  readonly lagDays: number | null;
  readonly filled: ReadonlyMap<string, number>;
  readonly fails: ReadonlyMap<string, number>;
}

/** What one pass over an extract found. */
export interface ScannedExtract {
  readonly contract: TableContract;
  readonly checks: readonly RowCheck[];
  readonly groups: readonly Group[];
  readonly rows: number;
  /** Rows that are in force and not staged, for want of consent. */
  readonly withheld: RowsByMonth;
}

export interface Scope {
  /** Last day of the data; ISO date. */
  readonly dataEnd: string;
  readonly policy: QualityPolicy;
  readonly consents: ConsentGround;
  /** Whether the loader's word is taken for what it makes sure of: the extract is too large to ask again. */
  readonly isLarge: boolean;
}

/** Counts an extract in force, once, by month and codes: all that its checks and its score are made of. */
export async function scan(engine: Engine, contract: TableContract, scope: Scope): Promise<ScannedExtract> {
  const checks = rowChecksOf(contract.name, scope.policy).filter(({reads}) =>
    reads.every((column) => column in contract.columns)
  );
  const codes = codeColumns(contract);
  const counted = countedColumns(contract, scope);
  const read = rowsOf(await engine.columns(statement(contract, {checks, codes, counted}, scope)));
  const groups = read.map((row): Group => {
    const optional = (name: string) => (row[name] === null || row[name] === undefined ? null : Number(row[name]));
    return {
      month: optional("month"),
      codes: new Map(codes.map((name, at) => [name, codeAt(contract, name, optional(`code_${at}`))])),
      rows: Number(row["row_count"]),
      latest: (row["latest"] ?? null) as string | null,
      failing: Number(row["failing"]),
      dated: optional("dated"),
      onTime: optional("on_time"),
      lagging: optional("lagging"),
      lagDays: optional("lag_days"),
      filled: new Map(counted.map((name, at) => [name, Number(row[`filled_${at}`])])),
      fails: new Map(checks.map(({name}, at) => [name, Number(row[`fails_${at}`])]))
    };
  });
  const staged = new Map<number | null, number>();
  for (const {month, rows} of groups) staged.set(month, (staged.get(month) ?? 0) + rows);
  const withheld = await withheldMonths(engine, contract, staged, scope.consents);
  return {contract, checks, groups, rows: groups.reduce((sum, {rows}) => sum + rows, 0), withheld};
}

interface Parts {
  readonly checks: readonly RowCheck[];
  readonly codes: readonly string[];
  readonly counted: readonly string[];
}

function statement(contract: TableContract, {checks, codes, counted}: Parts, {dataEnd, policy}: Scope): string {
  const {name, dates, columns} = contract;
  const event = dates === undefined ? null : identifier(dates.event);
  const published = dates === undefined || typeof dates.published !== "string" ? null : identifier(dates.published);
  const lag = event === null || published === null || published === event ? null : `(${published} - ${event})`;
  const days = policy.timeliness.lag_days[name] ?? policy.timeliness.other_extracts;
  const anyFails = checks.map(({fails}) => `(${fails})`).join(" or ");
  const keys = [
    `${eventMonth(contract)} as "month"`,
    ...codes.map((column, at) => `${placeOfCode(column, columns[column]!)} as code_${at}`)
  ];
  const counts = [
    "count(*) as row_count",
    event === null ? null : `max(${event}) filter (where ${event} <= date ${literal(dataEnd)}) as latest`,
    `${anyFails === "" ? "0" : `count(*) filter (where ${anyFails})`} as failing`,
    lag === null ? null : `count(${lag}) as dated`,
    lag === null ? null : `count(*) filter (where ${lag} <= ${days}) as on_time`,
    lag === null ? null : `count(*) filter (where ${lag} >= 0) as lagging`,
    lag === null ? null : `sum(cast(${lag} as bigint)) filter (where ${lag} >= 0) as lag_days`,
    ...counted.map((column, at) => `count(${identifier(column)}) as filled_${at}`),
    ...checks.map(({fails}, at) => `count(*) filter (where ${fails}) as fails_${at}`)
  ].filter((column) => column !== null);
  const places = keys.map((_, at) => at + 1).join(", ");
  return `select ${[...keys, ...counts].join(", ")} from ${identifier(`stg_${name}`)}
    group by ${places} order by ${places}`;
}

/** The place of a code on its list, which groups faster than its text. */
function placeOfCode(column: string, {allowed}: ColumnContract): string {
  const places = allowed!.map((value, place) => `when ${literal(value)} then ${place}`).join(" ");
  return `cast(case ${identifier(column)} ${places} end as utinyint)`;
}

function codeAt({columns}: TableContract, name: string, place: number | null): string | null {
  return place === null ? null : columns[name]!.allowed![place]!;
}

/** Codes of a few values, whose shares can drift. */
export function codeColumns({columns}: TableContract): string[] {
  return Object.entries(columns).flatMap(([name, {allowed}]) => (allowed === undefined ? [] : [name]));
}

/** Columns whose empty cells are counted: those that may be empty and, unless the extract is large, those that may not. */
function countedColumns({columns}: TableContract, {isLarge}: Scope): string[] {
  return Object.entries(columns).flatMap(([name, {nullable}]) => (nullable || !isLarge ? [name] : []));
}
