import type {TableContract} from "#warehouse/contract.js";
import type {Columns} from "#warehouse/engine/columns.js";
import {heldToContract} from "#warehouse/sqlTable.js";
import {yearlyDatesOf} from "../catalogue/dates.js";
import {measureSubject, type Measured} from "../catalogue/measure.js";
import {binRows, featureRow, historyRows, tableRow} from "../catalogue/rows.js";
import {subjects} from "../catalogue/subjects.js";
import {tableColumns} from "../catalogue/tableColumns.js";
import type {RunContext} from "../context.js";
import {scoreFeatureBins} from "../scores/score_feature_bins.js";
import {scoreFeatureHistory} from "../scores/score_feature_history.js";
import {scoreFeatures} from "../scores/score_features.js";
import {scoreFeatureTables} from "../scores/score_feature_tables.js";

/**
 * Measures every feature on the yearly observation dates, whose performance windows do not overlap: its spread, how that moved from
 * the first year, and how it alone goes with default.
 */
export async function catalogueFeatures(context: RunContext): Promise<void> {
  const {engine, source, progress} = context;
  const dates = yearlyDatesOf(source);
  const all = await subjects();
  const measured = new Map<string, Measured>();
  for (const subject of all) {
    progress.line(subject.table.contract.name);
    for (const each of await measureSubject(engine, subject, dates)) measured.set(keyOf(each.feature), each);
  }
  const found = [...measured.values()];
  const rows = all.flatMap(({features}) =>
    features.map((feature, order) => featureRow(feature, order, measured.get(keyOf(feature))))
  );
  await write(context, scoreFeatureTables, tableColumns(scoreFeatureTables, all.map(tableRow)));
  await write(context, scoreFeatures, tableColumns(scoreFeatures, rows));
  await write(context, scoreFeatureHistory, tableColumns(scoreFeatureHistory, found.flatMap(historyRows)));
  await write(context, scoreFeatureBins, tableColumns(scoreFeatureBins, found.flatMap(binRows)));
}

async function write({engine, record}: RunContext, contract: TableContract, columns: Columns): Promise<void> {
  await engine.write(contract.name, columns);
  record.add("catalogue", contract.name, await heldToContract(engine, contract));
}

function keyOf({table, name}: {readonly table: string; readonly name: string}): string {
  return `${table}.${name}`;
}
