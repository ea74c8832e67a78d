import {betaLowerInverse, betaUpperInverse} from "#models/numerics/incompleteBeta.js";
import {auc, aucInterval} from "#models/validation/auc.js";
import {calibrationLine} from "#models/validation/calibrationLine.js";
import {smallBank, type SmallBank} from "./coverageBank.js";
import {trueAuc} from "./trueAuc.js";

const SEEDS = 200;
const OBLIGORS = 2_000;
/** Of every interval. */
const LEVEL = 0.95;

/**
 * How often intervals hold what they are for, over banks of other seeds whose truth is known: the default rate (Jeffreys) the mean true PD; the AUC
 * (DeLong) the AUC that the true PDs have in expectation; slope and intercept of the calibration line 1 and 0; and how often its joint
 * test rejects PDs that are true. PDs are those given the path of the economy, beside which obligors default independently.
 */
export async function bench(args: readonly string[]): Promise<void> {
  const seeds = args[0] === undefined ? SEEDS : Number(args[0]);
  const obligors = args[1] === undefined ? OBLIGORS : Number(args[1]);
  const held = new Map<string, boolean[]>();
  for (let seed = 1; seed <= seeds; seed++) {
    if (seed % 20 === 0) process.stderr.write(`bank ${seed} of ${seeds}\n`);
    for (const [what, isHeld] of intervalsOf(smallBank(seed, obligors))) {
      held.set(what, [...(held.get(what) ?? []), isHeld]);
    }
  }
  const rows = [...held].map(([what, all]) => {
    const count = all.filter(Boolean).length;
    const [lower, upper] = jeffreys(count, all.length);
    return `| ${what} | ${all.length} | ${(count / all.length).toFixed(3)} | ${lower.toFixed(3)} to ${upper.toFixed(3)} |`;
  });
  const head = ["| interval of 95 % | banks | holds | 95 % interval of that share |", "|---|---|---|---|"];
  process.stdout.write(`${[`${obligors} obligors a bank`, ...head, ...rows].join("\n")}\n`);
}

function intervalsOf({pd, defaulted}: SmallBank): [what: string, isHeld: boolean][] {
  const events = defaulted.reduce((sum, flag) => sum + flag, 0);
  if (events === 0) return [];
  const mean = pd.reduce((sum, value) => sum + value, 0) / pd.length;
  const [lowest, highest] = jeffreys(events, pd.length);
  const found: [string, boolean][] = [["PD: mean", lowest <= mean && mean <= highest]];
  const [least, most] = aucInterval(auc(pd, defaulted));
  const area = trueAuc(pd);
  found.push(["AUC", least <= area && area <= most]);
  const line = calibrationLine(pd, defaulted, LEVEL);
  if (line === null) return found;
  found.push(["calibration: slope", line.slope.lower <= 1 && 1 <= line.slope.upper]);
  found.push(["calibration: intercept", line.intercept.lower <= 0 && 0 <= line.intercept.upper]);
  found.push(["calibration: joint test does not reject", line.likelihoodRatio.pValue >= 1 - LEVEL]);
  return found;
}

function jeffreys(count: number, of: number): [lower: number, upper: number] {
  const [a, b] = [count + 0.5, of - count + 0.5];
  const tail = (1 - LEVEL) / 2;
  return [count === 0 ? 0 : betaLowerInverse(a, b, tail), count === of ? 1 : betaUpperInverse(a, b, tail)];
}
