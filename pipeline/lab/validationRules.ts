import type {ValidationOptions} from "#models/validation/validationOptions.js";
import type {Policy} from "../policy/schemas.js";

/** What a validation policy asks, as the tests take it. */
export function validationOptions(policy: Policy<"validation">): ValidationOptions {
  const {bootstrap_replicates: replicates, seed} = policy;
  return {
    level: policy.level,
    minimumEvents: policy.minimum_events,
    understatement: policy.understatement,
    aucLoss: policy.auc_loss,
    assetCorrelation: policy.asset_correlation,
    ...(replicates === 0 ? {} : {bootstrap: {seed, replicates}}),
    rules: policy.rules.map(({minimum_events: minimumEvents, minimum_power: minimumPower, ...rule}) => ({
      ...rule,
      text: rule.test,
      ...(minimumEvents === undefined ? {} : {minimumEvents}),
      ...(minimumPower === undefined ? {} : {minimumPower})
    }))
  };
}
