import {cashCover} from "#models/forecast/cashCover.js";
import {HORIZONS} from "#models/forecast/flowHistory.js";
import {columnsFrom, dates, doubles, epochDays, integers, varchars, type Columns} from "#warehouse/engine/columns.js";
import type {Basis} from "./basis.js";
import {firstAheadOf} from "./basis.js";
import {monthNumber} from "./months.js";
import type {ProjectedYear} from "./projectBasis.js";

interface Row {
  readonly obligor: string;
  readonly quarter: number;
  readonly basis: Basis | null;
  readonly low: number;
  readonly mid: number;
  readonly high: number;
  readonly service: number;
}

/**
 * The rows of `score_cash_projections`: four quarters of every obligor in the book at the last date. The first basis that
 * can project an obligor is taken; what falls due is known of those that have a line.
 */
export function projectionColumns(
  obligors: readonly string[],
  byBasis: ReadonlyMap<Basis, ProjectedYear>,
  services: ReadonlyMap<string, Float64Array>,
  last: string
): Columns {
  const places = new Map([...byBasis].map(([basis, year]) => [basis, placesAt(year, epochDays(last))]));
  const rows = obligors.flatMap((obligor) => {
    const found = [...byBasis].find(([basis, {projections}]) => {
      const place = places.get(basis)!.get(obligor);
      return place !== undefined && !Number.isNaN(projections.scale[place]!);
    });
    return Array.from({length: HORIZONS}, (_, ahead): Row => {
      const service = services.get(obligor)?.[ahead] ?? NaN;
      const key = {obligor, quarter: ahead + 1, service};
      if (found === undefined) return {...key, basis: null, low: NaN, mid: NaN, high: NaN};
      const [basis, {projections}] = found;
      const place = places.get(basis)!.get(obligor)!;
      const at = (ends: readonly Float64Array[]) => ends[ahead]![place]!;
      return {...key, basis, low: at(projections.low), mid: at(projections.mid), high: at(projections.high)};
    });
  });
  return columnsOf(rows, last);
}

function columnsOf(rows: readonly Row[], last: string): Columns {
  const numbers = (pick: (row: Row) => number) => doubles(Float64Array.from(rows, pick));
  return columnsFrom({
    obligor_id: varchars(rows.map(({obligor}) => obligor)),
    observation_date: dates(rows.map(() => epochDays(last))),
    quarter: integers(rows.map(({quarter}) => quarter)),
    quarter_end: dates(rows.map(({quarter}) => quarterEnd(last, quarter))),
    basis: varchars(rows.map(({basis}) => basis)),
    low: numbers(({low}) => low),
    operating_cash_flow: numbers(({mid}) => mid),
    high: numbers(({high}) => high),
    debt_service: numbers(({service}) => service),
    cover_low_ratio: numbers(({low, service}) => cashCover(low, service)),
    cover_ratio: numbers(({mid, service}) => cashCover(mid, service)),
    cover_high_ratio: numbers(({high, service}) => cashCover(high, service))
  });
}

function placesAt({sample}: ProjectedYear, day: number): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  sample.obligors.forEach((obligor, row) => {
    if (sample.observationDates[row] === day) places.set(obligor, row);
  });
  return places;
}

/** Last day, since 1970-01-01, of the quarter so many ahead of a date. */
export function quarterEnd(date: string, quarter: number): number {
  const months = 3 * (Math.floor(monthNumber(date) / 3) + firstAheadOf(date) + quarter - 1);
  return Date.UTC(Math.floor(months / 12), months % 12, 0) / 86_400_000;
}
