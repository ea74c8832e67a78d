import {debtServiceOf} from "#models/forecast/debtService.js";
import {HORIZONS} from "#models/forecast/flowHistory.js";
import {columnOf, numbersOf, textsOf, type Columns} from "#warehouse/engine/columns.js";
import type {RunContext} from "../context.js";
import {sqlOf} from "../sql/sqlOf.js";
import {firstAheadOf} from "./basis.js";
import {monthNumber} from "./months.js";

/** What the loans of the origins will ask for: one row a facility and date, sorted by date. */
export interface DebtServices {
  readonly rowCount: number;
  readonly obligors: readonly string[];
  readonly observationDates: Int32Array;
  readonly overdue: Float64Array;
  readonly drawn: Float64Array;
  /** By quarter ahead. */
  readonly service: readonly Float64Array[];
}

/** Reads what is owed on the dates of the origins, and computes what falls due in the quarters after each. */
export async function readDebtServices({engine, source}: RunContext): Promise<DebtServices> {
  await engine.run(sqlOf("forward_debts"));
  const columns = await engine.columns(sqlOf("forward_debt_rows"));
  return debtServicesFrom(columns, monthsUnderWay(source.calendar.last));
}

/** Months from a date to the start of the first calendar quarter after it. */
export function monthsUnderWay(date: string): number {
  return firstAheadOf(date) === 1 ? 0 : 3 - (monthNumber(date) % 3);
}

function debtServicesFrom(columns: Columns, underWay: number): DebtServices {
  const [drawn, overdue] = [numbersOf(columns, "drawn"), numbersOf(columns, "overdue")];
  const [rate, months] = [numbersOf(columns, "annual_rate"), numbersOf(columns, "months_to_maturity")];
  const [due, monthsDue] = [numbersOf(columns, "due_in_year"), numbersOf(columns, "months_due")];
  const service = Array.from({length: HORIZONS}, () => new Float64Array(columns.rowCount));
  for (let row = 0; row < columns.rowCount; row++) {
    const quarters = debtServiceOf(
      {
        drawn: drawn[row]!,
        overdue: overdue[row]!,
        annualRate: rate[row]!,
        monthsToMaturity: months[row]!,
        dueInYear: Number.isNaN(due[row]!) ? null : due[row]!,
        monthsDue: monthsDue[row]!
      },
      underWay
    );
    quarters.forEach((amount, ahead) => void (service[ahead]![row] = amount));
  }
  return {
    rowCount: columns.rowCount,
    obligors: textsOf(columns, "obligor_id") as string[],
    observationDates: columnOf(columns, "observation_date").values as Int32Array,
    overdue,
    drawn,
    service
  };
}

/** What each obligor must pay in the quarters after a date: the sum over its loans, by quarter ahead. */
export function debtServiceAt(debts: DebtServices, observationDate: number): ReadonlyMap<string, Float64Array> {
  const byObligor = new Map<string, Float64Array>();
  for (let row = 0; row < debts.rowCount; row++) {
    if (debts.observationDates[row] !== observationDate) continue;
    const obligor = debts.obligors[row]!;
    if (!byObligor.has(obligor)) byObligor.set(obligor, new Float64Array(HORIZONS));
    const total = byObligor.get(obligor)!;
    for (let ahead = 0; ahead < HORIZONS; ahead++) total[ahead]! += debts.service[ahead]![row]!;
  }
  return byObligor;
}
