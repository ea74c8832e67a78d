import {logistic} from "#models/numerics/logistic.js";
import {normalQuantile} from "#models/numerics/normal.js";
import {randomOf} from "#models/numerics/random.js";
import type {ScorecardRows} from "#models/scorecard/options.js";

const SECTORS = ["steel", "trade", "farming", 'it\'s a "quoted" one', "rail"];
const SECTOR_ODDS = [0.8, 0.3, 0, -0.4, -0.9];

/**
 * Obligors from a known model: `leverage` is risky, `margin` and `size` safe, `copy` is margin with little added, `noise` says nothing, `wrong` is
 * leverage under a sign that is not its own; some values are missing, special, infinite or -0.
 */
export function obligors(rows: number, seed: number): ScorecardRows {
  const random = randomOf(seed);
  const normal = () => normalQuantile((random() * (2 ** 32 - 1) + 0.5) / 2 ** 32);
  const columns = {
    leverage: column(rows),
    margin: column(rows),
    size: column(rows),
    copy: column(rows),
    noise: column(rows),
    wrong: column(rows)
  };
  const sector: (string | null)[] = [];
  const defaulted = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const [leverage, margin, size] = [normal(), normal(), Math.round(2 * normal())];
    const place = Math.floor(random() * SECTORS.length);
    const odds = -2 + 0.9 * leverage - 0.7 * margin - 0.3 * size + SECTOR_ODDS[place]!;
    defaulted[row] = random() < logistic(odds) ? 1 : 0;
    columns.leverage[row] = odd(random(), leverage);
    columns.margin[row] = odd(random(), margin);
    columns.size[row] = size;
    columns.copy[row] = margin + 0.1 * normal();
    columns.noise[row] = normal();
    columns.wrong[row] = leverage;
    sector.push(random() < 0.05 ? null : SECTORS[place]!);
  }
  return {
    features: new Map(Object.entries(columns)),
    categories: new Map([["sector", sector]]),
    defaulted,
    groups: Uint32Array.from({length: rows}, (_, row) => row)
  };
}

/** The value, but now and then one that is no amount. */
function odd(chance: number, value: number): number {
  if (chance < 0.06) return NaN;
  if (chance < 0.08) return -999;
  if (chance < 0.09) return value < 0 ? -Infinity : Infinity;
  return chance < 0.1 ? -0 : value;
}

function column(rows: number): Float64Array {
  return new Float64Array(rows);
}

export const SAFER = new Map([
  ["leverage", "lower"],
  ["margin", "higher"],
  ["size", "higher"],
  ["copy", "higher"],
  ["noise", "higher"],
  ["wrong", "higher"]
] as const);
