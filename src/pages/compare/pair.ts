import {markup, type Html} from "../../components/html.js";
import type {Comparison} from "../../findings/compare.js";

/** Two experiments by their places, the earlier first: `0-3`. */
export function pairOf(
  {experiments}: Comparison,
  {first_id: first, second_id: second}: {readonly first_id: string; readonly second_id: string}
): string {
  const placeOf = (id: string) => experiments.findIndex(({experiment_id: each}) => each === id);
  return `${placeOf(first)}-${placeOf(second)}`;
}

/** Marks what belongs to an experiment, and whether it is one of the two that are chosen first. */
export function markOf({chosen: [first, second]}: Comparison, place: number): Html {
  const role = place === first ? "first" : place === second ? "second" : null;
  return markup` data-series="${place}"${role === null ? null : markup` data-role="${role}"`}`;
}

/** The attribute of what is shown of the pair that is chosen first. */
export function roleOfPair({chosen: [first, second]}: Comparison, key: string): Html | null {
  return key === `${first}-${second}` ? markup` data-role="pair"` : null;
}
