/** Two experiments that are compared, by their places. */
export interface Pair {
  readonly first: number;
  readonly second: number;
}

/** The two that an address names, of those there are; the given one where it names none, or one that is not there. */
export function pairOf(search: string, ids: readonly string[], otherwise: Pair): Pair {
  const parameters = new URLSearchParams(search);
  const placeOf = (name: string, place: number) => {
    const found = ids.indexOf(parameters.get(name) ?? "");
    return found === -1 ? place : found;
  };
  return {first: placeOf("a", otherwise.first), second: placeOf("b", otherwise.second)};
}

export function searchOf({first, second}: Pair, ids: readonly string[]): string {
  return `?${new URLSearchParams({a: ids[first]!, b: ids[second]!}).toString()}`;
}

/** How rows about two experiments are marked: the earlier first. */
export function keyOf({first, second}: Pair): string {
  return `${Math.min(first, second)}-${Math.max(first, second)}`;
}
