import type {QualityPolicy} from "#loaders/checks/policy.js";
import {policyVersions} from "#pipeline/policy/policy.js";

/** The shipped policy of quality: a policy file must be what the checks can be given. */
export const QUALITY_POLICY: QualityPolicy = policyVersions("data/policy", "quality")[0]!.policy;
