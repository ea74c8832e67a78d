import type {Audience} from "#warehouse/contract.js";

/** The pages of each language, in the order of the navigation. */
export const PAGES = [
  "overview",
  "segments",
  "ratings",
  "forward",
  "quality",
  "features",
  "definitions",
  "run"
] as const;

export type PageName = (typeof PAGES)[number];

/** What only those who work on models read. */
const RISK_ONLY: ReadonlySet<PageName> = new Set(["features"]);

/** The pages of an edition, in the order of the navigation. */
export function pagesFor(audience: Audience): readonly PageName[] {
  return PAGES.filter((page) => audience === "risk" || !RISK_ONLY.has(page));
}
