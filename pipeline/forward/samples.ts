import {historiesWhere, HORIZONS, type FlowHistories} from "#models/forecast/flowHistory.js";
import type {ProjectionSample} from "#models/forecast/projection.js";
import {columnOf, numbersOf, textsOf, type Columns} from "#warehouse/engine/columns.js";

const LAGS = 10;

/** Histories and outcomes of obligors at dates, as the models take them. */
export interface DatedSample extends ProjectionSample {
  readonly obligors: readonly string[];
  readonly observationDates: Int32Array;
}

/** The sample in the rows that `forward_histories.sql` returns. */
export function sampleFrom(columns: Columns, firstAhead: number): DatedSample {
  const series = (name: string, from: number, count: number) =>
    Array.from({length: count}, (_, index) => numbersOf(columns, `${name}_${from + index}`));
  const histories: FlowHistories = {
    rowCount: columns.rowCount,
    flows: series("flow", 0, LAGS),
    sales: series("sales", 0, LAGS),
    groups: textsOf(columns, "industry_section").map((section) => section ?? ""),
    quarters: Uint8Array.from(numbersOf(columns, "quarter_of_year")),
    firstAhead
  };
  return {
    histories,
    outcomes: series("came", 1, HORIZONS),
    obligors: textsOf(columns, "obligor_id") as string[],
    observationDates: columnOf(columns, "observation_date").values as Int32Array
  };
}

/**
 * Parts a sample by obligor: half to learn from, half to set intervals by. Which half depends on the obligor's id alone, so
 * that neither another obligor nor the order of rows moves it.
 */
export function halves(sample: DatedSample): {train: ProjectionSample; calibration: ProjectionSample} {
  const isOdd = sample.obligors.map((id) => textHash(id) % 2 === 1);
  const part = (odd: boolean) => historiesWhere(sample.histories, sample.outcomes, (row) => isOdd[row] === odd);
  return {train: part(false), calibration: part(true)};
}

/** FNV-1a of a text, with a last mix so that its lowest bit depends on every character. */
function textHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  return (hash ^ (hash >>> 15)) >>> 0;
}
