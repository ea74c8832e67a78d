/** EBA/GL/2017/16: A deficiencies of data and methods, B changes of standards, appetite or recovery and other uncertainty, C the general estimation error. */
export type MarginCategory = "A" | "B" | "C";

/** One reason to be more prudent than the best estimate. */
export interface MarginPart {
  readonly category: MarginCategory;
  readonly reason: string;
  /** What `size` is: added to the log odds of the PD, or the share by which the PD grows (0.1 is 10 %). */
  readonly kind: "log_odds" | "multiplicative";
  /** Zero or more. */
  readonly size: number;
}

/** The margin of conservatism: its parts, as plain JSON, in the order in which they apply. */
export type MarginOfConservatism = readonly MarginPart[];

/**
 * The PD with every part of the margin, one after the other; never above 1, never below the PD given.
 *
 * Never falls as the PD rises, so that order stays (up to PDs that reach 1). Throws on a size below zero: a bias of the estimate is another matter.
 */
export function withMargin(margin: MarginOfConservatism, pd: number): number {
  return margin.reduce(withPart, pd);
}

function withPart(pd: number, {category, reason, kind, size}: MarginPart): number {
  if (!(size >= 0 && size < Infinity))
    throw new RangeError(`margin ${category}, ${reason}: size must be zero or more; got ${size}`);
  const raised = kind === "log_odds" ? 1 / (1 + ((1 - pd) / pd) * Math.exp(-size)) : pd * (1 + size);
  return Math.min(1, Math.max(pd, raised));
}

/** By how much the parts of one category raise a PD, after those before it: to show beside the PD. */
export function marginByCategory(margin: MarginOfConservatism, pd: number): Readonly<Record<MarginCategory, number>> {
  const raised = {A: 0, B: 0, C: 0};
  let at = pd;
  for (const part of margin) {
    const next = withPart(at, part);
    raised[part.category] += next - at;
    at = next;
  }
  return raised;
}
