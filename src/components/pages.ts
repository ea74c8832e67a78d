/** The pages of each language, in the order of the navigation. */
export const PAGES = ["overview", "segments", "ratings", "quality", "definitions", "run"] as const;

export type PageName = (typeof PAGES)[number];
