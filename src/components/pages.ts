import type {Audience} from "#warehouse/contract.js";

/** The pages about the book: what those read who run it. */
const OF_THE_BOOK = ["overview", "segments", "ratings", "forward", "quality"] as const;

/** The pages about models: what those read who build them, and who answer for them. */
const OF_MODELS = ["experiments", "model", "compare", "validation", "features"] as const;

/** The pages of each language, in the order of the navigation. */
export const PAGES = [...OF_THE_BOOK, ...OF_MODELS, "definitions", "run"] as const;

export type PageName = (typeof PAGES)[number];

const HIDDEN: Readonly<Record<Audience, readonly PageName[]>> = {
  risk: [],
  management: OF_MODELS,
  data_science: OF_THE_BOOK
};

/** The pages of an edition, in the order of the navigation; the first is where a reader arrives. */
export function pagesFor(audience: Audience): readonly PageName[] {
  return PAGES.filter((page) => !HIDDEN[audience].includes(page));
}

/** The pages of an edition that a build is asked to draw: those named in `LOANSCAPE_PAGES`, with commas, or all. */
export function pagesDrawn(
  audience: Audience,
  {LOANSCAPE_PAGES: named}: Readonly<Record<string, string | undefined>>
): readonly PageName[] {
  return named ? pagesFor(audience).filter((page) => named.split(",").includes(page)) : pagesFor(audience);
}

/** Whether an edition tells of the book, and so holds its data. */
export function showsBook(audience: Audience): boolean {
  return pagesFor(audience).includes("overview");
}
