import {tiersOf, type TierInputs} from "#models/tier/tier.js";
import {columnOf, columnsFrom, doubles, isoDate, numbersOf, varchars, type Columns} from "#warehouse/engine/columns.js";
import type {RunContext} from "../context.js";
import {inForceOn, type PolicyInForce} from "../policy/policy.js";
import type {Policy} from "../policy/schemas.js";
import {scoreTiers} from "../scores/score_tiers.js";
import {writeYearly} from "./yearly.js";

/** Tiers of every obligor with exposure at every date; no rows where the source has no exposures. */
export async function assignTiers(context: RunContext): Promise<void> {
  const timeline = context.policies.tiers;
  const isAbsent = context.source.absent.includes("tier");
  const step = {name: "tiers", inputs: "tier_inputs", contract: scoreTiers, isAbsent};
  await writeYearly(context, step, (inputs) => tierColumns(inputs, timeline));
}

function tierColumns(inputs: Columns, timeline: readonly PolicyInForce<"tiers">[]): Columns {
  const days = columnOf(inputs, "observation_date").values as Int32Array;
  const all = numbersByName(inputs);
  const contribution = new Float64Array(inputs.rowCount);
  const potential = new Float64Array(inputs.rowCount);
  const risk = new Float64Array(inputs.rowCount);
  const tiers: string[] = [];
  for (let start = 0; start < inputs.rowCount;) {
    let end = start + 1;
    while (end < inputs.rowCount && days[end] === days[start]) end++;
    const {policy} = inForceOn(timeline, isoDate(days[start]!));
    const scores = tiersOf(
      tierInputs((name) => all[name].subarray(start, end), policy),
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

const INPUTS = ["pd", "drawn", "limit", "annual_interest", "growth"] as const;

type InputName = (typeof INPUTS)[number];

function numbersByName(inputs: Columns): Record<InputName, Float64Array> {
  return Object.fromEntries(INPUTS.map((name) => [name, numbersOf(inputs, name)])) as Record<InputName, Float64Array>;
}

/** Contribution is a year's interest less funding and expected loss, by the policy's rates. */
function tierInputs(
  at: (name: InputName) => Float64Array,
  {funding_rate, loss_given_default}: Policy<"tiers">
): TierInputs {
  const [pd, drawn] = [at("pd"), at("drawn")];
  const contribution = at("annual_interest").map(
    (interest, row) => interest - drawn[row]! * (funding_rate + pd[row]! * loss_given_default)
  );
  return {
    pd,
    growth: at("growth"),
    unused: at("limit").map((limit, row) => Math.max(0, limit - drawn[row]!)),
    contribution
  };
}
