import {expect, it} from "vitest";
import {plant, rowsOf} from "#models/challenger/plant.js";
import {answersOf, questionsOf} from "#models/challenger/questions.js";
import {strongest} from "#models/challenger/strongest.js";
import {treeOf} from "#models/challenger/tree.js";
import {votesOf} from "#models/challenger/votes.js";
import {BENT, planted} from "./planted.js";

it("votes on raw values as the package does on ranks, on its own rows and on new ones", () => {
  const {features, defaulted} = planted(11, 600, BENT, {missing: 0.2});
  const columns = [...strongest(features, defaulted, 6), {feature: "f0", kind: "missing" as const}];
  const questions = questionsOf(columns, features);
  expect(questions.map(({kind}) => kind)).toContain("missing");
  const names = [...features.keys()];
  const forests = plant(answersOf(questions, features), defaulted, {trees: 15, featureShare: 0.8, seed: 3});
  const trees = forests.map(({estimators, indexes}) => treeOf(estimators[0]!.root, indexes[0]!, questions, names));
  expect(trees.some(({missingLeft}) => missingLeft.includes(1))).toBe(true);
  for (const table of [features, planted(12, 3000, BENT, {missing: 0.3}).features]) {
    const votes = votesOf(trees, names, table);
    const rows = rowsOf(answersOf(questions, table), votes.length);
    const theirs = forests.map((forest) => forest.predict(rows));
    votes.forEach((vote, row) => {
      const mean = theirs.reduce((total, tree) => total + tree[row]!, 0) / theirs.length;
      expect(Math.abs(vote - mean)).toBeLessThan(1e-12);
    });
  }
});
