import {tiersOf, type TierInputs} from "#models/tier/tier.js";
import {columnOf, columnsFrom, doubles, numbersOf, varchars, type Columns} from "#warehouse/engine/columns.js";
import type {RunContext} from "../context.js";
import type {Policy} from "../policy/schemas.js";
import {scoreTiers} from "../scores/score_tiers.js";
import {writeYearly} from "./yearly.js";

/** Tiers of every obligor with exposure at every date; no rows where the source has no exposures. */
export async function assignTiers(context: RunContext): Promise<void> {
  const {policy} = context.policies.tiers;
  const isAbsent = context.source.absent.includes("tier");
  const step = {name: "tiers", inputs: "tier_inputs", contract: scoreTiers, isAbsent};
  await writeYearly(context, step, (inputs) => tierColumns(inputs, policy));
}

function tierColumns(inputs: Columns, policy: Policy<"tiers">): Columns {
  const days = columnOf(inputs, "observation_date").values as Int32Array;
  const facts = tierInputs(inputs, policy);
  const contribution = new Float64Array(inputs.rowCount);
  const potential = new Float64Array(inputs.rowCount);
  const risk = new Float64Array(inputs.rowCount);
  const tiers: string[] = [];
  for (let start = 0; start < inputs.rowCount;) {
    let end = start + 1;
    while (end < inputs.rowCount && days[end] === days[start]) end++;
    const part = (values: Float64Array) => values.subarray(start, end);
    const scores = tiersOf(
      {
        contribution: part(facts.contribution),
        growth: part(facts.growth),
        unused: part(facts.unused),
        pd: part(facts.pd)
      },
      {
        weights: policy.weights,
        strategicFrom: policy.strategic_from,
        coreFrom: policy.core_from,
        strategicPdLimit: policy.strategic_pd_limit
      }
    );
    contribution.set(scores.contribution, start);
    potential.set(scores.potential, start);
    risk.set(scores.risk, start);
    for (const tier of scores.tiers) tiers.push(tier);
    start = end;
  }
  return columnsFrom({
    obligor_id: columnOf(inputs, "obligor_id"),
    observation_date: columnOf(inputs, "observation_date"),
    tier: varchars(tiers),
    contribution_score: doubles(contribution),
    potential_score: doubles(potential),
    risk_score: doubles(risk)
  });
}

/** A year's interest less funding and expected loss, with the policy's funding rate and loss given default. */
function tierInputs(inputs: Columns, {funding_rate, loss_given_default}: Policy<"tiers">): TierInputs {
  const [pd, drawn, limit, interest, growth] = ["pd", "drawn", "limit", "annual_interest", "growth"].map((name) =>
    numbersOf(inputs, name)
  ) as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
  return {
    pd,
    growth,
    unused: limit.map((value, row) => Math.max(0, value - drawn[row]!)),
    contribution: interest.map((value, row) => value - drawn[row]! * (funding_rate + pd[row]! * loss_given_default))
  };
}
