import type {Engine} from "#warehouse/engine/engine.js";
import {placesOf} from "./places.js";
import type {QualityPolicy} from "./policy.js";
import type {ScannedExtract} from "./scan.js";
import {verdictOnRows, type CheckVerdict} from "./verdict.js";

/** Verdicts on what must hold within a row: identities and ranges, counted by the scan. */
export async function checkRows(
  engine: Engine,
  {contract, checks, groups, rows}: ScannedExtract,
  policy: QualityPolicy
): Promise<CheckVerdict[]> {
  const verdicts: CheckVerdict[] = [];
  for (const {name, kind, column, fails} of checks) {
    const failing = groups.reduce((sum, group) => sum + group.fails.get(name)!, 0);
    const finding = failing === 0 ? "" : await placesOf(engine, contract, fails);
    verdicts.push(
      verdictOnRows(kind, policy, {
        name,
        extract: contract.name,
        column,
        rowsChecked: rows,
        rowsFailing: failing,
        finding
      })
    );
  }
  return verdicts;
}
