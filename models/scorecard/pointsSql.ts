import type {CategoryBins, NumericBins} from "../binning/woeBins.js";
import type {Characteristic} from "./scorecard.js";
import {doubleLiteral, textLiteral} from "./sqlText.js";

/** The points of a value as a `case`, line by line. */
export function pointsSql({bins, points}: Pick<Characteristic, "bins" | "points">, value: string): string[] {
  return bins.kind === "numeric" ? numberCase(bins, points, value) : textCase(bins, points, value);
}

/** The type that `value` must have. */
export function typeSql({bins}: Pick<Characteristic, "bins">): string {
  return bins.kind === "numeric" ? "double precision" : "varchar";
}

/** Some engines hold NaN equal to itself and above all numbers, others hold it equal to nothing; both are asked. */
function numberCase({cuts, specials}: NumericBins, points: readonly number[], value: string): string[] {
  const isMissing = `${value} is null or ${value} <> ${value} or ${value} = cast('NaN' as double precision)`;
  return [
    "case",
    `    when ${isMissing} then ${points.at(-1)!}`,
    ...specials.map(
      (special, at) => `    when ${value} = ${doubleLiteral(special)} then ${points[cuts.length + 1 + at]!}`
    ),
    ...cuts.map((cut, at) => `    when ${value} <= ${doubleLiteral(cut)} then ${points[at]!}`),
    `    else ${points[cuts.length]!}`,
    "end"
  ];
}

function textCase({groups}: CategoryBins, points: readonly number[], value: string): string[] {
  return [
    "case",
    `    when ${value} is null then ${points[groups.length]!}`,
    ...groups.map((group, at) => `    when ${value} in (${group.map(textLiteral).join(", ")}) then ${points[at]!}`),
    `    else ${points[groups.length + 1]!}`,
    "end"
  ];
}
