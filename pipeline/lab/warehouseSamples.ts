import type {Source} from "#loaders/source.js";
import {epochDays, numbersOf, textsOf} from "#warehouse/engine/columns.js";
import {literal, type Engine} from "#warehouse/engine/engine.js";
import {UserError} from "#warehouse/engine/userError.js";
import {cohortMonths, yearlyMonthOf} from "../calendar.js";
import {sqlOf} from "../sql/sqlOf.js";
import {ratingFrame, sampleOf, type RatingFrame} from "../rating/frame.js";
import {labPart, type LabRows, type Samples} from "./rows.js";
import type {Spec} from "./spec.js";
import {outOfTime, SAMPLE} from "./splits.js";
import {chosenFeatures, type ChosenFeatures} from "./warehouseFeatures.js";

type WarehousePopulation = Extract<Spec["population"], {from: "warehouse"}>;

/**
 * The samples of a spec from the warehouse of its source, as the last run left it: cohorts in default already, or whose outcome is
 * not known, are left out and counted. Test rows are read only when they are asked for.
 */
export async function warehouseSamples(
  engine: Engine,
  source: Source,
  file: string,
  {population, split}: Spec & {readonly population: WarehousePopulation}
): Promise<Samples> {
  const chosen = await chosenFeatures(file, population);
  await requireFeatures(engine, file, source.id, chosen);
  const {first, last} = source.calendar;
  const months = cohortMonths(source.calendar, population.cohort_months);
  const yearly = yearlyMonthOf(source.calendar);
  const sections = await sectionsOf(engine);
  const isOf = (obligor: string) => population.sections?.includes(sections.get(obligor) ?? "") ?? true;
  const windowMonths = await windowMonthsOf(engine);
  const rowsOf = (frame: RatingFrame) => labRows(frame, yearly, sections, isOf);
  if (split.kind !== "out_of_time") {
    const frame = await ratingFrame(engine, chosen.list, {first, last, months});
    const excluded = exclusions(frame, isOf);
    return {train: rowsOf(frame), validation: null, safer: chosen.safer, windowMonths, excluded, test: null};
  }
  const {train_until: until, validate, test_from: testFrom} = split;
  requireOrder(file, split);
  const frame = await ratingFrame(engine, chosen.list, {first, last: validate?.until ?? until, months});
  const rows = rowsOf(frame);
  const {sample, counts} = outOfTime({
    days: rows.days,
    windowMonths,
    trainUntil: epochDays(until),
    ...(validate === undefined ? {} : {validateUntil: epochDays(validate.until)}),
    testFrom: epochDays(testFrom)
  });
  const from = validate === undefined ? 0 : epochDays(validate.from);
  const isValidation = (row: number) =>
    sample[row] === SAMPLE.validation && rows.days[row]! >= from && rows.isMeasured[row] === 1;
  return {
    train: labPart(rows, (row) => sample[row] === SAMPLE.train),
    validation: validate === undefined ? null : labPart(rows, isValidation),
    safer: chosen.safer,
    windowMonths,
    excluded: [...exclusions(frame, isOf), {reason: "window reaches into a later sample", rows: counts.purged}],
    test: async () => rowsOf(await ratingFrame(engine, chosen.list, {first: testFrom, last, months: [yearly]}))
  };
}

/** Months of the longest performance window of the default policies in force. */
async function windowMonthsOf(engine: Engine): Promise<number> {
  const found = await engine.columns("select max(performance_window_months) as months from policy_default");
  return numbersOf(found, "months")[0]!;
}

type IsOf = (obligor: string) => boolean;

function labRows(
  frame: RatingFrame,
  yearlyMonth: number,
  sections: ReadonlyMap<string, string | null>,
  isOf: IsOf
): LabRows {
  const {rows, ...sample} = sampleOf(frame, () => true);
  const {values, dictionary} = frame.obligors;
  const days = Int32Array.from(rows, (row) => frame.observationDates[row]!);
  const names = Array.from(rows, (row) => dictionary[values[row]!]!);
  const all: LabRows = {
    ...sample,
    names,
    segments: names.map((name) => sections.get(name) ?? null),
    days,
    isMeasured: Uint8Array.from(days, (day) => (monthOf(day) === yearlyMonth ? 1 : 0))
  };
  return labPart(all, (row) => isOf(all.names[row]!));
}

/** Month, 1 to 12, of a day counted from 1970. */
function monthOf(day: number): number {
  return new Date(day * 86_400_000).getUTCMonth() + 1;
}

function exclusions({rowCount, obligors, isInDefault, defaulted}: RatingFrame, isOf: IsOf): Samples["excluded"] {
  const counts = {"outside the population": 0, "in default already": 0, "outcome not known": 0};
  for (let row = 0; row < rowCount; row++) {
    if (!isOf(obligors.dictionary[obligors.values[row]!]!)) counts["outside the population"]++;
    else if (isInDefault[row] === 1) counts["in default already"]++;
    else if (Number.isNaN(defaulted[row])) counts["outcome not known"]++;
  }
  return Object.entries(counts).map(([reason, rows]) => ({reason, rows}));
}

/** Section of GB/T 4754 of each obligor, as its latest version says; null where it says none. */
async function sectionsOf(engine: Engine): Promise<ReadonlyMap<string, string | null>> {
  const found = await engine.columns(sqlOf("obligor_sections"));
  const sections = textsOf(found, "industry_section");
  return new Map(textsOf(found, "obligor_id").map((obligor, row) => [obligor!, sections[row] ?? null]));
}

async function requireFeatures(engine: Engine, file: string, source: string, {list}: ChosenFeatures): Promise<void> {
  const names = [...list.map(({table}) => table), "target_default"];
  const wanted = names.map(literal).join(", ");
  const found = textsOf(
    await engine.columns(`select table_name from information_schema.tables where table_name in (${wanted})`),
    "table_name"
  );
  const missing = names.find((name) => !found.includes(name));
  if (missing === undefined) return;
  throw new UserError(
    `${file}: ${missing} has not been built for ${source}; run "loanscape run --source ${source}" first`
  );
}

function requireOrder(file: string, split: Extract<Spec["split"], {kind: "out_of_time"}>): void {
  const {train_until: until, validate, test_from: testFrom} = split;
  const dates = [until, ...(validate === undefined ? [] : [validate.from, validate.until]), testFrom];
  const isOneDay = validate?.from === validate?.until;
  const order = isOneDay ? [...new Set(dates)] : dates;
  if (order.every((date, index) => index === 0 || date > order[index - 1]!)) return;
  throw new UserError(`${file}: split: ${dates.join(", ")}: training, validation and test must follow each other`);
}
