import type {Language} from "../../format/language.js";
import {chinese} from "./chinese.js";
import {english, type LabWords} from "./english.js";

/** Labels of the pages about experiments. */
export const LAB: Readonly<Record<Language, LabWords>> = {en: english, zh: chinese};
