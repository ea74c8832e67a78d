import {doubleLiteral, quoted} from "../scorecard/sqlText.js";
import type {Forest} from "./randomForest.js";
import type {Tree} from "./tree.js";

export interface ForestSqlOptions {
  /** Table or view with one row for each that is scored; a schema before a dot. */
  readonly table: string;
  /** Columns that name a row; they are carried along, and order the result. */
  readonly keys: readonly string[];
}

/**
 * The forest as one query over columns named as its features: the keys and `pd`. The vote of each tree is that of `applyForest` exactly,
 * and so is their sum; PDs within 1e-12.
 *
 * A number that is null or NaN is missing; infinities and -0 are numbers. In SQL that engines share.
 */
export function forestSql(forest: Forest, {table, keys}: ForestSqlOptions): string {
  const {trees, features} = forest;
  const carried = keys.map(quoted);
  const from = table.split(".").map(quoted).join(".");
  const values = features.map((feature, at) => `cast(${quoted(feature)} as double precision) as given_${at}`);
  const known = features.map((_, at) => `${knownSql(`given_${at}`)} as value_${at}`);
  const votes = trees.map((tree) => nodeSql(tree, 0)).join("\n        + ");
  return [
    `with\n`,
    step("source", [...carried.map((key, at) => `${key} as key_${at}`), ...values], from),
    step("known", [...keys.map((_, at) => `key_${at}`), ...known], "source"),
    step(
      "voted",
      [...keys.map((_, at) => `key_${at}`), `(${votes}) / ${doubleLiteral(trees.length)} as vote`],
      "known"
    ),
    step("opened", [...keys.map((_, at) => `key_${at}`), `${openSql(trees.length)} as opened`], "voted").slice(0, -2),
    ``,
    `select\n    ${[...carried.map((key, at) => `key_${at} as ${key}`), `${pdSql(forest)} as pd`].join(",\n    ")}\nfrom opened`,
    ...(keys.length === 0 ? [] : [`order by ${keys.map((_, at) => `key_${at}`).join(", ")}`]),
    ``
  ].join("\n");
}

/** Some engines hold NaN equal to itself and above all numbers, others hold it equal to nothing; both are asked. */
function knownSql(value: string): string {
  return `case when ${value} <> ${value} or ${value} = cast('NaN' as double precision) then null else ${value} end`;
}

function nodeSql(tree: Tree, node: number): string {
  if (tree.feature[node]! < 0) return doubleLiteral(tree.value[node]!);
  const value = `value_${tree.feature[node]!}`;
  const threshold = tree.threshold[node]!;
  const below = threshold === null ? [] : [`${value} < ${doubleLiteral(threshold)}`];
  const absent = tree.missingLeft[node] === 1 ? [`${value} is null`] : [];
  const [left, right] = [nodeSql(tree, node + 1), nodeSql(tree, tree.right[node]!)];
  return `case when ${[...below, ...absent].join(" or ")} then ${left} else ${right} end`;
}

function openSql(trees: number): string {
  return `(${doubleLiteral(trees)} * vote + 0.5e0) / ${doubleLiteral(trees + 1)}`;
}

function pdSql({calibration: {a, b}, floor}: Forest): string {
  const odds = `power((1 - opened) / opened, ${doubleLiteral(b)}) * exp(${doubleLiteral(-a)})`;
  return `greatest(${doubleLiteral(floor)}, 1 / (1 + ${odds}))`;
}

function step(name: string, columns: readonly string[], from: string): string {
  return `${name} as (\n\n    select\n        ${columns.join(",\n        ")}\n    from ${from}\n\n),\n`;
}
