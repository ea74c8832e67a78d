import type {PackageNode} from "./mlRandomForest.js";
import type {Question} from "./questions.js";

/**
 * A tree over raw features, as parallel arrays in preorder: the left child of an inner node is the node after it. A row goes left where
 * its value is below the threshold, and, where the value is missing, as `missingLeft` says.
 */
export interface Tree {
  /** Place of the feature in the forest's list; -1 in a leaf. */
  readonly feature: readonly number[];
  /** Null in a leaf, and where the node asks only whether the value is missing: then no value goes left. */
  readonly threshold: readonly (number | null)[];
  readonly missingLeft: readonly (0 | 1)[];
  /** The right child; 0 in a leaf. */
  readonly right: readonly number[];
  /** Share of events, in a leaf; 0 in an inner node. */
  readonly value: readonly number[];
}

/** The package's tree, its questions about ranks turned into questions about raw values. */
export function treeOf(
  root: PackageNode,
  columns: readonly number[],
  questions: readonly Question[],
  features: readonly string[]
): Tree {
  const [feature, right, value]: [number[], number[], number[]] = [[], [], []];
  const threshold: (number | null)[] = [];
  const missingLeft: (0 | 1)[] = [];
  const add = (node: PackageNode): void => {
    const at = feature.push(-1) - 1;
    right.push(0);
    value.push(node.left && node.right ? 0 : node.distribution!);
    threshold.push(null);
    missingLeft.push(0);
    if (!node.left || !node.right) return;
    const question = questions[columns[node.splitColumn!]!]!;
    feature[at] = features.indexOf(question.feature);
    const [lower, upper] = question.kind === "missing" ? [node.right, node.left] : [node.left, node.right];
    if (question.kind === "missing") missingLeft[at] = 1;
    else {
      threshold[at] = question.cuts[Math.ceil(node.splitValue!) - 1]!;
      missingLeft[at] = question.missingRank < node.splitValue! ? 1 : 0;
    }
    add(lower);
    right[at] = feature.length;
    add(upper);
  };
  add(root);
  return {feature, threshold, missingLeft, right, value};
}
