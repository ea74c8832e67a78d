import {numbersOf} from "#warehouse/engine/columns.js";
import {identifier, type Engine} from "#warehouse/engine/engine.js";
import {EXTRACTS} from "../contracts/index.js";
import {IN_FORCE, rawTable} from "../raw/rawTable.js";
import type {Source} from "../sources/contract.js";
import {mayBeWithheld} from "./consents.js";

/** Rows of an extract that are in force, and stay behind for want of consent. */
export interface Withheld {
  readonly extract: string;
  readonly rows: number;
}

/** How many rows staging withholds, of the extracts of which it withholds any. */
export async function withheldRows(engine: Engine, source: Source): Promise<Withheld[]> {
  const withheld: Withheld[] = [];
  for (const contract of EXTRACTS.filter((each) => mayBeWithheld(each, source.consents))) {
    const counted = await engine.columns(`select
      (select count(*) from ${identifier(rawTable(contract))} where ${IN_FORCE})
      - (select count(*) from ${identifier(`stg_${contract.name}`)}) as n`);
    const rows = numbersOf(counted, "n")[0]!;
    if (rows > 0) withheld.push({extract: contract.name, rows});
  }
  return withheld;
}
