/** What narrows the list of features down; an empty text leaves all. */
export interface FeatureFilter {
  readonly q: string;
  readonly table: string;
  readonly safer: string;
}

export interface Filterable {
  readonly table: string;
  readonly safer: string;
  /** Name, meaning, sources and table. */
  readonly text: string;
}

const NAMES = ["q", "table", "safer"] as const;

/** Whether a feature has every word of the search, in any order and case, and is of the table and direction. */
export function isShown(feature: Filterable, {q, table, safer}: FeatureFilter): boolean {
  const text = feature.text.toLowerCase();
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  return (
    (table === "" || feature.table === table) &&
    (safer === "" || feature.safer === safer) &&
    words.every((word) => text.includes(word))
  );
}

/** The filter that an address holds. */
export function filterOf(search: string): FeatureFilter {
  const parameters = new URLSearchParams(search);
  const [q, table, safer] = NAMES.map((name) => parameters.get(name) ?? "");
  return {q: q!, table: table!, safer: safer!};
}

/** The filter as a query string; nothing where it leaves all. */
export function searchOf(filter: FeatureFilter): string {
  const parameters = new URLSearchParams(NAMES.flatMap((name) => (filter[name] === "" ? [] : [[name, filter[name]]])));
  return parameters.size === 0 ? "" : `?${parameters.toString()}`;
}
