import {join} from "node:path";
import {expect, it} from "vitest";
import {renewFeatures} from "#pipeline/lab/watch/renewFeatures.js";
import {silentProgress} from "#pipeline/progress.js";
import {readSettings} from "#pipeline/settings/settings.js";
import {rowsOf} from "#warehouse/engine/columns.js";
import {openDuckDB} from "#warehouse/engine/duckdb.js";
import type {Engine} from "#warehouse/engine/engine.js";
import {ownFolder, runSmallBank} from "../../../support/smallBank.js";

it("builds anew what was made by other SQL, as a run would, and refuses a contract", async () => {
  const state = ownFolder("renew");
  await runSmallBank(state);
  const inWarehouse = async <T>(work: (engine: Engine) => Promise<T>): Promise<T> => {
    const engine = await openDuckDB(join(state, "demo", "warehouse.duckdb"));
    try {
      return await work(engine);
    } finally {
      engine.close();
    }
  };
  const built = () =>
    inWarehouse(async (engine) =>
      rowsOf(await engine.columns("select * from feat_invoices order by obligor_id, observation_date"))
    );
  const before = await built();
  await inWarehouse(async (engine) => {
    await engine.run("update feat_invoices set log_sales = 1");
    await engine.run("update feat_builds set version = 'other' where table_name = 'feat_invoices'");
  });
  const request = {sourceId: "demo", settings: readSettings({state}, {}, undefined), progress: silentProgress};
  await renewFeatures(request, ["/features/feat_invoices.sql"]);
  expect(await built()).toEqual(before);
  await expect(renewFeatures(request, ["/features/feat_invoices.ts"])).rejects.toThrow(
    "feat_invoices.ts: contracts are read when the lab starts; stop it and start it again"
  );
});
