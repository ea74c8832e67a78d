import {z} from "zod";
import {readYaml} from "../settings/readYaml.js";
import {canonical, sha256} from "./jsonFiles.js";

const share = z.number().min(0).max(1);
const isoDate = z.iso.date();

/** One value, or several among which the training rows choose. */
const choice = <T extends z.ZodType>(value: T) => z.union([value, z.array(value).min(1)]);

const featureList = z
  .array(
    z.strictObject({
      table: z.string().startsWith("feat_"),
      columns: z.union([z.literal("all"), z.array(z.string()).min(1)])
    })
  )
  .min(1)
  .describe("Feature tables, each with the columns that may enter, or all that hold numbers");

const fromWarehouse = z.strictObject({
  from: z.literal("warehouse"),
  source: z.string().min(1).describe("Source whose last run built the features and targets"),
  cohort_months: z.literal([1, 3, 6, 12]).describe("Months between the training cohorts"),
  sections: z.array(z.string().length(1)).min(1).optional().describe("Sections of GB/T 4754 to which it is confined"),
  features: featureList,
  drop: z.array(z.string()).default([]).describe("Columns that are left out of `all`")
});

const fromFiles = z.strictObject({
  from: z.literal("files"),
  train: z.string().min(1).describe("CSV file of the training rows, below the folder named by --from"),
  test: z.string().min(1).optional().describe("CSV file of the published test rows; read by `validate` alone"),
  outcome: z.string().min(1).describe("Column that is 1 for a default and 0 for none"),
  safer: z
    .record(z.string(), z.enum(["higher", "lower"]))
    .default({})
    .describe("Direction of single columns; the others may take either")
});

const scorecard = z.strictObject({
  kind: z.literal("scorecard"),
  prebins: choice(z.int().min(2).max(255)).default(32),
  max_bins: choice(z.int().min(2).max(20)).default(6),
  min_events: choice(z.int().min(1)).default(5),
  min_iv: choice(z.number().min(0)).default(0.02),
  max_features: choice(z.int().min(1)).default(15),
  max_correlation: choice(share).default(0.8),
  max_vif: choice(z.number().min(1)).default(5),
  p_value: choice(share).default(0.05),
  ridge: choice(z.number().min(0)).default(0),
  shape: choice(z.enum(["monotone", "free"]))
    .default("monotone")
    .describe("Of the default rates of features without a business sign; those with one are monotone"),
  evidence: choice(z.enum(["marginal", "joint"]))
    .default("marginal")
    .describe("Whether the points of a bin rest on its own weight of evidence, or on that given the other features"),
  smoothing: choice(z.number().positive())
    .default(10)
    .describe("Penalty on steps between neighbouring bins where evidence is joint"),
  scaling: z
    .strictObject({pdo: z.number().positive(), base_score: z.number(), base_odds: z.number().positive()})
    .default({pdo: 20, base_score: 600, base_odds: 50})
});

const logistic = z.strictObject({
  kind: z.literal("logistic"),
  ridge: choice(z.number().positive()).default([1, 10, 100])
});

const forest = z.strictObject({
  kind: z.literal("random_forest"),
  rows: choice(z.int().min(50)).default(2000),
  trees: choice(z.int().min(5)).default(50),
  feature_share: choice(share).default(0.8),
  features: choice(z.int().min(2)).default(25)
});

const split = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("out_of_time"),
    train_until: isoDate,
    validate: z.strictObject({from: isoDate, until: isoDate}).optional(),
    test_from: isoDate
  }),
  z.strictObject({kind: z.literal("cross_validation")}),
  z.strictObject({kind: z.literal("published")})
]);

/** A model as a file: whom it is for, what it predicts, what it may learn from, how, and how it is judged. */
export const specSchema = z
  .strictObject({
    model: z
      .string()
      .regex(/^[a-z][a-z0-9-]*$/, "lower-case letters, digits and hyphens")
      .describe("Short name; experiments are numbered below it"),
    title: z.strictObject({en: z.string().min(1), zh: z.string().min(1)}),
    purpose: z.strictObject({en: z.string().min(1), zh: z.string().min(1)}),
    population: z.discriminatedUnion("from", [fromWarehouse, fromFiles]),
    target: z
      .literal("default")
      .default("default")
      .describe("What is predicted: the first default within the performance window of the default policy"),
    method: z.discriminatedUnion("kind", [scorecard, logistic, forest]),
    tuning: z
      .strictObject({
        folds: z.int().min(2).max(20).default(5),
        rungs: z
          .array(share)
          .min(1)
          .default([1])
          .describe("Shares of the obligors on which candidates compete, rising to 1"),
        keep: share.default(0.5).describe("Share of the candidates that a rung keeps")
      })
      .default({folds: 5, rungs: [1], keep: 0.5}),
    evaluation: z
      .strictObject({
        folds: z.int().min(2).max(20).default(5),
        repeats: z.int().min(1).max(50).default(1),
        walk_forward_from: isoDate
          .optional()
          .describe(
            "Where given, every year from this month end on is predicted by what was known before it, instead of folds"
          )
      })
      .default({folds: 5, repeats: 1})
      .describe("Cross-validation of the whole procedure, tuning included, on the training rows"),
    split,
    calibration: z
      .strictObject({
        slope: z
          .enum(["training", "out_of_fold"])
          .default("out_of_fold")
          .describe(
            "Where the spread of the PDs comes from: the fit itself, or held-out obligors of the training rows"
          ),
        level: z
          .enum(["training_mean", "long_run"])
          .default("training_mean")
          .describe("Default rate of the training rows, or the mean of their yearly rates, every year counting alike"),
        margin: z
          .array(
            z.strictObject({
              category: z.enum(["A", "B", "C"]).describe("A data and method, B change, C estimation (EBA/GL/2017/16)"),
              reason: z.string().min(1),
              size: z.number().min(0).describe("Added to the log odds of default")
            })
          )
          .default([])
          .describe("Margin of conservatism, on top of the best estimate")
      })
      .default({slope: "out_of_fold", level: "training_mean", margin: []}),
    pd_floor: share.default(0.0005),
    seed: z.int().nonnegative().default(1)
  })
  .superRefine(({tuning, population, split: {kind}}, context) => {
    const refuse = (path: string[], message: string) => context.addIssue({code: "custom", path, message});
    const {rungs} = tuning;
    const rises = rungs.every((rung, index) => index === 0 || rung > rungs[index - 1]!);
    if (!rises || rungs.at(-1) !== 1) refuse(["tuning", "rungs"], "must rise, and the last must be 1");
    if (population.from === "files" && kind === "out_of_time")
      refuse(["split", "kind"], "files have no dates: take published or cross_validation");
    if (population.from === "warehouse" && kind === "published")
      refuse(["split", "kind"], "a warehouse has dates: take out_of_time or cross_validation");
    if (population.from === "files" && kind === "published" && population.test === undefined)
      refuse(["population", "test"], "a published split needs the file of the test rows");
  });

export type Spec = z.infer<typeof specSchema>;
export type MethodSpec = Spec["method"];

/** Reads a spec. Throws a UserError that names file, line and rule where it does not fit. */
export function readSpec(file: string): Spec {
  return readYaml(file, specSchema);
}

/** SHA-256 of what a spec says, whatever its layout, order of keys and comments. */
export function specHash(spec: Spec): string {
  return sha256(canonical(spec));
}
