import {columnsFrom, dates, doubles, epochDays, integers, varchars} from "#warehouse/engine/columns.js";
import type {Engine} from "#warehouse/engine/engine.js";
import {policyDefault} from "#warehouse/policy.js";
import {heldToContract} from "#warehouse/sqlTable.js";
import type {PolicyInForce} from "../policy/policy.js";
import type {Policy} from "../policy/schemas.js";

/** Lays the versions of the default policy where features and targets read them. */
export async function writeDefaultPolicy(engine: Engine, versions: readonly PolicyInForce<"default">[]): Promise<void> {
  const numbers = (value: (policy: Policy<"default">) => number | null) =>
    integers(versions.map(({policy}) => value(policy)));
  const texts = (value: (policy: Policy<"default">) => string) => varchars(versions.map(({policy}) => value(policy)));
  await engine.write(
    policyDefault.name,
    columnsFrom({
      effective_from: dates(versions.map(({from}) => epochDays(from))),
      effective_until: dates(versions.map(({until}) => epochDays(until))),
      days_past_due_over: numbers((policy) => policy.days_past_due_over),
      material_by: texts((policy) => policy.material_by),
      material_amount: doubles(Float64Array.from(versions, ({policy}) => policy.material_amount)),
      material_share_over: doubles(Float64Array.from(versions, ({policy}) => policy.material_share_over ?? NaN)),
      events: texts((policy) => policy.events.join(",")),
      incurable_events: texts(({cure}) => (cure === "never" ? "" : cure.never_after.join(","))),
      cure_days: numbers(({cure}) => (cure === "never" ? null : cure.probation_days)),
      restructuring_cure_days: numbers(({cure}) => (cure === "never" ? null : cure.restructuring_probation_days)),
      performance_window_months: numbers((policy) => policy.performance_window_months),
      withdrawals: texts((policy) => policy.withdrawals)
    })
  );
  await heldToContract(engine, policyDefault);
}
