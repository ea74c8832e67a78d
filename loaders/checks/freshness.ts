import {epochDays} from "#warehouse/engine/columns.js";
import type {QualityPolicy} from "./policy.js";
import type {ScannedExtract} from "./scan.js";
import {verdictOnFigure, type CheckVerdict} from "./verdict.js";

/** Days from the latest event to the end of the data, where the policy asks for them and there are rows. */
export function checkFreshness(
  {contract, groups, rows}: ScannedExtract,
  dataEnd: string,
  policy: QualityPolicy
): CheckVerdict[] {
  const tolerated = policy.freshness.tolerated_days[contract.name];
  if (tolerated === undefined || contract.dates === undefined || rows === 0) return [];
  const latest = groups.reduce(
    (last, group) => (group.latest !== null && group.latest > last ? group.latest : last),
    ""
  );
  const days = latest === "" ? null : epochDays(dataEnd) - epochDays(latest);
  return [
    verdictOnFigure("freshness", policy, {
      name: "freshness",
      extract: contract.name,
      column: contract.dates.event,
      rowsChecked: rows,
      rowsFailing: 0,
      measured: days,
      tolerated,
      fails: days === null || days > tolerated,
      finding: latest
    })
  ];
}
