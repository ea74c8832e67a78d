import {normalQuantile} from "#models/numerics/normal.js";
import type {Truth} from "./parameters.js";

const means = new Map<string, Float64Array>();

/** Long-run mean of the index in a quality class: the middle of one of equally likely slices of a normal. */
export function qualityOf({qualitySd, qualityClasses}: Truth, quality: number): number {
  const key = `${qualitySd} ${qualityClasses}`;
  let values = means.get(key);
  if (values === undefined) {
    values = Float64Array.from(
      {length: qualityClasses},
      (_, k) => qualitySd * normalQuantile((k + 0.5) / qualityClasses)
    );
    means.set(key, values);
  }
  return values[quality]!;
}
