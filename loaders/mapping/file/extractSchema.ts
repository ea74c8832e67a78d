import {z} from "zod";
import type {TableContract} from "#warehouse/contract.js";
import {ENCODINGS} from "../../formats/contract.js";
import {strictKeys} from "../../yaml/strictKeys.js";
import {columnProblems} from "./columnProblems.js";
import {columnSchema, type ColumnInput} from "./columnSchema.js";

const currency = z.string().regex(/^[A-Z]{3}$/, "must be a code of ISO 4217, such as CNY");
const value = z.union([z.string(), z.number(), z.boolean()]);

const hintsSchema = strictKeys("hint", {
  encoding: z.enum(ENCODINGS).optional(),
  delimiter: z.string().length(1).optional(),
  quote: z.string().length(1).optional(),
  sheet: z.string().min(1).optional().describe("Sheet of a workbook; without it all that have rows"),
  header_row: z.int().positive().optional().describe("Line or row on which the header begins; 1 is the first"),
  header_rows: z.int().positive().max(10).optional().describe("Rows that the header takes")
});

const filterSchema = strictKeys("part of a filter", {
  column: z.string().min(1),
  in: z.array(value).min(1).optional(),
  not_in: z.array(value).min(1).optional()
}).refine((filter) => filter.in !== undefined || filter.not_in !== undefined, {
  error: "says neither in nor not_in; name the values to take or to leave out"
});

const filePattern = z
  .string()
  .min(1)
  .refine((path) => !path.startsWith("/") && !path.split("/").includes(".."), {
    error: "must be a path below the folder of the delivery"
  });

/** How the files of a source become the rows of one contract. */
export function extractSchema(contract: TableContract) {
  const columns = Object.entries(contract.columns).map(
    ([name, {about}]) => [name, columnSchema.optional().describe(`${about.en} · ${about.zh}`)] as const
  );
  return strictKeys("part of an extract", {
    files: z.array(filePattern).min(1).optional().describe("Paths below the folder; * stands for anything but a slash"),
    required: z.boolean().default(false),
    delivery: z
      .enum(["full", "increment"])
      .default("increment")
      .describe("Whether a delivery holds all rows there are, or rows to add and to correct"),
    hints: hintsSchema.optional(),
    currency: z
      .union([currency, strictKeys("part of a currency", {column: z.string().min(1)})])
      .optional()
      .describe("Of the amounts, where it is not the source's"),
    where: z.array(filterSchema).optional().describe("Rows that are taken; all conditions must hold"),
    columns: strictKeys(`column of ${contract.name}`, Object.fromEntries(columns))
      .optional()
      .describe("Without it, the files have the contract's own columns")
  })
    .superRefine(({columns: mapped}, context) => {
      for (const {path, message} of columnProblems(contract, mapped as Record<string, ColumnInput> | undefined)) {
        context.addIssue({code: "custom", path: ["columns", ...path], message});
      }
    })
    .describe(`${contract.about.en} · ${contract.about.zh}`);
}

export type ExtractInput = z.infer<ReturnType<typeof extractSchema>>;
