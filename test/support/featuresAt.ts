import {literal} from "#warehouse/engine/engine.js";
import {openFrame} from "#warehouse/featureFrame.js";
import {buildTable} from "#warehouse/sqlTable.js";
import {featureTables, rowsIn} from "./features.js";
import {withEngine} from "./memoryEngine.js";
import {stageBank, type StagedBank} from "./stagedBank.js";

/** The rows of one feature table for these obligors at these dates, in the order of its key. */
export async function featuresAt(
  name: string,
  {
    obligors = ["A"],
    dates,
    hasDatedDefaults = true
  }: {readonly obligors?: readonly string[]; readonly dates: readonly string[]; readonly hasDatedDefaults?: boolean},
  rows: StagedBank["rows"]
): Promise<Record<string, unknown>[]> {
  return await withEngine(async (engine) => {
    await stageBank(engine, {rows, observationDates: dates, dataEnd: dates.at(-1)!, hasDatedDefaults});
    const pairs = obligors.flatMap((obligor) => dates.map((date) => `(${literal(obligor)}, date ${literal(date)})`));
    await openFrame(engine, `select * from (values ${pairs.join(", ")}) as t(obligor_id, observation_date)`);
    const table = featureTables.get(name)!;
    await buildTable(engine, table);
    return await rowsIn(engine, table);
  });
}
