/** What every bin of known values holds at least, and how many bins there are at most. */
export interface PartitionBounds {
  readonly maxBins: number;
  readonly minEvents: number;
  readonly minNonEvents: number;
  /** Events and non-events together. */
  readonly minRows: number;
}
