import type {Unit} from "#warehouse/contract.js";
import {WORDS} from "../i18n/words.js";
import type {Language} from "./language.js";
import {amount, compact, decimal, percent, probability} from "./number.js";

export interface Reading {
  readonly language: Language;
  readonly currency: string;
}

/** How a value of a unit reads: percent, amounts with their currency, counts in full. Throws when it is not a number. */
export function valueText(value: number | null, unit: Unit, {language, currency}: Reading): string {
  if (value === null) return WORDS[language].absent;
  if (Number.isNaN(value)) throw new Error(`a ${unit} that is not a number: give null where it is unknown`);
  switch (unit) {
    case "currency":
      return amount(value, language, currency);
    case "share":
      return percent(value);
    case "probability":
    case "rate":
      return probability(value);
    case "count":
      return decimal(value, Number.isInteger(value) ? 0 : 1);
    case "ratio":
      return decimal(value, 3);
    default:
      return compact(value, language);
  }
}
