import {z} from "zod";
import {EXTRACTS} from "../../contracts/index.js";
import {databaseSchema} from "../../database/schema.js";
import {strictKeys} from "../../yaml/strictKeys.js";
import {extractSchema} from "./extractSchema.js";

const day = z.iso.date("must be a date such as 2020-01-31");
const text = strictKeys("language", {en: z.string().min(1), zh: z.string().min(1)});

const ABSENCES = ["exposure", "region", "default_date", "industry", "size", "tier", "name"] as const;

const calendarSchema = strictKeys("part of a calendar", {
  first: day.describe("First month end at which the book is observed"),
  last: day.describe("Last month end"),
  every_months: z.int().min(1).max(12).default(1),
  data_end: day.describe("Last day that is covered by outcomes")
});

const evaluationSchema = z.discriminatedUnion("kind", [
  z.strictObject({kind: z.literal("out_of_time"), train_until: day, test_from: day}),
  z.strictObject({kind: z.literal("cross_validation"), folds: z.int().min(2), repeats: z.int().min(1)})
]);

const assumptionSchema = strictKeys("part of an assumption", {
  id: z.string().regex(/^[a-z][a-z0-9_]*$/, "must be in snake_case"),
  value: z.union([z.number(), z.string().min(1)]),
  about: text.describe("What is assumed, and why, for those who read the results")
});

/** A source as a bank writes it down: who hands over, since when, and how its files become the contracts' rows. */
export const sourceShape = strictKeys("part of a source", {
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, "must be lower-case letters, digits and -"),
  name: text,
  synthetic: z.boolean().default(false),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, "must be a code of ISO 4217, such as CNY")
    .describe("Reporting currency"),
  calendar: calendarSchema,
  evaluation: evaluationSchema,
  absent: z.array(z.enum(ABSENCES)).default([]).describe("What the source cannot tell; it is shown as absent"),
  assumptions: z.array(assumptionSchema).default([]).describe("Figures that the source does not state; used as $id"),
  consents: z
    .union([z.literal("each_party"), z.strictObject({basis: z.enum(["public_information", "synthetic"]), why: text})])
    .describe("On what ground data are used that need consent: the extract consents, or one for all of the source"),
  public_pseudonym_key: z.string().min(1).optional().describe("Only where the data are public or synthetic"),
  database: databaseSchema.optional().describe("Where the extracts are pulled from"),
  extracts: strictKeys(
    "extract",
    Object.fromEntries(EXTRACTS.map((contract) => [contract.name, extractSchema(contract).optional()]))
  )
});

export type SourceInput = z.infer<typeof sourceShape>;
