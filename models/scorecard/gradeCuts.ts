import type {MasterScale} from "../rating/masterScale.js";
import {pdOfScore, scoreRange} from "./pdOfScore.js";
import type {Scorecard} from "./scorecard.js";

/** A grade and the least score that earns it; null for the riskiest, which takes what is left. Safest first. */
export interface GradeCut {
  readonly label: string;
  readonly leastScore: number | null;
}

/**
 * A master scale as cuts of the score: each grade begins at the least whole score whose PD is below its upper PD, so that the grade of a score is
 * the grade of its PD. Grades that no score of the scorecard earns are left out.
 */
export function gradeCuts(card: Scorecard, scale: MasterScale): GradeCut[] {
  const [least, greatest] = scoreRange(card);
  const cuts: GradeCut[] = [];
  let open = greatest + 1;
  for (const [place, {label, upperPd}] of scale.entries()) {
    if (open <= least) break;
    const leastScore = place === scale.length - 1 ? least : leastBelow(card, upperPd, least, open);
    if (leastScore === open) continue;
    cuts.push({label, leastScore: leastScore === least ? null : leastScore});
    open = leastScore;
  }
  return cuts;
}

/** The grade of a score, by the cuts. */
export function gradeOfScore(cuts: readonly GradeCut[], score: number): string {
  return cuts.find(({leastScore}) => leastScore === null || score >= leastScore)!.label;
}

/** Least score in [least, open] from which every PD below `open` is under the limit; `open` where none is. */
function leastBelow(card: Scorecard, upperPd: number, least: number, open: number): number {
  let [low, high] = [least, open];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (pdOfScore(card, middle) < upperPd) high = middle;
    else low = middle + 1;
  }
  return low;
}
