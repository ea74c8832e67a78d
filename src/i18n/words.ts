import type {Language} from "../format/language.js";
import {chinese} from "./chinese.js";
import {english} from "./english.js";

/** What a language must have a text for. */
export type Words = typeof english;

/** Every label of the site that is not a sentence or the name of a code. */
export const WORDS: Readonly<Record<Language, Words>> = {en: english, zh: chinese};
