import type {Choice, Measure} from "./crossfilter.js";

export interface Chosen {
  readonly measure: Measure;
  readonly choice: Choice;
}

/** What can be chosen: members by dimension. */
export type Members = Readonly<Record<string, readonly string[]>>;

/** What the address says was chosen, of what there is to choose; an absent measure is the default. */
export function chosenOf(search: string, known: Members, measure: Measure): Chosen {
  const parameters = new URLSearchParams(search);
  const choice: Record<string, string[]> = {};
  for (const [dimension, all] of Object.entries(known)) {
    const members = membersIn(parameters, dimension).filter((member) => all.includes(member));
    if (members.length > 0) choice[dimension] = [...new Set(members)];
  }
  const by = parameters.get("by");
  return {measure: by === "count" ? "obligors" : by === "exposure" ? "drawn" : measure, choice};
}

/** Whether the address names a member that cannot be chosen. */
export function namesUnknown(search: string, known: Members): boolean {
  const parameters = new URLSearchParams(search);
  return Object.entries(known).some(([dimension, all]) =>
    membersIn(parameters, dimension).some((member) => !all.includes(member))
  );
}

function membersIn(parameters: URLSearchParams, dimension: string): string[] {
  return (parameters.get(dimension) ?? "").split(",").filter(Boolean);
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
