import type {Language} from "../format/language.js";
import {chinese} from "./chinese.js";
import {english, type Words} from "./english.js";

/** Every label of the site that is not a sentence or the name of a code. */
export const WORDS: Readonly<Record<Language, Words>> = {en: english, zh: chinese};
