import * as mlRandomForest from "ml-random-forest";

/** A node as the package makes it: a leaf has no children; rows below `splitValue` go left. */
export interface PackageNode {
  readonly splitColumn?: number;
  readonly splitValue?: number;
  readonly left?: PackageNode;
  readonly right?: PackageNode;
  /** Mean outcome, of a leaf. */
  readonly distribution?: number;
}

/** What of the package's forest is used. Its own declarations do not hold under strict checks. */
export interface PackageForest {
  readonly estimators: readonly {readonly root: PackageNode}[];
  /** Columns of each tree: `splitColumn` is a place in this list. */
  readonly indexes: readonly (readonly number[])[];
  train(rows: readonly (readonly number[])[], outcomes: readonly number[]): void;
  predict(rows: readonly (readonly number[])[]): number[];
}

export interface TreeOptions {
  /** Columns that the tree may ask about, 1 or more, drawn without replacement. */
  readonly columnsPerTree: number;
  /** Nodes of so many rows or fewer are not split. */
  readonly leafRows: number;
  readonly seed: number;
}

type Constructor = new (options: object) => PackageForest;

/**
 * A forest of one regression tree on 0/1 `outcomes` and rows of numbers without NaN. Of the package's modes regression alone gives usable
 * probabilities: its classifier does not count the first tree.
 *
 * Give rows sorted by outcome: the package tries a split wherever the outcome changes along a sorted column, so that rows which share
 * a value cost one trial and not one for each change among them. For that the bootstrap is the caller's.
 */
export function packageTree(
  rows: readonly (readonly number[])[],
  outcomes: readonly number[],
  {columnsPerTree, leafRows, seed}: TreeOptions
): PackageForest {
  const columns = rows[0]!.length;
  const Regression = mlRandomForest.RandomForestRegression as unknown as Constructor;
  const forest = new Regression({
    nEstimators: 1,
    maxFeatures: columnsPerTree >= columns ? 1 : (columnsPerTree + 0.5) / columns, // a share: the number 1 means all to it
    replacement: false,
    useSampleBagging: false,
    noOOB: true,
    selectionMethod: "mean",
    seed: seed | 0,
    treeOptions: {minNumSamples: leafRows}
  });
  forest.train(rows, outcomes);
  return forest;
}
