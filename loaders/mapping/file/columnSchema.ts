import {z} from "zod";
import {strictKeys} from "../../yaml/strictKeys.js";
import {UNIT_POWERS} from "../units.js";

const column = z.string().min(1);
const unitNames = Object.keys(UNIT_POWERS) as (keyof typeof UNIT_POWERS)[];

/** A regular expression with one group, of what both JavaScript and the engine know. */
const fileName = z
  .string()
  .superRefine((pattern, context) => {
    const problem = patternProblem(pattern);
    if (problem !== null) context.addIssue({code: "custom", message: problem});
  })
  .describe("Part of the file's name: a regular expression with one group");

const datePattern = z
  .string()
  .regex(/^[^%]*(%[YymdHMS][^%]*)+$/, "must be a pattern of %Y %m %d, such as %Y/%m/%d, or excel_serial")
  .or(z.literal("excel_serial"));

const numberForm = strictKeys("part of a number's form", {
  thousands: z.enum([",", ".", " ", "'"]).optional().describe("Between groups of digits"),
  decimal: z.enum([".", ","]).optional().describe("Before the fraction"),
  parentheses: z.boolean().optional().describe("Whether (123) is minus 123"),
  unit: z
    .enum(unitNames)
    .or(z.number().positive().max(1e9).multipleOf(1e-9))
    .optional()
    .describe("What one in the column is worth, in the contract's unit")
});

const word = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** How one column of a contract is filled: a column of the file by its name, or more than that. */
export const columnSchema = z
  .union([
    column.describe("A column of the file"),
    strictKeys("part of a column's mapping", {
      from: column.optional().describe("A column of the file, or source_file"),
      first_of: z.array(column).min(2).optional().describe("Columns of which the first that is filled counts"),
      value: z
        .union([z.string(), z.number(), z.boolean()])
        .optional()
        .describe("The same value in every row; $id is an assumption"),
      join: strictKeys("part of a join", {
        columns: z.array(z.union([column, strictKeys("part of a file's name", {file_name: fileName})])).min(2),
        with: z.string().default("")
      })
        .optional()
        .describe("Columns, or parts of the file's name, one behind the other"),
      file_name: fileName.optional(),
      negative: column.optional().describe("True where this column holds a number below zero"),
      date: z
        .union([datePattern, z.array(datePattern).min(1)])
        .optional()
        .describe("How dates are written; several patterns are tried in turn"),
      end_of: z.enum(["month", "year"]).optional().describe("The last day of the month or the year of the date"),
      lag_days: z
        .union([z.int().min(-3660).max(3660), z.string().regex(/^\$[a-z][a-z0-9_]*$/, "must be days or $assumption")])
        .optional()
        .describe("Days after the date; $id is an assumption"),
      number: numberForm.optional(),
      values: z
        .record(z.string(), word)
        .optional()
        .describe("The bank's codes (in quotes where they begin with 0) and the contract's; null for nothing")
    })
  ])
  .meta({id: "column"});

export type ColumnInput = z.infer<typeof columnSchema>;
export type ColumnObject = Exclude<ColumnInput, string>;

/** What is wrong with a regular expression, or null. */
function patternProblem(pattern: string): string | null {
  if (/\(\?[=!<]|\\[1-9]/.test(pattern))
    return "must not look ahead, look behind, or refer back: the database knows no such patterns";
  try {
    const groups = new RegExp(`${pattern}|`, "u").exec("")!.length - 1;
    return groups === 1 ? null : `must have one group in brackets, the part that is taken; it has ${groups}`;
  } catch (error) {
    return `is no regular expression (${(error as Error).message.split(": ").at(-1)!.toLowerCase()})`;
  }
}
