import type {TableContract} from "#warehouse/contract.js";
import {numbersOf} from "#warehouse/engine/columns.js";
import {identifier, type Engine} from "#warehouse/engine/engine.js";
import {placesOf} from "./places.js";
import type {QualityPolicy} from "./policy.js";
import type {ScannedExtract} from "./scan.js";
import {verdictOnRows, type CheckVerdict} from "./verdict.js";

/** Whether each key has one row. The loader makes sure of it; a large extract is not grouped again. */
export async function checkKey(
  engine: Engine,
  {contract, rows}: ScannedExtract,
  isLarge: boolean,
  policy: QualityPolicy
): Promise<CheckVerdict> {
  const key = contract.grain.map(identifier).join(", ");
  const repeated = `select ${key} from ${identifier(`stg_${contract.name}`)} group by ${key} having count(*) > 1`;
  const failing = isLarge
    ? 0
    : await one(
        engine,
        `select count(*) - count(distinct (${key})) as n from ${identifier(`stg_${contract.name}`)} semi join (${repeated}) using (${key})`
      );
  const condition = `(${key}) in (${repeated})`;
  const finding = failing === 0 ? "" : await placesOf(engine, contract, condition);
  const column = contract.grain.length === 1 ? contract.grain[0]! : "";
  return verdictOnRows("key", policy, {
    name: "key",
    extract: contract.name,
    column,
    rowsChecked: rows,
    rowsFailing: failing,
    finding
  });
}

/** Whether what must be filled is: the column with most empty cells. */
export async function checkRequired(
  engine: Engine,
  {contract, rows, groups}: ScannedExtract,
  isLarge: boolean,
  policy: QualityPolicy
): Promise<CheckVerdict> {
  const required = Object.entries(contract.columns).filter(([, {nullable}]) => !nullable);
  const empty = required.map(([name]) => ({
    name,
    cells: isLarge ? 0 : rows - groups.reduce((sum, {filled}) => sum + filled.get(name)!, 0)
  }));
  const worst = empty.reduce((most, each) => (each.cells > most.cells ? each : most));
  const isBroken = worst.cells > 0;
  return verdictOnRows("required", policy, {
    name: "required",
    extract: contract.name,
    column: isBroken ? worst.name : "",
    rowsChecked: rows,
    rowsFailing: worst.cells,
    finding: isBroken ? await placesOf(engine, contract, `${identifier(worst.name)} is null`) : ""
  });
}

/**
 * Whether what rows refer to is in force. The loader makes sure of it when they come; so a large extract is asked
 * again only where a full delivery has ended rows that may have been referred to.
 */
export async function checkReferences(
  engine: Engine,
  {contract, rows}: ScannedExtract,
  {isLarge, hasEnded}: {readonly isLarge: boolean; readonly hasEnded: (extract: string) => boolean},
  policy: QualityPolicy
): Promise<CheckVerdict[]> {
  const verdicts: CheckVerdict[] = [];
  for (const [name, {references}] of Object.entries(contract.columns)) {
    if (references === undefined) continue;
    const [table, parent] = references.split(".") as [string, string];
    const parents = `select ${identifier(parent)} from ${identifier(`stg_${table}`)}`;
    const condition = `${identifier(name)} is not null and ${identifier(name)} not in (${parents})`;
    const isAsked = !isLarge || hasEnded(table);
    const failing = isAsked ? await countWhere(engine, contract, condition) : 0;
    verdicts.push(
      verdictOnRows("reference", policy, {
        name: `${name}.reference`,
        extract: contract.name,
        column: name,
        rowsChecked: rows,
        rowsFailing: failing,
        finding: failing === 0 ? "" : await placesOf(engine, contract, condition)
      })
    );
  }
  return verdicts;
}

async function countWhere(engine: Engine, {name}: TableContract, condition: string): Promise<number> {
  return await one(engine, `select count(*) as n from ${identifier(`stg_${name}`)} where ${condition}`);
}

async function one(engine: Engine, sql: string): Promise<number> {
  return numbersOf(await engine.columns(sql), "n")[0]!;
}
