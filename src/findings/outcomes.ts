/** What a mart says of the outcomes of some rated obligors. */
export interface Outcomes {
  readonly rated: bigint;
  readonly outcomes_known: bigint;
  readonly defaults_observed: bigint | null;
  readonly odr: number | null;
}
