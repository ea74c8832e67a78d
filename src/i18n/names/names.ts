import type {Language} from "../../format/language.js";

/** What codes are called, in each language. */
export type Names = Readonly<Record<Language, Readonly<Record<string, string>>>>;
