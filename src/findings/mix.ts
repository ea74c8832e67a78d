import {martComposition} from "#warehouse/marts/mart_composition.js";
import type {DatedShare} from "../components/charts/ShareTrend.js";
import {categoryColour, gradeColour, tierColour} from "../components/scales.js";
import {shortMemberName, type DimensionName} from "../i18n/members.js";
import {WORDS} from "../i18n/words.js";
import {gradeCountOf, type Basis} from "./book.js";
import type {Site} from "./site.js";

interface CompositionRow {
  readonly observation_date: string;
  readonly dimension: string;
  readonly member: string;
  readonly member_order: number;
  readonly drawn: number | null;
  readonly obligors: bigint;
}

/** Classes of a dimension without an order of its own that are shown by name; the rest is one class. */
const NAMED = 6;

/** What the book is made of, over time. Classes without an order stand by their latest weight, the small ones together. */
export function mixOverTime(site: Site, dimension: DimensionName, basis: Basis): DatedShare[] {
  const rows = site.rows<CompositionRow>(martComposition).filter((row) => row.dimension === dimension);
  const weight = (row: CompositionRow) => Number(basis === "drawn" ? row.drawn : row.obligors);
  const isOrdered = dimension === "grade" || dimension === "tier" || dimension === "size";
  const named = isOrdered
    ? null
    : heaviest(
        rows.filter((row) => row.observation_date === site.manifest.observationDate),
        weight
      );
  const shares = new Map<string, DatedShare>();
  for (const row of rows) {
    const place = named === null ? row.member_order : named.indexOf(row.member);
    const isOther = place === -1;
    const order = isOther ? NAMED : place;
    const key = `${row.observation_date} ${order}`;
    const before = shares.get(key)?.value ?? 0;
    shares.set(key, {
      date: row.observation_date,
      label: isOther ? WORDS[site.language].others : shortMemberName(dimension, row.member, site.language),
      order,
      value: before + weight(row),
      colour: colourOf(site, dimension, row.member, order)
    });
  }
  return [...shares.values()];
}

function heaviest(rows: readonly CompositionRow[], weight: (row: CompositionRow) => number): string[] {
  const sorted = [...rows].sort((a, b) => weight(b) - weight(a) || a.member_order - b.member_order);
  return sorted.slice(0, NAMED).map(({member}) => member);
}

function colourOf(site: Site, dimension: DimensionName, member: string, order: number): string {
  if (dimension === "grade") return gradeColour(order, gradeCountOf(site));
  if (dimension === "tier") return tierColour(member);
  return categoryColour(order);
}
