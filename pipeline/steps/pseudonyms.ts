import {createHmac} from "node:crypto";
import {columnsFrom, textsOf, varchars} from "#warehouse/engine/columns.js";
import {heldToContract} from "#warehouse/sqlTable.js";
import type {RunContext} from "../context.js";
import {scorePseudonyms} from "../scores/score_pseudonyms.js";

const DIGITS = 12;

/** Gives every obligor a pseudonym: a keyed hash, so that who lacks the key cannot test a guess. */
export async function writePseudonyms({engine, record}: RunContext, key: string): Promise<void> {
  const obligors = textsOf(
    await engine.columns("select distinct obligor_id from stg_obligors order by obligor_id"),
    "obligor_id"
  );
  const pseudonyms = obligors.map((id) => {
    const digest = createHmac("sha256", key).update(id!).digest("hex");
    return `P-${digest.slice(0, DIGITS).toUpperCase()}`;
  });
  await engine.write(
    scorePseudonyms.name,
    columnsFrom({obligor_id: varchars(obligors), pseudonym: varchars(pseudonyms)})
  );
  record.add("pseudonyms", scorePseudonyms.name, await heldToContract(engine, scorePseudonyms));
}
