import {altmanZDoublePrime, altmanZoneOf} from "#models/reference/altmanZDoublePrime.js";
import {beneishMScore, isBeneishFlagged} from "#models/reference/beneishMScore.js";
import {booleans, columnOf, columnsFrom, doubles, varchars, type Columns} from "#warehouse/engine/columns.js";
import type {RunContext} from "../context.js";
import {scoreReferenceScores} from "../scores/score_reference_scores.js";
import {knownNumbers} from "../knownNumbers.js";
import {writeYearly} from "./yearly.js";

/** Writes published scores that stand beside the rating, for every obligor at every date. */
export async function writeReferenceScores(context: RunContext): Promise<void> {
  const step = {name: "forward", inputs: "reference_inputs", contract: scoreReferenceScores, isAbsent: false};
  await writeYearly(context, step, referenceColumns);
}

function referenceColumns(inputs: Columns): Columns {
  const at = knownNumbers(inputs);
  const rows = Array.from({length: inputs.rowCount}, (_, row) => row);
  const altman = rows.map((row) =>
    altmanZDoublePrime({
      workingCapital: at("working_capital", row),
      retainedEarnings: at("retained_earnings", row),
      operatingIncome: at("operating_income", row),
      equityToLiabilities: at("equity_to_liabilities", row)
    })
  );
  const beneish = rows.map((row) =>
    beneishMScore({
      receivables: at("receivables_index", row),
      grossMargin: at("gross_margin_index", row),
      assetQuality: at("asset_quality_index", row),
      sales: at("sales_index", row),
      depreciation: at("depreciation_index", row),
      expense: at("expense_index", row),
      leverage: at("leverage_index", row),
      accruals: at("accruals", row)
    })
  );
  return columnsFrom({
    obligor_id: columnOf(inputs, "obligor_id"),
    observation_date: columnOf(inputs, "observation_date"),
    altman_z: doubles(Float64Array.from(altman, (score) => score ?? NaN)),
    zone: varchars(altman.map((score) => (score === null ? null : altmanZoneOf(score)))),
    beneish_m: doubles(Float64Array.from(beneish, (score) => score ?? NaN)),
    is_flagged: booleans(beneish.map((score) => (score === null ? null : isBeneishFlagged(score))))
  });
}
