import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {EXTRACTS} from "#loaders/contracts/index.js";
import type {TableContract} from "#warehouse/contract.js";
import type {Engine} from "#warehouse/engine/engine.js";
import {buildAllFeatures, featureTables} from "../../support/features.js";
import {countOf, everyExtract, growingBank, type GrowingBank} from "./growingBank.js";

const KEPT = "select obligor_id from raw_obligors where ascii(right(obligor_id, 1)) % 2 = 0";

describe("what moves a feature table", () => {
  let bank: GrowingBank;

  beforeAll(async () => {
    bank = await growingBank(100);
    await bank.deliver(everyExtract, "2025-06-30");
  }, 300_000);
  afterAll(() => bank.close());

  it("is facts of the obligor itself, unless its contract says that those of others do", async () => {
    const {warehouse} = bank;
    const names = [...featureTables.keys()];
    for (const name of names) {
      await warehouse.run(`create temp table kept_${name} as select * from ${name} where obligor_id in (${KEPT})`);
    }
    await forgetOthers(warehouse);
    await buildAllFeatures(warehouse);
    const moved: string[] = [];
    for (const name of names) {
      const [before, after] = [`from kept_${name}`, `select * from ${name} where obligor_id in (${KEPT})`];
      if ((await countOf(warehouse, `(${before}) except (${after})`)) > 0) moved.push(name);
    }
    const unmarked = moved.filter((name) => featureTables.get(name)!.contract.reach !== "others");
    expect(unmarked, 'a table that facts of others move says reach: "others" in its contract').toEqual([]);
    expect(moved, "facts of customers move what is known of customers").toContain("feat_counterparty_risk");
  });
});

/** Leaves nothing staged but facts of the obligors that are kept, and of nobody. */
async function forgetOthers(engine: Engine): Promise<void> {
  await engine.run(`create temp table kept_obligors as ${KEPT};
    create temp table kept_facilities as select facility_id from raw_facilities where obligor_id in (from kept_obligors);
    create temp table kept_projects as select project_id from raw_projects where obligor_id in (from kept_obligors)`);
  for (const contract of EXTRACTS) {
    const isKept = keptBy(contract);
    if (contract.name === "outcome_coverage" || isKept === null) continue;
    await engine.run(`create temp table own as select * from stg_${contract.name} where ${isKept};
      drop view stg_${contract.name};
      create table stg_${contract.name} as from own;
      drop table own`);
  }
}

function keptBy({columns}: TableContract): string | null {
  if ("obligor_id" in columns) return "obligor_id in (from kept_obligors)";
  if ("facility_id" in columns) return "facility_id in (from kept_facilities)";
  if ("project_id" in columns) return "project_id in (from kept_projects)";
  return null;
}
