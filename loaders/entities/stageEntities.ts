import type {Engine} from "#warehouse/engine/engine.js";
import {stageCounterparties} from "./counterparties/stageCounterparties.js";
import {stageGroups} from "./groups/stageGroups.js";

/** Finds anew who belongs to whom in what is staged: connected groups, and counterparties that are obligors. */
export async function stageEntities(engine: Engine): Promise<void> {
  await stageGroups(engine);
  await stageCounterparties(engine);
}
