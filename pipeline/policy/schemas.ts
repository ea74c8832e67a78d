import {z} from "zod";
import {creditEvents} from "#loaders/contracts/creditEvents.js";
import {DEFAULT_GRADE} from "#models/rating/masterScale.js";

const isoDate = z.iso.date();
const probability = z.number().min(0).max(1);
const money = z.number().nonnegative();

/** What every policy file says of itself. */
const header = {
  version: z.string().min(1).describe("Version, as the approver knows it"),
  effective_from: isoDate.describe("First observation date to which it applies"),
  approver: z.string().min(1),
  reason: z.string().min(1).describe("Why this version came")
};

type Band = {readonly label: string; readonly upper_pd: number};

/** The bounds of a master scale rise to 1, and no label comes twice or means default. */
function risingScale(bands: readonly Band[], context: z.RefinementCtx): void {
  bands.forEach(({label, upper_pd}, index) => {
    const before = bands[index - 1]?.upper_pd ?? 0;
    const refuse = (field: keyof Band, message: string) =>
      context.addIssue({code: "custom", path: [index, field], message: `grade ${label}: ${message}`});
    if (!(upper_pd > before))
      refuse("upper_pd", `upper_pd ${upper_pd} must exceed ${before}, where the band before ends`);
    if (label === DEFAULT_GRADE) refuse("label", "default is an event and no band");
    if (bands.findIndex((band) => band.label === label) !== index) refuse("label", "the label stands twice");
    if (index === bands.length - 1 && upper_pd !== 1)
      refuse("upper_pd", `the last band must end at 1; got ${upper_pd}`);
  });
}

const defaultPolicy = z.strictObject({
  policy: z.literal("default"),
  ...header,
  days_past_due_over: z.int().positive().describe("Strict: default needs more days than this"),
  material_amount: money.describe("Least unpaid amount of an instalment that counts, in the reporting currency"),
  material_by: z.literal("instalment").describe("What must be material: each instalment by itself"),
  events: z
    .array(z.enum(creditEvents.columns.event_type.allowed as [string, ...string[]]))
    .describe("Types of credit event that are default"),
  cure: z.literal("never").describe("How default ends: an obligor that defaulted once stays in default"),
  performance_window_months: z.int().positive()
});

const ratingPolicy = z.strictObject({
  policy: z.literal("rating"),
  ...header,
  master_scale: z
    .array(z.strictObject({label: z.string().min(1), upper_pd: probability}))
    .min(7)
    .superRefine(risingScale)
    .describe("Safest first; each band starts where the one before ends; the last ends at 1"),
  pd_floor: probability,
  ridge: z
    .strictObject({candidates: z.array(z.number().positive()).min(1), folds: z.int().min(2)})
    .describe("Penalties on squared coefficients to choose from, by cross-validation within the training sample"),
  training_cohort_months: z
    .literal([1, 3, 6, 12])
    .describe("Months between training cohorts: closer ones teach the model every season"),
  seed: z.int(),
  features: z.array(z.strictObject({table: z.string().startsWith("feat_"), columns: z.array(z.string()).min(1)}))
});

const tierPolicy = z
  .strictObject({
    policy: z.literal("tiers"),
    ...header,
    weights: z.strictObject({contribution: probability, potential: probability, risk: probability}),
    strategic_from: probability,
    core_from: probability,
    strategic_pd_limit: probability,
    funding_rate: z.number(),
    loss_given_default: probability
  })
  .refine(({weights}) => Math.abs(weights.contribution + weights.potential + weights.risk - 1) < 1e-9, {
    path: ["weights"],
    message: "must sum to 1"
  })
  .refine(({strategic_from, core_from}) => strategic_from >= core_from, {
    path: ["strategic_from"],
    message: "must not be below core_from"
  });

/** Subject of a policy, which is also the name of its folder below `data/policy`. */
export const POLICY_SCHEMAS = {default: defaultPolicy, rating: ratingPolicy, tiers: tierPolicy} as const;

export type PolicySubject = keyof typeof POLICY_SCHEMAS;
export type Policy<S extends PolicySubject> = z.infer<(typeof POLICY_SCHEMAS)[S]>;
