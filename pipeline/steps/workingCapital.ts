import {newWorkingCapitalLimit, workingCapitalNeed, workingCapitalTurns} from "#models/workingCapital/need.js";
import {daysOf} from "#models/workingCapital/tradeDays.js";
import {columnOf, columnsFrom, doubles, varchars, type Columns} from "#warehouse/engine/columns.js";
import type {RunContext} from "../context.js";
import {knownNumbers} from "../knownNumbers.js";
import {scoreWorkingCapital} from "../scores/score_working_capital.js";
import {writeYearly} from "./yearly.js";

/** The growth of last year stands for the growth expected, within these bounds: no loan is sized on a boom or a collapse. */
const GROWTH_BOUND = 0.2;

interface Row {
  readonly need: number | null;
  readonly turns: number | null;
  readonly days: number | null;
  readonly newLimit: number | null;
  readonly reason: "inputs_missing" | "trade_financed" | null;
}

const UNKNOWN: Row = {need: null, turns: null, days: null, newLimit: null, reason: "inputs_missing"};

/** Writes the need for working capital of every obligor at every date. */
export async function writeWorkingCapital(context: RunContext): Promise<void> {
  const step = {name: "forward", inputs: "working_capital_inputs", contract: scoreWorkingCapital, isAbsent: false};
  await writeYearly(context, step, needColumns);
}

function needColumns(inputs: Columns): Columns {
  const at = knownNumbers(inputs);
  const rows = Array.from({length: inputs.rowCount}, (_, row) => rowOf((name) => at(name, row)));
  const numbers = (pick: (row: Row) => number | null) => doubles(Float64Array.from(rows, (row) => pick(row) ?? NaN));
  return columnsFrom({
    obligor_id: columnOf(inputs, "obligor_id"),
    observation_date: columnOf(inputs, "observation_date"),
    need: numbers(({need}) => need),
    turns: numbers(({turns}) => turns),
    working_capital_days: numbers(({days}) => days),
    new_limit: numbers(({newLimit}) => newLimit),
    not_applicable_reason: varchars(rows.map(({reason}) => reason))
  });
}

function rowOf(at: (name: string) => number | null): Row {
  const days = (name: string, none: string) =>
    at(none) === 1 ? (daysOf(at(`${name}_turns`)) ?? 0) : daysOf(at(`${name}_turns`));
  const [inventory, receivable, payable] = [
    days("inventory", "has_no_inventory"),
    days("receivable", "has_no_receivables"),
    days("payable", "has_no_payables")
  ];
  const [revenue, profitMargin, growth] = [at("revenue"), at("profit_margin"), at("growth")];
  if (inventory === null || receivable === null || payable === null) return UNKNOWN;
  if (revenue === null || profitMargin === null || growth === null) return UNKNOWN;
  // Statements have no lines for what was paid or received before delivery: both are within other items, and taken as none.
  const trade = {inventory, receivable, payable, prepaid: 0, advance: 0};
  const expected = Math.max(-GROWTH_BOUND, Math.min(GROWTH_BOUND, growth));
  const need = workingCapitalNeed({revenue, profitMargin, growth: expected}, trade);
  const known = {turns: workingCapitalTurns(trade), days: inventory + receivable - payable};
  if (need === null) return {need, newLimit: null, ...known, reason: "trade_financed"};
  return {need, ...known, newLimit: newLimitOf(need, at), reason: null};
}

function newLimitOf(need: number, at: (name: string) => number | null): number | null {
  const [ownFunds, currentLoans, shortTermDebt] = [at("own_funds"), at("current_loans"), at("short_term_debt")];
  if (ownFunds === null || currentLoans === null || shortTermDebt === null) return null;
  const otherSources = Math.max(0, shortTermDebt - currentLoans);
  return newWorkingCapitalLimit(need, {ownFunds, currentLoans, otherSources});
}
