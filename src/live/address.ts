import type {Choice, Measure} from "./crossfilter.js";

export interface Chosen {
  readonly measure: Measure;
  readonly choice: Choice;
}

/** What the address says was chosen; unknown dimensions are left alone, an absent measure is the default. */
export function chosenOf(search: string, dimensions: readonly string[], measure: Measure): Chosen {
  const parameters = new URLSearchParams(search);
  const choice: Record<string, string[]> = {};
  for (const dimension of dimensions) {
    const members = (parameters.get(dimension) ?? "").split(",").filter(Boolean);
    if (members.length > 0) choice[dimension] = [...new Set(members)];
  }
  const by = parameters.get("by");
  return {measure: by === "count" ? "obligors" : by === "exposure" ? "drawn" : measure, choice};
}

/** The choice as a query string, empty for the whole book in its own measure. */
export function searchOf({measure, choice}: Chosen, dimensions: readonly string[], standard: Measure): string {
  const parts = dimensions.flatMap((dimension) => {
    const members = choice[dimension] ?? [];
    return members.length > 0 ? [`${dimension}=${members.map(encodeURIComponent).join(",")}`] : [];
  });
  if (measure !== standard) parts.push(`by=${measure === "drawn" ? "exposure" : "count"}`);
  return parts.length > 0 ? `?${parts.join("&")}` : "";
}
