import {EXTRACTS} from "#loaders/contracts/index.js";
import type {ColumnContract} from "#warehouse/contract.js";
import {UserError} from "#warehouse/engine/userError.js";
import {sqlTablesIn} from "#warehouse/sqlTable.js";
import type {PolicyInForce} from "./policy.js";

const FEATURES = new URL("../../warehouse/features/", import.meta.url);

/** What obligors told the bank and what it earned with them: it serves the relationship and never the default probability. */
const RELATIONSHIP: ReadonlySet<string> = new Set(
  EXTRACTS.filter(({columns}) =>
    Object.values<ColumnContract>(columns).some(({governance}) => governance?.purpose === "relationship")
  ).map(({name}) => name)
);

/**
 * Throws a UserError when a rating policy names a feature table or column that is not there, one that holds no numbers, or one that
 * extracts move whose purpose is the relationship.
 */
export async function requireKnownFeatures(versions: readonly PolicyInForce<"rating">[]): Promise<void> {
  const tables = await sqlTablesIn(FEATURES);
  for (const {file, policy} of versions) {
    for (const {table, columns} of policy.features) {
      const contract = tables.get(table)?.contract;
      if (contract === undefined) {
        throw new UserError(`${file}: features name the table ${table}; there are ${[...tables.keys()].join(", ")}`);
      }
      for (const name of columns) {
        const wrong = reasonAgainst(contract.columns, name);
        if (wrong !== null) throw new UserError(`${file}: features name ${table}.${name}${wrong}`);
      }
    }
  }
}

/** Why a column may not predict default, as the end of a sentence; null where it may. */
export function reasonAgainst(columns: Readonly<Record<string, ColumnContract>>, name: string): string | null {
  const column = columns[name];
  if (column === undefined) return `; the table has ${Object.keys(columns).join(", ")}`;
  if (column.type === "varchar" || column.type === "date") return `, which holds ${column.type} and no numbers`;
  const told = column.feature?.from.filter((extract) => RELATIONSHIP.has(extract)) ?? [];
  if (told.length === 0) return null;
  return `, which comes from ${told.join(" and ")}; what serves the relationship is never an input to the default probability`;
}
