import {existsSync} from "node:fs";
import {auc} from "#models/validation/auc.js";
import {numbersOf} from "#warehouse/engine/columns.js";
import {yearlyMonthOf} from "../calendar.js";
import type {RunContext} from "../context.js";
import {aucMeasure, type Measure} from "../rating/evaluate.js";
import {sqlOf} from "../sql/sqlOf.js";

/**
 * How well the true PD of the demo bank orders the test sample: the most that any model could reach.
 * Read after every choice has been made, and by nothing else; no measures where there is no truth.
 */
export async function measureTruth({engine, source}: RunContext, truthFile: string | null): Promise<Measure[]> {
  if (truthFile === null || !existsSync(truthFile)) return [];
  const columns = await engine.columns(sqlOf("true_pds"), {file: truthFile, month: yearlyMonthOf(source.calendar)});
  const defaulted = Uint8Array.from(numbersOf(columns, "defaulted"));
  return [aucMeasure("test", "true_pd_auc", auc(numbersOf(columns, "true_pd"), defaulted))];
}
