import {HORIZONS} from "#models/forecast/flowHistory.js";
import {
  bigints,
  columnOf,
  columnsFrom,
  dates,
  doubles,
  integers,
  numbersOf,
  type Columns
} from "#warehouse/engine/columns.js";
import {yearsOf} from "../calendar.js";
import type {RunContext} from "../context.js";
import {sqlOf} from "../sql/sqlOf.js";
import {firstAheadOf, openOrigins} from "./basis.js";
import {readDebtServices, type DebtServices} from "./debts.js";
import {monthNumber} from "./months.js";

interface Row {
  readonly observationDate: number;
  readonly quarter: number;
  readonly loans: number;
  readonly projected: number;
  readonly fellDue: number;
}

/** Debt service as projected at past dates beside what fell due, and the debts of the last year. */
export async function backtestDebts(context: RunContext): Promise<{columns: Columns; latest: DebtServices | null}> {
  const rows: Row[] = [];
  let latest: DebtServices | null = null;
  const firstAhead = firstAheadOf(context.source.calendar.last);
  for (const year of yearsOf(context.source.calendar)) {
    await openOrigins(context, year);
    latest = await readDebtServices(context);
    const dues = await context.engine.columns(sqlOf("forward_dues"), {first_ahead: firstAhead});
    rows.push(...comparedWith(latest, dues));
  }
  const last = monthNumber(context.source.calendar.last);
  const whole = rows.filter(({observationDate, quarter}) => lastMonthOf(observationDate, firstAhead, quarter) <= last);
  return {columns: columnsOf(whole), latest};
}

function comparedWith(debts: DebtServices, dues: Columns): Row[] {
  const days = columnOf(dues, "observation_date").values as Int32Array;
  const [quarters, fellDue] = [numbersOf(dues, "quarter"), numbersOf(dues, "fell_due")];
  const byDate = new Map<number, {loans: number; projected: number[]}>();
  for (let row = 0; row < debts.rowCount; row++) {
    if (debts.overdue[row]! > 0 || !(debts.drawn[row]! > 0)) continue;
    const day = debts.observationDates[row]!;
    if (!byDate.has(day)) byDate.set(day, {loans: 0, projected: Array.from({length: HORIZONS}, () => 0)});
    const total = byDate.get(day)!;
    total.loans++;
    for (let ahead = 0; ahead < HORIZONS; ahead++) total.projected[ahead]! += debts.service[ahead]![row]!;
  }
  return [...byDate].flatMap(([observationDate, {loans, projected}]) =>
    projected.map((amount, ahead) => {
      const at = days.findIndex((day, row) => day === observationDate && quarters[row] === ahead + 1);
      return {observationDate, quarter: ahead + 1, loans, projected: amount, fellDue: at < 0 ? 0 : fellDue[at]!};
    })
  );
}

function lastMonthOf(day: number, firstAhead: number, quarter: number): number {
  const month = monthNumber(new Date(day * 86_400_000).toISOString());
  const latestQuarter = Math.floor(month / 3);
  return 3 * (latestQuarter + firstAhead + quarter - 1);
}

function columnsOf(rows: readonly Row[]): Columns {
  const numbers = (pick: (row: Row) => number) => doubles(Float64Array.from(rows, pick));
  return columnsFrom({
    observation_date: dates(rows.map(({observationDate}) => observationDate)),
    quarter: integers(rows.map(({quarter}) => quarter)),
    loans: bigints(rows.map(({loans}) => loans)),
    projected: numbers(({projected}) => projected),
    fell_due: numbers(({fellDue}) => fellDue)
  });
}
