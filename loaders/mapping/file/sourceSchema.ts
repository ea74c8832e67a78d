import {sourceProblems} from "./sourceProblems.js";
import {sourceShape} from "./sourceShape.js";

export type {SourceInput} from "./sourceShape.js";

/** A source as a bank writes it down, with all that must go together in it. */
export const sourceSchema = sourceShape.superRefine((source, context) => {
  for (const {path, message} of sourceProblems(source)) context.addIssue({code: "custom", path: [...path], message});
});
