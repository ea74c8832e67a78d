import {UserError} from "#warehouse/engine/userError.js";
import {sqlTablesIn} from "#warehouse/sqlTable.js";
import type {PolicyInForce} from "./policy.js";

const FEATURES = new URL("../../warehouse/features/", import.meta.url);

/** Throws a UserError when a rating policy names a feature table or column that is not there, or one that holds no numbers. */
export async function requireKnownFeatures(versions: readonly PolicyInForce<"rating">[]): Promise<void> {
  const tables = await sqlTablesIn(FEATURES);
  for (const {file, policy} of versions) {
    for (const {table, columns} of policy.features) {
      const contract = tables.get(table)?.contract;
      if (contract === undefined) {
        throw new UserError(`${file}: features name the table ${table}; there are ${[...tables.keys()].join(", ")}`);
      }
      for (const column of columns) {
        const type = contract.columns[column]?.type;
        if (type === undefined) {
          const known = Object.keys(contract.columns).join(", ");
          throw new UserError(`${file}: features name ${table}.${column}; the table has ${known}`);
        }
        if (type === "varchar" || type === "date") {
          throw new UserError(`${file}: features name ${table}.${column}, which holds ${type} and no numbers`);
        }
      }
    }
  }
}
