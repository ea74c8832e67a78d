import {featureColumns} from "#warehouse/feature.js";
import {sqlTablesIn, type SqlTable} from "#warehouse/sqlTable.js";
import type {ColumnContract, FeatureFacts} from "#warehouse/contract.js";

const FEATURES = new URL("../../warehouse/features/", import.meta.url);

/** A feature as its contract has it. */
export interface Feature {
  readonly table: string;
  readonly name: string;
  readonly column: ColumnContract;
  readonly facts: FeatureFacts;
}

/** A feature table with its features, in the order of its columns. */
export interface Subject {
  readonly table: SqlTable;
  readonly features: readonly Feature[];
}

/** Every table that has features, by name. */
export async function subjects(): Promise<Subject[]> {
  const tables = await sqlTablesIn(FEATURES);
  return [...tables.values()].map(subjectOf).filter(({features}) => features.length > 0);
}

export function subjectOf(table: SqlTable): Subject {
  const features = featureColumns(table.contract.columns).map(({name, column, feature}) => ({
    table: table.contract.name,
    name,
    column,
    facts: feature
  }));
  return {table, features};
}

/** Whether a feature is a number, or a flag that counts as 0 or 1: what has quantiles and bins. */
export function isNumeric({column}: Feature): boolean {
  return column.type !== "varchar" && column.type !== "date";
}
