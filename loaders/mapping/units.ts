import type {NumberForm} from "./contract.js";

/** Names of units, and the power of ten that one in the column is worth. */
export const UNIT_POWERS = {
  元: 0,
  千元: 3,
  万元: 4,
  百万元: 6,
  亿元: 8,
  percent: -2,
  basis_points: -4
} as const;

interface Worth {
  /** Power of ten. */
  readonly power: number;
  /** What else one in the column is worth; 1 where the power says all. */
  readonly factor: number;
  /** A regular expression of how the unit may stand behind a number. */
  readonly suffix: string;
}

/** What one in a column of this unit is worth. */
export function worthOf(unit: NumberForm["unit"]): Worth {
  if (unit === undefined) return {power: 0, factor: 1, suffix: "元"};
  if (typeof unit === "string") return {power: UNIT_POWERS[unit], factor: 1, suffix: suffixOf(unit)};
  const power = Math.round(Math.log10(unit));
  return Number(`1e${power}`) === unit ? {power, factor: 1, suffix: "元"} : {power: 0, factor: unit, suffix: "元"};
}

function suffixOf(unit: keyof typeof UNIT_POWERS): string {
  if (unit === "percent") return "%";
  if (unit === "basis_points") return "bp|bps|BP";
  return unit === "元" ? unit : `${unit}|${unit.replace("元", "")}`;
}
