import {normalCdf} from "#models/numerics/normal.js";
import {applyOperator, type Grid, type Operator} from "./grid.js";
import type {Truth} from "./parameters.js";

export const PERFORMANCE_MONTHS = 12;

/** Default within a year, on the grid, seen at a month end by an obligor's oldest open episode. */
export interface StandingPds {
  /** No open episode; then an episode open since this month, the last month, the month before. */
  readonly byAge: readonly [Float64Array, Float64Array, Float64Array, Float64Array];
}

/** Probability of default within n months of a fatal shock, n = 0, 1, 2, 3 and more. */
export function lagDistribution({lagShares}: Truth): (months: number) => number {
  const [one, two] = lagShares;
  const cumulated = [0, one, one + two, 1];
  return (months) => (months <= 0 ? 0 : months >= 3 ? 1 : cumulated[months]!);
}

/** Probability that an open episode of that age (1 in the month of its shock) is fatal, given no default so far. */
export function fatalGivenOpen(truth: Truth, age: 1 | 2 | 3): number {
  const fatal = truth.fatalShare * (1 - lagDistribution(truth)(age - 1));
  return fatal / (fatal + (1 - truth.fatalShare) * lasting(truth, age));
}

function lasting({lengthShares}: Truth, age: number): number {
  return lengthShares.slice(age - 1).reduce((total, share) => total + share, 0);
}

/** Hazard of a payment shock on the grid when the rest of the index is `level`. */
export function hazards(grid: Grid, level: number, {hazardIntercept, hazardSlope}: Truth): Float64Array {
  return grid.points.map((point) => normalCdf(hazardIntercept - hazardSlope * (level + point)));
}

/**
 * Default within 12 months by backward recursion. `hazardsAt(j)` are the hazards j months ahead.
 *
 * With T the expectation one month ahead and G the lag distribution, the value with n months to go is
 * V(j, n) = T[(1 - q) (h (r G(n - 1) + (1 - r) sum_l p_l T^(l-1) V(j + l, n - l)) + (1 - h) V(j + 1, n - 1))]:
 * a temporary shock of length l leaves the obligor without an open episode at the end of its l-th month.
 */
export function standingPds(truth: Truth, operator: Operator, hazardsAt: (ahead: number) => Float64Array): StandingPds {
  const size = operator.starts.length;
  const [p1, p2, p3] = truth.lengthShares;
  const lag = lagDistribution(truth);
  const stay = 1 - truth.leavingRate;
  const inner = new Float64Array(size);
  // V, T V and T T V one, two and three months further ahead than the month being computed.
  let next = emptyStep(size);
  let afterNext = emptyStep(size);
  let third = emptyStep(size);
  for (let ahead = PERFORMANCE_MONTHS - 1; ahead >= 0; ahead--) {
    const hazard = hazardsAt(ahead + 1);
    const fatal = truth.fatalShare * lag(PERFORMANCE_MONTHS - ahead - 1);
    for (let i = 0; i < size; i++) {
      const temporary = p1 * next.value[i]! + p2 * afterNext.once[i]! + p3 * third.twice[i]!;
      const shocked = fatal + (1 - truth.fatalShare) * temporary;
      inner[i] = stay * (hazard[i]! * shocked + (1 - hazard[i]!) * next.value[i]!);
    }
    const step = third;
    applyOperator(operator, inner, step.value);
    applyOperator(operator, step.value, step.once);
    applyOperator(operator, step.once, step.twice);
    [third, afterNext, next] = [afterNext, next, step];
  }
  const steps = [next, afterNext, third] as const;
  return {byAge: [next.value, openPd(truth, 1, steps), openPd(truth, 2, steps), openPd(truth, 3, steps)]};
}

interface Step {
  readonly value: Float64Array;
  readonly once: Float64Array;
  readonly twice: Float64Array;
}

function emptyStep(size: number): Step {
  return {value: new Float64Array(size), once: new Float64Array(size), twice: new Float64Array(size)};
}

/** Fatal for sure, or over after as many months as its length has left. */
function openPd(truth: Truth, age: 1 | 2 | 3, [now, one, two]: readonly [Step, Step, Step]): Float64Array {
  const fatal = fatalGivenOpen(truth, age);
  const rest = [now.value, one.once, two.twice];
  return now.value.map((_, i) => {
    let temporary = 0;
    for (let length = age; length <= 3; length++) {
      temporary += (truth.lengthShares[length - 1]! / lasting(truth, age)) * rest[length - age]![i]!;
    }
    return fatal + (1 - fatal) * temporary;
  });
}
