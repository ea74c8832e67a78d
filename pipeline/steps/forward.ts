import type {RunContext} from "../context.js";
import type {BasisBacktest} from "../forward/backtestColumns.js";
import {writeProjections} from "./projections.js";
import {writeReferenceScores} from "./referenceScores.js";
import {writeWorkingCapital} from "./workingCapital.js";

/** What comes beside and after the rating: reference scores, the need for working capital, and the next four quarters. */
export async function lookAhead(context: RunContext): Promise<readonly BasisBacktest[]> {
  await writeReferenceScores(context);
  await writeWorkingCapital(context);
  return await writeProjections(context);
}
