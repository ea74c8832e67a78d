import type {LoadSummary} from "#pipeline/results.js";
import {count} from "./count.js";

const SHOWN_FINDINGS = 10;

/** What a load came to, in lines that a person reads. */
export function loadText({
  source,
  seconds,
  batches,
  alreadyLoaded,
  breaks,
  withheld,
  verdicts,
  warnings
}: LoadSummary): string {
  const failed = verdicts.filter(({verdict}) => verdict !== "pass");
  return [
    batches.length === 0
      ? `Nothing new for ${source}: all ${alreadyLoaded.length} files were loaded before.`
      : `Loaded ${batches.length} extracts of ${source} in ${seconds.toFixed(1)} s:`,
    ...batches.map(
      (batch) =>
        `  ${batch.extract}: ${count(batch.rowsIn)} rows in = ${count(batch.loaded)} loaded + ${count(batch.duplicates)} duplicates + ` +
        `${count(batch.quarantined)} in quarantine + ${count(batch.leftOut)} left out; ` +
        `${count(batch.superseded)} earlier rows corrected, ${count(batch.ended)} ended`
    ),
    ...(batches.length > 0 && alreadyLoaded.length > 0 ? [`Loaded before: ${alreadyLoaded.join(", ")}.`] : []),
    ...withheld.map(
      ({extract, rows}) =>
        `Withheld for want of consent: ${count(rows)} rows of ${extract}; they stay in the raw table.`
    ),
    ...breaks.map(
      ({extract, file, control, column, declared, computed}) =>
        `Control total broken: ${extract}, ${file}, ${control}${column === "" ? "" : ` of ${column}`}: declared ${declared}, came ${computed}.`
    ),
    ...(failed.length === 0 ? [] : [`${failed.length} of ${verdicts.length} checks give a warning:`]),
    ...failed.slice(0, SHOWN_FINDINGS).map(({id, finding}) => `  ${id}${finding === "" ? "" : `: ${finding}`}`),
    ...(failed.length > SHOWN_FINDINGS ? [`  and ${failed.length - SHOWN_FINDINGS} more`] : []),
    ...warnings.map((warning) => `Warning: ${warning}`)
  ].join("\n");
}
