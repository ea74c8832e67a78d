import type {FeatureColumns} from "../rating/design.js";
import {medianRank, rankCuts, ranksOf} from "./ranks.js";
import {missing, type Column} from "./strongest.js";

/** Ranks of each feature among which trees split: the cost of a tree grows with it. */
const RANKS = 32;

/** A column of the forest's table with what was learned from the sample. */
export type Question =
  | {readonly kind: "rank"; readonly feature: string; readonly cuts: Float64Array; readonly missingRank: number}
  | {readonly kind: "missing"; readonly feature: string};

/** Learns the cuts of each column; columns on which the sample has one rank only are left out. */
export function questionsOf(columns: readonly Column[], sample: FeatureColumns): Question[] {
  return columns.flatMap(({feature, kind}): Question[] => {
    const values = sample.get(feature)!;
    if (kind === "missing") return [{kind, feature}];
    const cuts = rankCuts(values, RANKS);
    return cuts.length === 0 ? [] : [{kind, feature, cuts, missingRank: medianRank(cuts, values)}];
  });
}

/** The answers of some rows, a column for each question: ranks, and 1 where missing. */
export function answersOf(questions: readonly Question[], features: FeatureColumns): Float64Array[] {
  return questions.map((question) => {
    const values = features.get(question.feature)!;
    return question.kind === "rank" ? ranksOf(question.cuts, values, question.missingRank) : values.map(missing);
  });
}
