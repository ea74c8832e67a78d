/** Indices of one year over the year before; null where either year does not tell. */
export interface BeneishInputs {
  /** DSRI: receivables to sales. */
  readonly receivables: number | null;
  /** GMI: gross margin of the year before to this year's. */
  readonly grossMargin: number | null;
  /** AQI: share of assets that are neither current nor fixed. */
  readonly assetQuality: number | null;
  /** SGI: sales. */
  readonly sales: number | null;
  /** DEPI: rate of depreciation of the year before to this year's. */
  readonly depreciation: number | null;
  /** SGAI: selling, general and administrative expense to sales. */
  readonly expense: number | null;
  /** LVGI: current liabilities and long-term debt to total assets. */
  readonly leverage: number | null;
  /** TATA: income less operating cash flow, to total assets; a ratio of this year alone. */
  readonly accruals: number | null;
}

/** The cut-off for errors that cost as 20 to 1. */
const FLAGGED_ABOVE = -1.78;

const CONSTANT = -4.84;
const WEIGHTS: Readonly<Record<keyof BeneishInputs, number>> = {
  receivables: 0.92,
  grossMargin: 0.528,
  assetQuality: 0.404,
  sales: 0.892,
  depreciation: 0.115,
  expense: -0.172,
  leverage: -0.327,
  accruals: 4.679
};

/**
 * Beneish's M of eight variables: higher means that reported earnings look more managed.
 *
 * Weights of Beneish, "The Detection of Earnings Manipulation", Financial Analysts Journal 55(5), 1999. Null where an
 * input is missing: a missing index is not set to one. A prompt to read the statement, not a finding of fraud.
 *
 * Method: docs/methods/reference-scores.md
 */
export function beneishMScore(inputs: BeneishInputs): number | null {
  let score = CONSTANT;
  for (const name of Object.keys(WEIGHTS) as (keyof BeneishInputs)[]) {
    const value = inputs[name];
    if (value === null) return null;
    score += WEIGHTS[name] * value;
  }
  return score;
}

/** Whether a score calls for a second look. */
export function isBeneishFlagged(score: number): boolean {
  return score > FLAGGED_ABOVE;
}
