import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {load} from "#pipeline/loading.js";
import type {Policy} from "#pipeline/policy/schemas.js";
import {silentProgress} from "#pipeline/progress.js";
import {readSettings} from "#pipeline/settings/settings.js";
import {writeDefaultPolicy} from "#pipeline/steps/policies.js";
import {rowsOf} from "#warehouse/engine/columns.js";
import {openDuckDB} from "#warehouse/engine/duckdb.js";
import type {Engine} from "#warehouse/engine/engine.js";
import {defineMacros} from "#warehouse/macros/macros.js";
import {buildTable} from "#warehouse/sqlTable.js";
import {buildAllTargets, featureTables} from "../../support/features.js";
import {ownFolder, smallBank} from "../../support/smallBank.js";
import {defaultPolicyWith} from "../../support/targets.js";

describe("on the demo bank", () => {
  let engine: Engine;
  let truth: string;

  beforeAll(async () => {
    const bank = await smallBank();
    const state = ownFolder("targets");
    const settings = readSettings({state}, {}, undefined);
    await load({sourceId: "demo", from: bank.extracts, settings, progress: silentProgress, now: () => new Date()});
    engine = await openDuckDB(join(state, "demo", "warehouse.duckdb"));
    truth = `read_parquet('${join(bank.truth, "truth_defaults.parquet")}')`;
    await defineMacros(engine);
    await buildTable(engine, featureTables.get("feat_observations")!);
  }, 300_000);

  afterAll(() => engine.close());

  const build = async (changes: Partial<Policy<"default">>) => {
    await writeDefaultPolicy(engine, [defaultPolicyWith(changes)]);
    await buildAllTargets(engine);
  };
  const rows = async (sql: string) => rowsOf(await engine.columns(sql));
  const apart = async (found: string) =>
    await rows(`(${found} except select obligor_id, default_date from ${truth})
      union all (select obligor_id, default_date from ${truth} except ${found})`);

  it("default dates are those that are true, and the exclusions sum to the frame", async () => {
    await build({});
    expect(await apart("select obligor_id, default_date from target_default_dates")).toEqual([]);
    const [{defaults}] = (await rows(`select count(*) as defaults from ${truth}`)) as [{defaults: bigint}];
    expect(defaults).toBeGreaterThan(20n);
    const frame = "select observation_date, count(*) as obligors from feat_observations group by observation_date";
    const summed =
      "select observation_date, cast(sum(obligors) as bigint) as obligors from target_exclusions group by observation_date";
    expect(await rows(`(${frame} except ${summed}) union all (${summed} except ${frame})`)).toEqual([]);
  });

  it("none is ever paid, so that none is cured where the policy allows it", async () => {
    await build({cure: {probation_days: 90, restructuring_probation_days: 365, never_after: ["bankruptcy_filing"]}});
    expect(await apart("select obligor_id, default_date from target_default_spells where cured_date is null")).toEqual(
      []
    );
    expect(await rows("select * from target_default_spells where spell_number > 1 or cured_date is not null")).toEqual(
      []
    );
  });

  it("counting over the obligor finds every default, and beside them fees that are material together alone", async () => {
    await build({material_by: "obligor"});
    const found = "select obligor_id, default_date from target_default_dates";
    expect(await rows(`select obligor_id, default_date from ${truth} except ${found}`)).toEqual([]);
    const more = await rows(`
      select obligor_id, max(amount_due) < 1000 as is_each_small, sum(amount_due) >= 1000 as is_all_material
      from (${found} except select obligor_id, default_date from ${truth}) as more
      inner join facility_owners(stg_facilities) using (obligor_id)
      inner join stg_repayments as due using (facility_id)
      where due.due_date < default_date and (paid_date is null or paid_date >= default_date)
      group by obligor_id`);
    expect(more.length).toBeGreaterThan(0);
    for (const row of more) expect(row).toMatchObject({is_each_small: true, is_all_material: true});
  });

  it("those who left are withdrawn, and left out where the policy says so", async () => {
    const counts = async () =>
      await rows(`
        select outcome_status, is_excluded, cast(sum(obligors) as integer) as obligors, cast(sum(defaults) as integer) as defaults
        from target_exclusions
        group by outcome_status, is_excluded
        order by outcome_status`);
    await build({});
    const kept = await counts();
    expect(kept.map(({outcome_status: status}) => status)).toEqual(["in_default", "observed", "open", "withdrawn"]);
    expect(kept.at(-1)).toMatchObject({is_excluded: false, defaults: 0});
    expect(kept.at(-1)!["obligors"]).toBeGreaterThan(100);
    await build({withdrawals: "exclude"});
    expect(await counts()).toEqual([...kept.slice(0, -1), {...kept.at(-1)!, is_excluded: true}]);
  });

  it("hazards of the first year are the rate of defaults within the window", async () => {
    await build({});
    const [{same}] = (await rows(`
      select count(*) = 0 as same
      from target_default inner join target_default_years using (obligor_id, observation_date)
      where defaulted is distinct from case when years_observed >= 1 then coalesce(default_year = 1, false) end`)) as [
      {same: boolean}
    ];
    expect(same).toBe(true);
  });
});
