import {columnsFrom, dates, doubles, epochDays, integers, varchars} from "#warehouse/engine/columns.js";
import type {Engine} from "#warehouse/engine/engine.js";
import {policyDefault} from "#warehouse/policy.js";
import {heldToContract} from "#warehouse/sqlTable.js";
import type {PolicyInForce} from "../policy/policy.js";

/** Lays the versions of the default policy where features and targets read them. */
export async function writeDefaultPolicy(engine: Engine, versions: readonly PolicyInForce<"default">[]): Promise<void> {
  await engine.write(
    policyDefault.name,
    columnsFrom({
      effective_from: dates(versions.map(({from}) => epochDays(from))),
      effective_until: dates(versions.map(({until}) => epochDays(until))),
      days_past_due_over: integers(versions.map(({policy}) => policy.days_past_due_over)),
      material_amount: doubles(Float64Array.from(versions, ({policy}) => policy.material_amount)),
      events: varchars(versions.map(({policy}) => policy.events.join(","))),
      performance_window_months: integers(versions.map(({policy}) => policy.performance_window_months))
    })
  );
  await heldToContract(engine, policyDefault);
}
