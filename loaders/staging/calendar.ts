import {booleans, dates, columnsFrom, epochDays, varchars} from "#warehouse/engine/columns.js";
import type {Engine} from "#warehouse/engine/engine.js";
import {hasDatedDefaults, type Calendar, type Source} from "../sources/contract.js";

/** The observation dates of a calendar: month ends from the first to the last, in days since 1970-01-01. */
export function observationDates({first, last, everyMonths}: Calendar): number[] {
  const end = epochDays(last);
  const [year, month] = first.split("-").map(Number) as [number, number];
  const out: number[] = [];
  for (let step = 0; ; step += everyMonths) {
    const day = Date.UTC(year, month + step, 0) / 86_400_000; // day 0 is the last of the month before
    if (day > end) return out;
    out.push(day);
  }
}

/** Writes `stg_calendar`, one row per observation date, and `stg_source`, one row. */
export async function stageCalendar(engine: Engine, source: Source): Promise<void> {
  const {id, calendar} = source;
  await engine.write("stg_calendar", columnsFrom({observation_date: dates(observationDates(calendar))}));
  await engine.write(
    "stg_source",
    columnsFrom({
      source_id: varchars([id]),
      data_end: dates([epochDays(calendar.dataEnd)]),
      has_dated_defaults: booleans([hasDatedDefaults(source)])
    })
  );
}
