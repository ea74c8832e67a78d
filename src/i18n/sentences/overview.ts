import type {Language} from "../../format/language.js";
import {overviewInChinese} from "./overviewInChinese.js";
import {overviewInEnglish} from "./overviewInEnglish.js";
import type {OverviewSentences} from "./overviewSentences.js";

/** What the overview says, in each language. */
export const OVERVIEW: Readonly<Record<Language, OverviewSentences>> = {en: overviewInEnglish, zh: overviewInChinese};
