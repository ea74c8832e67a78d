import {expect, it} from "vitest";
import {killLoads} from "../support/kills.js";

const KILLS = 20;
const EXTRACTS = ["consents", "obligors", "projects", "facilities", "exposures", "account_transactions"];
const SEED = Number(process.env["LOANSCAPE_SEED"] ?? 20_260_101);

it("a load that is killed at any moment shows all of a delivery or nothing, and loaded again it is as if nothing was", async () => {
  const report = await killLoads(KILLS, SEED, {extracts: EXTRACTS});
  const said = `seed ${SEED}: ${JSON.stringify(report)}`;
  expect(report.failures, said).toEqual([]);
  expect(report.kills, said).toBe(KILLS);
  expect(report.kills - report.survived, said).toBeGreaterThan(KILLS / 2);
  expect(report.unseen, said).toBeGreaterThan(0);
}, 300_000);
