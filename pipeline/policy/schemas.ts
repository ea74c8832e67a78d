import {z} from "zod";
import {creditEvents} from "#loaders/contracts/creditEvents.js";
import {EXTRACTS} from "#loaders/contracts/index.js";
import {DEFAULT_GRADE} from "#models/rating/masterScale.js";
import {aspectOf, TEST_NAMES} from "#models/validation/verdict.js";

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

const eventType = z.enum(creditEvents.columns.event_type.allowed as [string, ...string[]]);
const probation = z.int().positive().describe("Days in a row on which nothing is overdue and no event becomes known");

const cureRule = z
  .strictObject({
    probation_days: probation,
    restructuring_probation_days: probation.describe("The same after a distressed restructuring"),
    never_after: z.array(eventType).default([]).describe("Events from which an obligor is never cured")
  })
  .refine(({probation_days: usual, restructuring_probation_days: restructured}) => restructured >= usual, {
    path: ["restructuring_probation_days"],
    message: "must not be shorter than probation_days"
  });

const defaultPolicy = z
  .strictObject({
    policy: z.literal("default"),
    ...header,
    days_past_due_over: z.int().positive().describe("Strict: default needs more days than this"),
    material_amount: money.describe("Least unpaid amount that counts, in the reporting currency"),
    material_share_over: probability
      .optional()
      .describe("The unpaid amount must also exceed this share of what the obligor has drawn (by obligor only)"),
    material_by: z
      .enum(["instalment", "obligor"])
      .describe("What must be material: each instalment by itself, or all that the obligor has overdue"),
    events: z.array(eventType).describe("Types of credit event that are default"),
    cure: z
      .union([z.literal("never"), cureRule])
      .describe("How default ends: never, or after a probation; a default after that is a new one"),
    performance_window_months: z.int().positive(),
    withdrawals: z
      .enum(["count_as_survivor", "exclude"])
      .describe("What an obligor that left the book within the window without default is to a model")
  })
  .refine(({material_by: by, material_share_over: share}) => by === "obligor" || share === undefined, {
    path: ["material_share_over"],
    message: "needs material_by: obligor"
  })
  .refine(({cure, events}) => cure === "never" || cure.never_after.every((event) => events.includes(event)), {
    path: ["cure", "never_after"],
    message: "must be among events"
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

const severity = z.enum(["stop", "warn"]).describe("stop refuses the delivery; warn is shown");
const share = z.number().min(0).max(1);
const days = z.int().nonnegative();
const extractName = z.enum(EXTRACTS.map(({name}) => name) as [string, ...string[]]);
const daysByExtract = z.partialRecord(extractName, days);
const judgedByShare = {severity, tolerated_share: share.describe("Share of the rows examined that may fail")};

const qualityPolicy = z.strictObject({
  policy: z.literal("quality"),
  ...header,
  key: z.strictObject(judgedByShare),
  required: z.strictObject(judgedByShare),
  reference: z.strictObject(judgedByShare),
  identity: z.strictObject({
    ...judgedByShare,
    amount: money.describe("What amounts that must add up may differ by, in the reporting currency"),
    income_share: share.describe("Share of revenue by which net income may differ from revenue less costs")
  }),
  range: z.strictObject({
    ...judgedByShare,
    highest_annual_rate: z.number().positive(),
    over_limit_share: share.describe("Share of the limit by which drawn may exceed it"),
    highest_days_past_due: days
  }),
  freshness: z.strictObject({severity, tolerated_days: daysByExtract}),
  volume: z.strictObject({
    severity,
    extracts: z.array(extractName).describe("Extracts that come in like numbers every month"),
    lowest_ratio: z.number().positive().max(1),
    highest_ratio: z.number().min(1),
    robust_z: z.number().nonnegative().describe("Distance from the median, in robust standard deviations"),
    least_months: z.int().positive(),
    least_rows: z.int().positive()
  }),
  drift: z.strictObject({
    severity,
    tolerated_distance: share.describe("Total variation distance of the shares of a code"),
    tolerated_empty_change: share,
    tolerated_unread_share: share,
    least_rows: z.int().positive()
  }),
  control: z.strictObject({severity}),
  completeness: z.strictObject({
    usual_share: share.describe("A column filled in more than this share of its rows is missed where it is empty")
  }),
  timeliness: z.strictObject({lag_days: daysByExtract, other_extracts: days}),
  exceptions: z
    .array(
      z.strictObject({
        check: z.string().refine((id) => EXTRACTS.some(({name}) => id.startsWith(`${name}.`)), {
          message: "must be the id of a check, such as invoices.total"
        }),
        severity: severity.optional(),
        tolerated_share: share.optional(),
        reason: z.string().min(1)
      })
    )
    .describe("Checks that are held to something else, each with its reason")
});

const validationPolicy = z.strictObject({
  policy: z.literal("validation"),
  ...header,
  level: share.describe("Of every test; and, as one less, of every interval"),
  minimum_events: z.int().positive().describe("With fewer defaults a segment or a year is not measured for rank"),
  understatement: z.number().min(1).describe("Powers are for PDs understated by this factor"),
  auc_loss: share.describe("Powers are for an AUC lost by so much"),
  asset_correlation: share.describe("Of the correlated binomial test"),
  bootstrap_replicates: z.int().nonnegative().describe("Of the interval of the AUC, obligors drawn whole; 0 for none"),
  seed: z.int().nonnegative(),
  rules: z
    .array(
      z.strictObject({
        test: z.enum(TEST_NAMES),
        bound: z.enum(["at_least", "at_most"]),
        watch: z.number().describe("Beyond it the model is watched"),
        fail: z.number().describe("Beyond it the model fails"),
        minimum_events: z.int().nonnegative().optional(),
        minimum_power: share.optional().describe("With less power the test cannot be passed")
      })
    )
    .refine(
      (rules) => (["rank", "level"] as const).every((aspect) => rules.some(({test}) => aspectOf(test) === aspect)),
      {
        message: "must judge both rank (an auc_ test) and level (such as jeffreys)"
      }
    )
});

const hash = z.string().regex(/^[0-9a-f]{64}$/, "a SHA-256");

const championPolicy = z.strictObject({
  policy: z.literal("champion"),
  ...header,
  source: z.string().min(1).describe("Source whose obligors it rates"),
  experiment: z.string().min(1).describe("Experiment of the registry"),
  model_sha256: hash.describe("Of the model, so that no other can stand in for it"),
  validation_sha256: hash.describe("Of the record of its validation, without which no model rates")
});

/** Subject of a policy, which is also the name of its folder below `data/policy`. */
export const POLICY_SCHEMAS = {
  default: defaultPolicy,
  rating: ratingPolicy,
  tiers: tierPolicy,
  quality: qualityPolicy,
  validation: validationPolicy,
  champion: championPolicy
} as const;

export type PolicySubject = keyof typeof POLICY_SCHEMAS;
export type Policy<S extends PolicySubject> = z.infer<(typeof POLICY_SCHEMAS)[S]>;
