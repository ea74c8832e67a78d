import {describe, expect, it} from "vitest";
import {logistic} from "#models/numerics/logistic.js";
import {randomOf} from "#models/numerics/random.js";
import {selectRidge, type LabelledRows} from "#models/rating/selectRidge.js";
import {groupedFolds} from "#models/validation/crossValidation.js";

const choice = {candidates: [0.01, 1, 100, 10_000], folds: 5, seed: 1};

/** Obligors of four rows each, and twenty features of which the first few matter as much as `strength`. */
function rowsOf(seed: number, obligors: number, strength: number): LabelledRows {
  const random = randomOf(seed);
  const count = obligors * 4;
  const columns = Array.from({length: 20}, () => Float64Array.from({length: count}, () => random() * 2 - 1));
  const defaulted = new Uint8Array(count);
  for (let row = 0; row < count; row++) {
    const odds = -2 + strength * (columns[0]![row]! + columns[1]![row]! - columns[2]![row]!);
    defaulted[row] = random() < logistic(odds) ? 1 : 0;
  }
  return {
    features: new Map(columns.map((column, index) => [`f${index}`, column])),
    defaulted,
    groups: Uint32Array.from({length: count}, (_, row) => row % obligors)
  };
}

describe("selectRidge", () => {
  it("shrinks noise hard and leaves a strong signal alone", () => {
    expect(selectRidge(rowsOf(1, 60, 0), choice)).toBeGreaterThanOrEqual(100);
    expect(selectRidge(rowsOf(2, 3000, 2), choice)).toBeLessThanOrEqual(1);
  });
});

describe("groupedFolds", () => {
  const {groups, defaulted} = rowsOf(3, 97, 1);
  const fold = groupedFolds(groups, defaulted, 5, 4);

  it("keeps an obligor whole", () => {
    for (let group = 0; group < 97; group++) {
      expect(new Set(fold.filter((_, row) => groups[row] === group)).size).toBe(1);
    }
  });

  it("spreads the obligors that defaulted evenly, and depends on the seed alone", () => {
    const bad = new Set([...groups].filter((_, row) => defaulted[row] === 1));
    const perFold = [0, 1, 2, 3, 4].map((each) => [...bad].filter((group) => fold[group] === each).length);
    expect(Math.max(...perFold) - Math.min(...perFold)).toBeLessThanOrEqual(1);
    expect(groupedFolds(groups, defaulted, 5, 4)).toEqual(fold);
    expect(groupedFolds(groups, defaulted, 5, 5)).not.toEqual(fold);
  });
});
