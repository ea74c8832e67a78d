import {martMigration} from "#warehouse/marts/mart_migration.js";
import {shareOf, sumOf, type Figure} from "../components/figure.js";
import type {Site} from "./site.js";

export interface MigrationRow {
  readonly observation_date: string;
  readonly from_grade: string;
  readonly to_grade: string;
  readonly from_order: number;
  readonly to_order: number;
  readonly obligors: bigint;
}

export interface MigrationFindings {
  readonly date: string;
  readonly upgraded: Figure;
  readonly downgraded: Figure;
  readonly defaulted: Figure;
  readonly left: Figure;
  readonly unchangedShare: Figure;
  readonly rows: readonly MigrationRow[];
}

/** Years of the migration mart, oldest first. */
export function migrationYears(site: Site): string[] {
  return [...new Set(migrationRows(site).map((row) => row.observation_date))].sort();
}

/** Where the obligors of a year went in twelve months. The share that kept its grade is of those still in the book, default included. */
export function migrationFindings(site: Site, date: string): MigrationFindings {
  const rows = migrationRows(site).filter((row) => row.observation_date === date);
  const sum = (isIn: (row: MigrationRow) => boolean) => count(site, date, rows.filter(isIn));
  const upgraded = sum((row) => row.to_order < row.from_order);
  const downgraded = sum((row) => row.to_order > row.from_order && !isEnd(row.to_grade));
  const defaulted = sum((row) => row.to_grade === "D");
  const unchanged = sum((row) => row.to_order === row.from_order);
  const stayed = sum((row) => row.to_grade !== "left");
  return {
    date,
    upgraded,
    downgraded,
    defaulted,
    left: sum((row) => row.to_grade === "left"),
    unchangedShare: shareOf(unchanged, stayed, "unchanged_share"),
    rows
  };
}

function isEnd(grade: string): boolean {
  return grade === "D" || grade === "left";
}

function migrationRows(site: Site): readonly MigrationRow[] {
  return site.rows<MigrationRow>(martMigration);
}

/** No such row means that nobody moved so: zero, not unknown. */
function count(site: Site, date: string, rows: readonly MigrationRow[]): Figure {
  const keys = rows.map(({from_grade, to_grade}) => ({from_grade, to_grade}));
  const figure = sumOf(site.mart(martMigration), "obligors", keys, {observation_date: date});
  return {...figure, value: figure.value ?? 0};
}
