import type {ProjectionChoices, ProjectionSample} from "#models/forecast/projection.js";
import {normalQuantile} from "#models/numerics/normal.js";
import {randomOf} from "#models/numerics/random.js";

export const SEASON = [-0.03, 0.01, -0.01, 0.03] as const;
export const NOISE = 0.04;
export const CHOICES: ProjectionChoices = {coverage: 0.8, halfLives: [2, 4, 1000], shrinkages: [0, 1, 4]};

export interface Simulated extends ProjectionSample {
  /** Expected flows of the quarters that came, the first one first. */
  readonly expected: readonly Float64Array[];
}

/**
 * Obligors of four industries whose quarterly flow is sales times (level + season + noise): levels are spread by `spread`
 * around 0.05, and sales are steady, of three sizes.
 */
export function simulated(obligors: number, seed: number, {spread = 0.03, lags = 10} = {}): Simulated {
  const random = randomOf(seed);
  const normal = () => normalQuantile(Math.min(1 - 1e-12, Math.max(1e-12, random())));
  const empty = (count: number) => Array.from({length: count}, () => new Float64Array(obligors));
  const [flows, sales, outcomes, expected] = [empty(lags), empty(lags), empty(4), empty(4)];
  const quarters = new Uint8Array(obligors);
  const groups: string[] = [];
  for (let row = 0; row < obligors; row++) {
    const size = 1000 * 10 ** (row % 3);
    const level = 0.05 + spread * normal();
    quarters[row] = Math.floor(4 * random());
    groups.push("ABCD"[row % 4]!);
    const mean = (ahead: number) => size * (level + SEASON[(((quarters[row]! + ahead) % 4) + 4) % 4]!);
    for (let lag = 0; lag < lags; lag++) {
      flows[lag]![row] = mean(-lag) + size * NOISE * normal();
      sales[lag]![row] = size;
    }
    for (let ahead = 1; ahead <= 4; ahead++) {
      expected[ahead - 1]![row] = mean(ahead);
      outcomes[ahead - 1]![row] = mean(ahead) + size * NOISE * normal();
    }
  }
  return {histories: {rowCount: obligors, flows, sales, groups, quarters, firstAhead: 1}, outcomes, expected};
}
