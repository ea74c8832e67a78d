import {epochDays, textsOf} from "#warehouse/engine/columns.js";
import {heldToContract} from "#warehouse/sqlTable.js";
import type {RunContext} from "../context.js";
import {backtestColumns, type BasisBacktest} from "../forward/backtestColumns.js";
import {BASES, type Basis} from "../forward/basis.js";
import {debtServiceAt} from "../forward/debts.js";
import {backtestDebts} from "../forward/debtBacktest.js";
import {fitBasis} from "../forward/fitBasis.js";
import {projectBasis, type ProjectedYear} from "../forward/projectBasis.js";
import {projectionColumns} from "../forward/projectionColumns.js";
import {trainUntilOf} from "../forward/trainUntil.js";
import {scoreCashProjections} from "../scores/score_cash_projections.js";
import {scoreDebtServiceBacktest} from "../scores/score_debt_service_backtest.js";
import {scoreProjectionBacktest} from "../scores/score_projection_backtest.js";
import {sqlOf} from "../sql/sqlOf.js";

/**
 * Projects operating cash flow and debt service of the next four quarters from the latest date, and from past dates to
 * compare with what came. The models are fitted on training dates alone.
 */
export async function writeProjections(context: RunContext): Promise<readonly BasisBacktest[]> {
  const {engine, source, record} = context;
  const {last} = source.calendar;
  const fared: BasisBacktest[] = [];
  const latest = new Map<Basis, ProjectedYear>();
  for (const basis of BASES) {
    if (basis === "account_flows") await engine.run(sqlOf("forward_account_facts"));
    context.progress.line(`fitting the projection of ${basis}`);
    const model = await fitBasis(context, basis);
    if (model === null) continue;
    const projected = await projectBasis(context, basis, model);
    fared.push(...projected.fared.map((summary) => ({basis, ...summary})));
    if (projected.latest !== null) latest.set(basis, projected.latest);
  }
  const debts = await backtestDebts(context);
  const services = debts.latest === null ? new Map() : debtServiceAt(debts.latest, epochDays(last));
  const obligors = textsOf(await engine.columns(sqlOf("forward_book"), {last}), "obligor_id") as string[];
  await engine.write(scoreCashProjections.name, projectionColumns(obligors, latest, services, last));
  await engine.write(scoreProjectionBacktest.name, backtestColumns(fared, trainUntilOf(source)));
  await engine.write(scoreDebtServiceBacktest.name, debts.columns);
  for (const contract of [scoreCashProjections, scoreProjectionBacktest, scoreDebtServiceBacktest]) {
    record.add("forward", contract.name, await heldToContract(engine, contract));
  }
  return fared;
}
