import {rankedRows, splitRows} from "./rankedRows.js";
import type {RankedBy, Ranking} from "./rankMeasures.js";
import {levelsOfRows} from "./riskLevels.js";
import type {InitialValidation} from "./validationOptions.js";
import type {ValidationSample} from "./validationSample.js";

/** By PD first. */
export type Rankings = readonly [Ranking, ...Ranking[]];

/** Each sorted once. */
export function rankingsOf(
  {pd, score, grade, defaulted, group}: ValidationSample,
  initial: InitialValidation
): Rankings {
  const ranking = (by: RankedBy, risk: Float64Array, auc: number | undefined): Ranking => {
    const rows = rankedRows(risk, defaulted, group);
    return {by, rows, levels: levelsOfRows(rows), initial: auc};
  };
  const rankings: [Ranking, ...Ranking[]] = [ranking("pd", pd, initial.aucOfPd)];
  if (score !== undefined)
    rankings.push(
      ranking(
        "score",
        score.map((points) => -points),
        initial.aucOfScore
      )
    );
  if (grade !== undefined) rankings.push(ranking("grade", Float64Array.from(grade), initial.aucOfGrade));
  return rankings;
}

/** The rankings of the rows of each code from 0 to `count` - 1. */
export function splitRankings(rankings: Rankings, codes: ArrayLike<number>, count: number): Rankings[] {
  const parts = rankings.map(({rows}) => splitRows(rows, codes, count));
  return Array.from({length: count}, (_, code) => {
    const part = ({by, initial}: Ranking, at: number): Ranking => {
      const rows = parts[at]![code]!;
      return {by, rows, levels: levelsOfRows(rows), initial};
    };
    return rankings.map(part) as [Ranking, ...Ranking[]];
  });
}
