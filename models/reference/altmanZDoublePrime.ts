/** Book ratios of one year's statement; null where the statement does not tell. */
export interface AltmanInputs {
  /** X1: current assets less current liabilities, to total assets. */
  readonly workingCapital: number | null;
  /** X2: retained earnings to total assets. */
  readonly retainedEarnings: number | null;
  /** X3: earnings before interest and tax to total assets. */
  readonly operatingIncome: number | null;
  /** X4: book equity to total liabilities. */
  readonly equityToLiabilities: number | null;
}

export type AltmanZone = "safe" | "grey" | "distress";

/** The constant of the emerging-market form, in which a score of zero stands for a firm in default. */
const EMERGING_MARKETS = 3.25;
/** Cut-offs of the form without the constant, moved by it. */
const DISTRESS_BELOW = 1.1 + EMERGING_MARKETS;
const SAFE_ABOVE = 2.6 + EMERGING_MARKETS;

/**
 * Altman's Z'' for firms that are not listed or not manufacturers, in its emerging-market form: higher is safer.
 *
 * 3.25 + 6.56 X1 + 3.26 X2 + 6.72 X3 + 1.05 X4 (Altman, Hartzell and Peck, "Emerging Markets Corporate Bonds: A
 * Scoring System", 1995). Null where an input is missing. A reference beside the rating, never an input of it.
 *
 * Method: docs/methods/reference-scores.md
 */
export function altmanZDoublePrime(inputs: AltmanInputs): number | null {
  const {workingCapital, retainedEarnings, operatingIncome, equityToLiabilities} = inputs;
  if (workingCapital === null || retainedEarnings === null) return null;
  if (operatingIncome === null || equityToLiabilities === null) return null;
  return (
    EMERGING_MARKETS +
    6.56 * workingCapital +
    3.26 * retainedEarnings +
    6.72 * operatingIncome +
    1.05 * equityToLiabilities
  );
}

/** The zone of a score: distress below 4.35, safe above 5.85 (1.1 and 2.6 without the constant). */
export function altmanZoneOf(score: number): AltmanZone {
  if (score < DISTRESS_BELOW) return "distress";
  return score > SAFE_ABOVE ? "safe" : "grey";
}
