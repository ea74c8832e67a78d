import {HISTORY_MONTHS} from "../calendar.js";
import {hazards, standingPds, type StandingPds} from "./defaultProbability.js";
import type {Factors} from "./factors.js";
import {expectation, gridOf, valueAt, type Grid} from "./grid.js";
import {qualityOf} from "./quality.js";
import type {Truth} from "./parameters.js";

/** An obligor's standing at a month end. */
export interface Standing {
  readonly quality: number;
  readonly section: number;
  readonly month: number;
  readonly index: number;
  /** Months since the open episode began, its first counted as 1; 0 without one. */
  readonly age: 0 | 1 | 2 | 3;
}

export interface TruePds {
  /** The factors known now, the next year's integrated out. */
  integrated(standing: Standing): number;
  /** The factors of the next year known too, own shocks integrated out. */
  givenPath(standing: Standing): number;
}

/** True default probabilities within 12 months, from tables that are filled when first asked for. */
export function truePds(truth: Truth, factors: Factors): TruePds {
  const integrated = integratedTables(truth);
  const givenPath = pathTables(truth, factors);
  return {
    integrated: ({quality, index, age}) =>
      valueAt(integrated.grid, integrated.at(quality).byAge[age], 0, index - qualityOf(truth, quality)),
    givenPath: ({quality, section, month, index, age}) => {
      const level = qualityOf(truth, quality) + factors.levels[section]![month + HISTORY_MONTHS]!;
      return valueAt(givenPath.grid, givenPath.at(section, month, quality).byAge[age], 0, index - level);
    }
  };
}

const PATH_GRID = {size: 31};

function integratedTables(truth: Truth): {grid: Grid; at(quality: number): StandingPds} {
  const sd = Math.hypot(truth.macroSd, truth.sectorSd, truth.ownSd);
  const grid = gridOf(sd, {halfWidth: 6, size: 61});
  const operator = expectation(grid, truth.persistence, sd * Math.sqrt(1 - truth.persistence ** 2));
  const tables: StandingPds[] = [];
  return {
    grid,
    at(quality) {
      const hazard = (): Float64Array => hazards(grid, qualityOf(truth, quality), truth);
      return (tables[quality] ??= standingPds(truth, operator, once(hazard)));
    }
  };
}

function once(compute: () => Float64Array): () => Float64Array {
  const value = compute();
  return () => value;
}

function pathTables(
  truth: Truth,
  {levels}: Factors
): {grid: Grid; at(section: number, month: number, quality: number): StandingPds} {
  const grid = gridOf(truth.ownSd, PATH_GRID);
  const operator = expectation(grid, truth.persistence, truth.ownSd * Math.sqrt(1 - truth.persistence ** 2));
  const hazardTables = new Map<number, Float64Array>();
  const tables = new Map<number, StandingPds>();
  const key = (section: number, month: number, quality: number): number =>
    (section * 256 + month + HISTORY_MONTHS) * truth.qualityClasses + quality;
  const hazardAt = (section: number, month: number, quality: number): Float64Array => {
    const level = qualityOf(truth, quality) + levels[section]![month + HISTORY_MONTHS]!;
    return remembered(hazardTables, key(section, month, quality), () => hazards(grid, level, truth));
  };
  return {
    grid,
    at: (section, month, quality) =>
      remembered(tables, key(section, month, quality), () =>
        standingPds(truth, operator, (ahead) => hazardAt(section, month + ahead, quality))
      )
  };
}

function remembered<T>(memory: Map<number, T>, key: number, compute: () => T): T {
  let value = memory.get(key);
  if (value === undefined) memory.set(key, (value = compute()));
  return value;
}
