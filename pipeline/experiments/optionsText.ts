import type {Candidate} from "../lab/candidates.js";

/** The options of a method as a reader of its spec knows them: `prebins 32, max_bins 6`. Those in `only`, where it is given. */
export function optionsText(candidate: Candidate, only?: ReadonlySet<string>): string {
  const options = Object.entries(candidate).filter(([name]) => name !== "kind" && only?.has(name) !== false);
  return options.map(([name, value]) => `${name} ${valueText(value)}`).join(", ");
}

/** The options in which candidates differ. */
export function openOptions(candidates: readonly Candidate[]): ReadonlySet<string> {
  const names = candidates.flatMap((candidate) => Object.keys(candidate));
  const valuesOf = (name: string) =>
    new Set(candidates.map((candidate) => JSON.stringify((candidate as unknown as Record<string, unknown>)[name])));
  return new Set(names.filter((name) => valuesOf(name).size > 1));
}

function valueText(value: unknown): string {
  if (value === null || typeof value !== "object") return String(value);
  return Object.entries(value)
    .map(([name, inner]) => `${name} ${String(inner)}`)
    .join(" ");
}
