import type {Source} from "#loaders/source.js";
import {yearlyMonthOf} from "../calendar.js";
import type {Dates} from "./statements.js";

/** The yearly dates of a source; outcomes up to the end of the training sample, so that nobody chooses features on the test sample. */
export function yearlyDatesOf({calendar, evaluation}: Pick<Source, "calendar" | "evaluation">): Dates {
  return {
    month: yearlyMonthOf(calendar),
    outcomesUntil: evaluation.kind === "out_of_time" ? evaluation.trainUntil : null
  };
}
