import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {BuiltTable} from "#pipeline/features/build.js";
import {countOf, everyExtract, growingBank, unlikeFullBuild, type GrowingBank} from "./growingBank.js";

const OCTOBER = "transaction_date between '2025-10-01' and '2025-10-31'";

describe("features of a feed whose last month comes late", () => {
  let bank: GrowingBank;

  beforeAll(async () => {
    bank = await growingBank(30);
    await bank.systems.run(`create table late as select * from account_transactions where ${OCTOBER};
      delete from account_transactions where transaction_date >= '2025-10-01'`);
    await bank.deliver(everyExtract, "2025-10-31");
  }, 300_000);
  afterAll(() => bank.close());

  const known = async () =>
    await countOf(
      bank.warehouse,
      "from feat_account_flows where observation_date = date '2025-10-31' and idle_month_share is not null"
    );
  const builtOf = (tables: readonly BuiltTable[]) => tables.find(({name}) => name === "feat_account_flows")!.built;

  it("are unknown in that month, and known of everyone once anybody's movement has come, as in a full build", async () => {
    expect(await known()).toBe(0);
    await bank.systems.run("insert into account_transactions select * from late order by transaction_id limit 1");
    const built = builtOf(await bank.deliver(["account_transactions"], "2025-10-31"));
    expect(built).toBe(
      await countOf(bank.warehouse, "from feat_observations where observation_date >= date '2025-10-01'")
    );
    expect(await known()).toBeGreaterThan(10);
    expect(await unlikeFullBuild(bank.warehouse)).toEqual([]);
  }, 120_000);

  it("are unknown again when it is taken back", async () => {
    await bank.systems.run(`delete from account_transactions where ${OCTOBER}`);
    await bank.deliver(["account_transactions"], "2025-10-31");
    expect(await known()).toBe(0);
    expect(await unlikeFullBuild(bank.warehouse)).toEqual([]);
  }, 120_000);
});
