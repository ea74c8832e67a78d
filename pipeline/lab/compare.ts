import {existsSync, readFileSync} from "node:fs";
import {gradeIndexOf, type MasterScale} from "#models/rating/masterScale.js";
import {pairedDeLong, type AucDifference} from "#models/validation/pairedDeLong.js";
import {columnsOfArrow} from "#warehouse/engine/arrow.js";
import {isoDate, numbersOf, textsOf, type Columns} from "#warehouse/engine/columns.js";
import {UserError} from "#warehouse/engine/userError.js";
import {policyVersions} from "../policy/policy.js";
import {scaleOf} from "../rating/scaleOf.js";
import type {Settings} from "../settings/settings.js";
import type {Experiment} from "./experiment.js";
import {experimentOf, predictionsOf, recordFile, registryOf} from "./registry.js";

/** An obligor whose grade differs between two models. */
export interface Move {
  readonly name: string;
  readonly date: string | null;
  readonly sample: string;
  readonly firstPd: number;
  readonly secondPd: number;
  readonly firstGrade: string;
  readonly secondGrade: string;
  /** Positive where the second model grades riskier. */
  readonly notches: number;
  readonly defaulted: boolean;
}

/** Two models on the measured rows that both predicted. */
export interface SampleComparison {
  readonly sample: string;
  readonly observations: number;
  readonly events: number;
  /** DeLong's paired test; null where a class is empty. */
  readonly auc: AucDifference | null;
  /** Mean of the second's log odds less the first's. */
  readonly meanShift: number;
  /** Rows that the second model grades safer, alike and riskier. */
  readonly safer: number;
  readonly alike: number;
  readonly riskier: number;
}

export interface Comparison {
  readonly first: Experiment;
  readonly second: Experiment;
  readonly samples: readonly SampleComparison[];
  /** Those that moved furthest, by notches and then by PD. */
  readonly moves: readonly Move[];
}

/**
 * Two experiments side by side, on rows that both predicted: out of fold on the training rows, validation rows, and test rows where
 * both were validated. Throws a UserError where they have no rows in common.
 */
export function compareExperiments(
  {settings, first: a, second: b}: {readonly settings: Settings; readonly first: string; readonly second: string},
  most = 20
): Comparison {
  const registry = registryOf(settings);
  const [first, second] = [experimentOf(registry, a), experimentOf(registry, b)];
  const scale = scaleOf(policyVersions(settings.policies, "rating").at(-1)!.policy);
  const pairs = pairsOf(allPredictions(registry, first), allPredictions(registry, second));
  if (pairs.length === 0) {
    throw new UserError(
      `${first.id} and ${second.id} predicted no row in common; train both on the same population and split`
    );
  }
  const samples = [...new Set(pairs.map(({sample}) => sample))];
  const moves = pairs.map((pair) => moveOf(pair, scale)).filter(({notches}) => notches !== 0);
  moves.sort(
    (x, y) => Math.abs(y.notches) - Math.abs(x.notches) || y.secondPd - x.secondPd || (x.name < y.name ? -1 : 1)
  );
  return {
    first,
    second,
    samples: samples.map((sample) =>
      comparisonOf(
        sample,
        pairs.filter((pair) => pair.sample === sample),
        scale
      )
    ),
    moves: moves.slice(0, most)
  };
}

interface Pair {
  readonly sample: string;
  readonly name: string;
  readonly day: number;
  readonly defaulted: number;
  readonly firstPd: number;
  readonly secondPd: number;
}

/** The measured rows of both, matched by sample, name and date. */
function pairsOf(first: readonly Columns[], second: readonly Columns[]): Pair[] {
  const seconds = new Map<string, number>();
  eachMeasured(second, (key, _, pd) => seconds.set(key, pd));
  const pairs: Pair[] = [];
  eachMeasured(first, (key, row, firstPd) => {
    const secondPd = seconds.get(key);
    if (secondPd !== undefined) pairs.push({...row, firstPd, secondPd});
  });
  return pairs;
}

type Row = Omit<Pair, "firstPd" | "secondPd">;

function eachMeasured(parts: readonly Columns[], visit: (key: string, row: Row, pd: number) => void): void {
  for (const columns of parts) {
    const [samples, names] = [textsOf(columns, "sample"), textsOf(columns, "name")];
    const [days, measured] = [numbersOf(columns, "observation_date"), numbersOf(columns, "is_measured")];
    const [outcomes, pds] = [numbersOf(columns, "defaulted"), numbersOf(columns, "pd")];
    for (let row = 0; row < columns.rowCount; row++) {
      if (measured[row] !== 1) continue;
      const [sample, name, day] = [samples[row]!, names[row]!, days[row]!];
      visit(`${sample}\0${name}\0${day}`, {sample, name, day, defaulted: outcomes[row]!}, pds[row]!);
    }
  }
}

function comparisonOf(sample: string, pairs: readonly Pair[], scale: MasterScale): SampleComparison {
  const column = (pick: (pair: Pair) => number) => Float64Array.from(pairs, pick);
  const defaulted = Uint8Array.from(pairs, (pair) => pair.defaulted);
  const events = defaulted.reduce((total, flag) => total + flag, 0);
  const hasBoth = events > 0 && events < pairs.length;
  const moves = pairs.map((pair) => moveOf(pair, scale).notches);
  const count = (isIt: (notches: number) => boolean) => moves.filter(isIt).length;
  return {
    sample,
    observations: pairs.length,
    events,
    auc: hasBoth
      ? pairedDeLong(
          column((pair) => pair.firstPd),
          column((pair) => pair.secondPd),
          defaulted
        )
      : null,
    meanShift: pairs.reduce((total, pair) => total + logit(pair.secondPd) - logit(pair.firstPd), 0) / pairs.length,
    safer: count((notches) => notches < 0),
    alike: count((notches) => notches === 0),
    riskier: count((notches) => notches > 0)
  };
}

function moveOf({sample, name, day, defaulted, firstPd, secondPd}: Pair, scale: MasterScale): Move {
  const [from, to] = [gradeIndexOf(firstPd, scale), gradeIndexOf(secondPd, scale)];
  return {
    name,
    date: day === 0 ? null : isoDate(day),
    sample,
    firstPd,
    secondPd,
    firstGrade: scale[from]!.label,
    secondGrade: scale[to]!.label,
    notches: to - from,
    defaulted: defaulted === 1
  };
}

function logit(pd: number): number {
  return Math.log(pd / (1 - pd));
}

function allPredictions(registry: string, experiment: Experiment): Columns[] {
  const test = recordFile(registry, experiment.id, "test.arrow");
  return [predictionsOf(registry, experiment), ...(existsSync(test) ? [columnsOfArrow(readFileSync(test))] : [])];
}
