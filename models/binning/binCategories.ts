import {boundsOf, sumOfCounts} from "./binningRules.js";
import type {BinCounts} from "./bins.js";
import {optimalPartition} from "./optimalPartition.js";
import {unbinned} from "./unbinned.js";
import {weighted, type CountedBin} from "./weighted.js";
import type {CategoryBins, CategoryOptions, Unbinned} from "./woeBins.js";

/** Rows below which a category is rare. */
export const MIN_ROWS = 25;

/** Categories that are grouped as one, with their rows. */
interface Kind extends BinCounts {
  readonly categories: readonly string[];
}

/**
 * Groups of categories with the most information about default, of all that join neighbours in the order of their default rates and hold
 * enough events and non-events; riskiest first. Rare categories are pooled before, and go as one. A missing text
 * (null) has a bin of its own, and so has one that training did not hold. Does not depend on the order of rows.
 *
 * Throws where lengths differ, or where no row or every row defaulted. Gives the reason where not even two groups are possible.
 */
export function binCategories(
  values: readonly (string | null)[],
  defaulted: Uint8Array,
  options: CategoryOptions = {}
): CategoryBins | Unbinned {
  const {minRows = MIN_ROWS, unknown = "neutral"} = options;
  const counts = countsByCategory(values, defaulted);
  const totals = sumOfCounts([...counts.values()]);
  const bounds = boundsOf(options, totals);
  const missing = counts.get(null) ?? {goods: 0, bads: 0};
  const {kinds, rare} = kindsOf(counts, minRows);
  const ends = optimalPartition(kinds, totals, bounds);
  if (ends === null) return unbinned(kinds, bounds);
  const groups = ends.map((end, at) => kinds.slice(at === 0 ? 0 : ends[at - 1]! + 1, end + 1));
  const named = groups.map((group) => group.flatMap(({categories}) => categories).sort(inOrder));
  const counted: CountedBin[] = [
    ...groups.map((group, at): CountedBin => ({kind: "categories", values: named[at]!, ...sumOfCounts(group)})),
    {kind: "missing", ...missing},
    {kind: "unseen", goods: 0, bads: 0}
  ];
  return {kind: "category", groups: named, rare, ...weighted(counted, bounds, unknown)};
}

function countsByCategory(values: readonly (string | null)[], defaulted: Uint8Array): Map<string | null, BinCounts> {
  if (values.length !== defaulted.length) {
    throw new RangeError(`${values.length} values, but ${defaulted.length} outcomes`);
  }
  const counts = new Map<string | null, {goods: number; bads: number}>();
  for (const [row, value] of values.entries()) {
    let held = counts.get(value);
    if (held === undefined) counts.set(value, (held = {goods: 0, bads: 0}));
    if (defaulted[row] === 1) held.bads++;
    else held.goods++;
  }
  return counts;
}

/** What is grouped, by falling default rate, equals by name. */
function kindsOf(
  counts: ReadonlyMap<string | null, BinCounts>,
  minRows: number
): {readonly kinds: readonly Kind[]; readonly rare: readonly string[]} {
  const known = [...counts].flatMap(([category, held]) =>
    category === null ? [] : [{categories: [category], ...held}]
  );
  const isRare = ({goods, bads}: BinCounts) => goods + bads < minRows;
  const rare = known
    .filter(isRare)
    .flatMap(({categories}) => categories)
    .sort(inOrder);
  const pooled = rare.length === 0 ? [] : [{categories: rare, ...sumOfCounts(known.filter(isRare))}];
  const kinds = [...known.filter((kind) => !isRare(kind)), ...pooled].sort(
    (a, b) => b.bads * a.goods - a.bads * b.goods || inOrder(a.categories[0]!, b.categories[0]!)
  );
  return {kinds, rare};
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
