import {expect, it} from "vitest";
import {DAMAGES} from "../support/damages.js";
import {damagedLoads} from "../support/damagedLoads.js";

const SEED = 20_201_124;
const EACH = 4;

it(`a delivery of a damaged file loads with every row accounted for, or is refused in one sentence (seed ${SEED})`, async () => {
  const report = await damagedLoads(EACH * DAMAGES.length, SEED);
  expect(report.failures).toEqual([]);
  expect(report.loaded).toBeGreaterThan(DAMAGES.length);
  expect(report.refused).toBeGreaterThan(DAMAGES.length);
  expect(report.quarantined).toBeGreaterThan(1_000);
}, 240_000);
