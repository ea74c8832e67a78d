/** Rows of one bin by what became of them; the goods did not default. */
export interface BinCounts {
  readonly goods: number;
  readonly bads: number;
}

/** What is added to every cell, so that a bin with no defaults stays finite and strongly safe instead of neutral. */
export const PRIOR = 0.5;
