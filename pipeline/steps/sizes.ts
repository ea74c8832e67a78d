import {sizeClassOf, type SizeThreshold} from "#models/size/sizeClass.js";
import {columnOf, columnsFrom, numbersOf, varchars, textsOf, type Columns} from "#warehouse/engine/columns.js";
import type {RunContext} from "../context.js";
import {sizeThresholds} from "../reference/sizeThresholds.js";
import {scoreSizes} from "../scores/score_sizes.js";
import {writeYearly} from "./yearly.js";

/** Classifies every obligor at every date by the classification of 2017; no rows where the source has no sizes. */
export async function classifySizes(context: RunContext): Promise<void> {
  const table = sizeThresholds();
  const isAbsent = context.source.absent.includes("size");
  const step = {name: "sizes", inputs: "size_inputs", contract: scoreSizes, isAbsent};
  await writeYearly(context, step, (inputs) => sizeColumns(inputs, table));
}

function sizeColumns(inputs: Columns, table: readonly SizeThreshold[]): Columns {
  const codes = textsOf(inputs, "industry_code");
  const [employees, revenue, assets] = ["employees", "revenue", "total_assets"].map((name) => numbersOf(inputs, name));
  const classes = codes.map((industryCode, row) => {
    if (industryCode === null) return null;
    const known = (values: Float64Array | undefined) => (Number.isNaN(values![row]) ? null : values![row]!);
    const facts = {employees: known(employees), revenue: known(revenue), total_assets: known(assets)};
    return sizeClassOf({industryCode, ...facts}, table);
  });
  return columnsFrom({
    obligor_id: columnOf(inputs, "obligor_id"),
    observation_date: columnOf(inputs, "observation_date"),
    size_class: varchars(classes)
  });
}
