import {cutPoints} from "#models/binning/cutPoints.js";
import {columnOf, numbersOf, scalarAt, textsOf, type Columns} from "#warehouse/engine/columns.js";
import type {Engine} from "#warehouse/engine/engine.js";
import {relationOf, type Relation} from "./relation.js";
import {binsSql, labelledSql, spreadSql, type BinEnds, type Dates} from "./statements.js";
import {stabilityBy, type DatedCounts, type MovedDate} from "./stability.js";
import {isNumeric, type Feature, type Subject} from "./subjects.js";

/** The spread of a feature at one observation date. */
export interface Spread {
  readonly date: string;
  readonly rows: number;
  readonly missingShare: number;
  /** Zeros among the values that are known; null where none is. */
  readonly zeroShare: number | null;
  readonly least: number | null;
  /** At steps of a twentieth, the largest last; empty where no value is known, or the feature is no number. */
  readonly quantiles: readonly number[];
}

/** What was measured of a feature. */
export interface Measured {
  readonly feature: Feature;
  /** In the order of the dates. */
  readonly spreads: readonly Spread[];
  readonly moved: ReadonlyMap<string, MovedDate>;
  /** How it goes with default; null where no outcome is known, or no value. */
  readonly relation: Relation | null;
}

/** Features that are measured at once: their values stand in memory together. */
const AT_ONCE = 12;

/** Measures every feature of a table: three passes over the table for each dozen of its features. */
export async function measureSubject(engine: Engine, {table, features}: Subject, dates: Dates): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (let start = 0; start < features.length; start += AT_ONCE) {
    measured.push(...(await measureSome(engine, table.contract.name, features.slice(start, start + AT_ONCE), dates)));
  }
  return measured;
}

async function measureSome(engine: Engine, table: string, all: readonly Feature[], dates: Dates): Promise<Measured[]> {
  const features = all.filter(isNumeric);
  if (features.length === 0) return [];
  const spreadRows = await engine.columns(spreadSql(table, features, dates));
  const spreads = features.map((_, at) => spreadsOf(spreadRows, at));
  const labelled = await engine.columns(labelledSql(table, features, dates));
  const ends = features.map((_, at): BinEnds => ({
    stability: cutPoints(deciles(baseOf(spreads[at]!)?.quantiles ?? [])),
    relation: cutPoints(deciles(numbersIn(textsOf(labelled, `quantiles_${at}`)[0] ?? null)))
  }));
  const counts = await engine.columns(binsSql(table, features, ends, dates));
  return features.map((feature, at) => ({
    feature,
    spreads: spreads[at]!,
    moved: stabilityBy(countsOf(counts, `stability_${at}`, ends[at]!.stability.length + 1), baseOf(spreads[at]!)?.date),
    relation: relationOf(countsOf(counts, `relation_${at}`, ends[at]!.relation.length + 1), ends[at]!.relation)
  }));
}

/** Rows with a value from which a date may be what the others are compared with. */
const LEAST_BASE = 50;

/** The first date on which enough is known. */
function baseOf(spreads: readonly Spread[]): Spread | undefined {
  return spreads.find(({rows, missingShare}) => rows * (1 - missingShare) >= LEAST_BASE);
}

function spreadsOf(rows: Columns, at: number): Spread[] {
  const [dates, quantiles] = [textsOf(rows, "observation_date"), textsOf(rows, `quantiles_${at}`)];
  const column = (name: string) => numbersOf(rows, name);
  const [counts, known, zeros, least] = ["row_count", `known_${at}`, `zeros_${at}`, `least_${at}`].map(column);
  return dates.map((date, row) => ({
    date: date!,
    rows: counts![row]!,
    missingShare: 1 - known![row]! / counts![row]!,
    zeroShare: known![row]! > 0 ? zeros![row]! / known![row]! : null,
    least: known![row]! > 0 ? least![row]! : null,
    quantiles: numbersIn(quantiles[row]!)
  }));
}

function countsOf(rows: Columns, name: string, bins: number): DatedCounts[] {
  const [dates, texts, totals] = [textsOf(rows, "observation_date"), textsOf(rows, name), numbersOf(rows, "row_count")];
  const outcome = columnOf(rows, "outcome");
  return dates.map((date, row) => {
    const found = numbersIn(texts[row]!);
    const counts = found.length > 0 ? found : Array.from({length: bins}, () => 0);
    const missing = totals[row]! - counts.reduce((sum, count) => sum + count, 0);
    const defaulted = scalarAt(outcome, row);
    return {date: date!, defaulted: defaulted === null ? null : defaulted === 1, counts: [...counts, missing]};
  });
}

function deciles(quantiles: readonly number[]): number[] {
  return quantiles.filter((_, step) => step % 2 === 1);
}

function numbersIn(text: string | null): number[] {
  return text === null || text === "" ? [] : text.split(",").map(Number);
}
