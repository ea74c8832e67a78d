import type {Source} from "#loaders/source.js";

/**
 * Last date from which projections may learn, outcomes included: that of the PD model, or, in a source that has none, the
 * end of the year in the middle of its calendar.
 */
export function trainUntilOf({evaluation, calendar}: Pick<Source, "evaluation" | "calendar">): string {
  if (evaluation.kind === "out_of_time") return evaluation.trainUntil;
  const [first, last] = [calendar.first, calendar.last].map((date) => Number(date.slice(0, 4)));
  return `${Math.floor((first! + last!) / 2)}-12-31`;
}
