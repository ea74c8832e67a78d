import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {logistic, logOdds} from "#models/numerics/logistic.js";
import {randomOf, type Random} from "#models/numerics/random.js";

export interface LogisticSample {
  readonly features: readonly Float64Array[];
  readonly outcomes: Uint8Array;
}

/** Bell-shaped features, each correlated with the one before, and defaults of about 6 % of the rows; alike at every call. */
export function logisticSample(rows: number, count: number): LogisticSample {
  const random = randomOf(20_261_124);
  const features: Float64Array[] = [];
  for (let j = 0; j < count; j++) {
    const before = features.at(-1);
    features.push(
      Float64Array.from({length: rows}, (_, row) => bell(random) + (before === undefined ? 0 : before[row]! / 2))
    );
  }
  const coefficients = features.map(() => 0.3 * bell(random));
  const odds = logOdds(features, -3.5, coefficients, rows);
  return {features, outcomes: Uint8Array.from(odds, (value) => (random() < logistic(value) ? 1 : 0))};
}

/** The features, one after the other, and the outcomes, as their bytes are in memory. */
export function writeSample(folder: string, {features, outcomes}: LogisticSample): void {
  const all = new Float64Array(features.length * outcomes.length);
  features.forEach((feature, index) => all.set(feature, index * outcomes.length));
  writeFileSync(join(folder, "features.bin"), all);
  writeFileSync(join(folder, "outcomes.bin"), outcomes);
}

/** Mean 0, standard deviation 1: the sum of six uniform numbers. */
function bell(random: Random): number {
  let total = 0;
  for (let draw = 0; draw < 6; draw++) total += random();
  return (total - 3) * Math.SQRT2;
}
