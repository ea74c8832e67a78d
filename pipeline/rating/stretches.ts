import type {PolicyInForce} from "../policy/policy.js";
import type {Champion} from "./champion.js";

/** Observation dates, from the first until before the last, that one version of the rating policy and one model rate. */
export interface Stretch {
  readonly version: PolicyInForce<"rating">;
  /** Null where the policy's own model rates. */
  readonly champion: Champion | null;
  readonly from: string;
  readonly until: string;
}

/** The stretches of a timeline of rating policies under champions, in order; none is empty. */
export function stretchesOf(versions: readonly PolicyInForce<"rating">[], champions: readonly Champion[]): Stretch[] {
  return versions.flatMap((version) => {
    const starts = [
      version.from,
      ...champions.map(({from}) => from).filter((day) => day > version.from && day < version.until)
    ];
    return starts.map((from, index): Stretch => ({
      version,
      champion: champions.findLast((champion) => champion.from <= from && from < champion.until) ?? null,
      from,
      until: starts[index + 1] ?? version.until
    }));
  });
}
