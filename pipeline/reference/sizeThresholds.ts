import {readFileSync} from "node:fs";
import type {SizeIndicator, SizeThreshold} from "#models/size/sizeClass.js";

/** The size table of 2017, from `data/reference/size_thresholds.csv`. */
export function sizeThresholds(): SizeThreshold[] {
  const file = new URL("../../data/reference/size_thresholds.csv", import.meta.url);
  const [, ...lines] = readFileSync(file, "utf8").trim().split("\n");
  return lines.map((line) => {
    const [row, , divisions, indicator, large, medium, small] = line.split(",");
    return {
      row: row!,
      divisions: divisions!.split(" "),
      indicator: indicator as SizeIndicator,
      large: Number(large),
      medium: Number(medium),
      small: Number(small)
    };
  });
}
