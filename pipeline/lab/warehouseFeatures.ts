import {UserError} from "#warehouse/engine/userError.js";
import {sqlTablesIn} from "#warehouse/sqlTable.js";
import {reasonAgainst} from "../policy/knownFeatures.js";
import type {Directions} from "./rows.js";
import type {Spec} from "./spec.js";

const FEATURES = new URL("../../warehouse/features/", import.meta.url);

type WarehousePopulation = Extract<Spec["population"], {from: "warehouse"}>;

export interface ChosenFeatures {
  readonly list: readonly {readonly table: string; readonly columns: readonly string[]}[];
  readonly safer: Directions;
}

/**
 * The features that a spec names, `all` spelled out: the columns that hold numbers and that no relationship extract moves.
 * Throws a UserError where a table or column is not there or may not predict default, and where one comes twice.
 */
export async function chosenFeatures(file: string, {features, drop}: WarehousePopulation): Promise<ChosenFeatures> {
  const tables = await sqlTablesIn(FEATURES);
  const safer = new Map<string, "higher" | "lower" | "neither">();
  const list = features.map(({table, columns}) => {
    const contract = tables.get(table)?.contract;
    if (contract === undefined) {
      throw new UserError(`${file}: features name the table ${table}; there are ${[...tables.keys()].join(", ")}`);
    }
    const wanted =
      columns === "all"
        ? Object.keys(contract.columns).filter(
            (name) =>
              contract.columns[name]!.feature !== undefined &&
              reasonAgainst(contract.columns, name) === null &&
              !drop.includes(name)
          )
        : columns;
    for (const name of wanted) {
      const wrong = reasonAgainst(contract.columns, name);
      if (wrong !== null) throw new UserError(`${file}: features name ${table}.${name}${wrong}`);
      if (safer.has(name)) throw new UserError(`${file}: features name ${name} twice; leave one out`);
      safer.set(name, contract.columns[name]!.feature?.safer ?? "neither");
    }
    return {table, columns: wanted};
  });
  return {list, safer};
}
