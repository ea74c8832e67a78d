import {pdOfScore, scoreRange} from "./pdOfScore.js";
import {factorOf, offsetOf} from "./scaling.js";
import type {Scorecard} from "./scorecard.js";
import {doubleLiteral} from "./sqlText.js";

/** The PD of a column `score`, line by line: a formula; for an isotonic calibration the PD of each score. */
export function pdSql(card: Scorecard): string[] {
  const {scaling, calibration, floor} = card;
  if (calibration.kind === "isotonic") return pdBySteps(card);
  const slope = (calibration.kind === "two_parameter" ? calibration.b : 1) / factorOf(scaling);
  const above = `(score - ${doubleLiteral(offsetOf(scaling))})`;
  const odds = `exp(${doubleLiteral(slope)} * ${above} - ${doubleLiteral(calibration.a)})`;
  return [`greatest(${doubleLiteral(floor)}, 1 / (1 + ${odds}))`];
}

/** Scores with one PD share a step. */
function pdBySteps(card: Scorecard): string[] {
  const [least, greatest] = scoreRange(card);
  const steps: string[] = [];
  for (let score = least; score < greatest; score++) {
    const pd = pdOfScore(card, score);
    if (pd !== pdOfScore(card, score + 1)) steps.push(`    when score <= ${score} then ${doubleLiteral(pd)}`);
  }
  const last = doubleLiteral(pdOfScore(card, greatest));
  return steps.length === 0 ? [last] : ["case", ...steps, `    else ${last}`, "end"];
}
