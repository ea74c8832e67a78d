import type {FeatureColumns} from "../rating/design.js";
import type {Tree} from "./tree.js";

/** The mean of the trees' shares of events for each row, in [0, 1]. Throws when a feature is not among the columns. */
export function votesOf(trees: readonly Tree[], features: readonly string[], table: FeatureColumns): Float64Array {
  const columns = features.map((feature) => {
    const values = table.get(feature);
    if (values === undefined) throw new Error(`the model needs the feature ${feature}`);
    return values;
  });
  const votes = new Float64Array(table.values().next().value?.length ?? 0);
  for (const tree of trees) addVotes(tree, columns, votes);
  return votes.map((vote) => vote / trees.length);
}

function addVotes(tree: Tree, columns: readonly Float64Array[], votes: Float64Array): void {
  const feature = Int32Array.from(tree.feature);
  const threshold = Float64Array.from(tree.threshold, (value) => value ?? -Infinity);
  const missingLeft = Uint8Array.from(tree.missingLeft);
  const right = Int32Array.from(tree.right);
  for (let row = 0; row < votes.length; row++) {
    let node = 0;
    while (feature[node]! >= 0) {
      const value = columns[feature[node]!]![row]!;
      const isLeft = value < threshold[node]! || (missingLeft[node] === 1 && Number.isNaN(value));
      node = isLeft ? node + 1 : right[node]!;
    }
    votes[row]! += tree.value[node]!;
  }
}
