import type {GradeCut} from "./gradeCuts.js";
import {pdSql} from "./pdSql.js";
import {pointsSql, typeSql} from "./pointsSql.js";
import type {Scorecard} from "./scorecard.js";
import {quoted, textLiteral} from "./sqlText.js";

export interface ScorecardSqlOptions {
  /** Table or view with one row for each that is scored; a schema before a dot. */
  readonly table: string;
  /** Columns that name a row; they are carried along, and order the result. */
  readonly keys: readonly string[];
  /** From `gradeCuts`. */
  readonly grades?: readonly GradeCut[];
}

/**
 * The scorecard as one query over columns named as its features: the keys, the points of each characteristic (`<feature>_points`), `score`, `pd`, and
 * `grade` where cuts are given. Points, score and grade are those of `applyScorecard`, PDs within 1e-12.
 *
 * A number that is null or NaN is missing; infinities and -0 are numbers. In SQL that engines share. Throws where two columns would have one name.
 */
export function scorecardSql(card: Scorecard, {table, keys, grades}: ScorecardSqlOptions): string {
  const {characteristics, basePoints} = card;
  const pointColumns = characteristics.map(({feature}) => `${feature}_points`);
  requireDistinct([...keys, ...pointColumns, "score", "pd", "grade"]);
  const carried = keys.map(quoted);
  const values = characteristics.map((characteristic, at) => {
    return `cast(${quoted(characteristic.feature)} as ${typeSql(characteristic)}) as value_${at + 1}`;
  });
  const points = characteristics.map((characteristic, at) => {
    return `${indented(pointsSql(characteristic, `value_${at + 1}`))} as ${quoted(pointColumns[at]!)}`;
  });
  const own = [...carried, ...pointColumns.map(quoted)];
  const score = `${[basePoints, ...pointColumns.map(quoted)].join(" + ")} as score`;
  const graded = grades === undefined ? [] : [`${indented(gradeSql(grades))} as grade`];
  return [
    "with",
    "",
    step("source", [...carried.map((key, at) => `${key} as key_${at + 1}`), ...values], dotted(table)),
    "",
    step("pointed", [...carried.map((key, at) => `key_${at + 1} as ${key}`), ...points], "source"),
    "",
    step("scored", [...own, score], "pointed").slice(0, -1),
    "",
    selected([...own, "score", `${indented(pdSql(card))} as pd`, ...graded], "scored"),
    ...(keys.length === 0 ? [] : [`order by ${carried.join(", ")}`]),
    ""
  ].join("\n");
}

function step(name: string, columns: readonly string[], from: string): string {
  const lines = selected(columns, from).replaceAll(/^(?=.)/gm, "    ");
  return `${name} as (\n\n${lines}\n\n),`;
}

function selected(columns: readonly string[], from: string): string {
  return `select\n${columns.map((column) => `    ${column}`).join(",\n")}\nfrom ${from}`;
}

/** Lines of one column of a `select`. */
function indented(lines: readonly string[]): string {
  return lines.join("\n    ");
}

function gradeSql(grades: readonly GradeCut[]): string[] {
  const cuts = grades.flatMap(({label, leastScore}) =>
    leastScore === null ? [] : [`    when score >= ${leastScore} then ${textLiteral(label)}`]
  );
  const last = textLiteral(grades.at(-1)!.label);
  return cuts.length === 0 ? [last] : ["case", ...cuts, `    else ${last}`, "end"];
}

function dotted(table: string): string {
  return table.split(".").map(quoted).join(".");
}

function requireDistinct(names: readonly string[]): void {
  const repeated = names.find((name, at) => names.indexOf(name) < at);
  if (repeated !== undefined) throw new RangeError(`the query would have two columns ${repeated}`);
}
