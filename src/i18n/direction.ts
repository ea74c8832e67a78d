import type {Figure} from "../components/figure.js";
import {valueText, type Reading} from "../format/value.js";

export type Direction = "up" | "down" | "same" | "unknown";

/** Which way a figure went, as a reader of the printed digits would see it: equal text is no change. */
export function direction(now: Figure, before: Figure, reading: Reading): Direction {
  if (now.value === null || before.value === null) return "unknown";
  if (valueText(now.value, now.unit, reading) === valueText(before.value, before.unit, reading)) return "same";
  return now.value > before.value ? "up" : "down";
}

/** Which way a growth or difference points. */
export function signOf(change: Figure, reading: Reading): Direction {
  if (change.value === null) return "unknown";
  const size = valueText(Math.abs(change.value), change.unit, reading);
  if (size.startsWith("<") || size === valueText(0, change.unit, reading)) return "same";
  return change.value > 0 ? "up" : "down";
}

/** Quality from measures that are all better when lower: the weak share, the mean PD, the share in default. */
export function quality(...measures: readonly Direction[]): "better" | "worse" | "same" | "mixed" | "unknown" {
  const known = measures.filter((move) => move !== "unknown");
  const moves = known.filter((move) => move !== "same");
  if (known.length === 0) return "unknown";
  if (moves.length === 0) return "same";
  if (moves.every((move) => move === "up")) return "worse";
  if (moves.every((move) => move === "down")) return "better";
  return "mixed";
}
