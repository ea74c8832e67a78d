import {plainName, unitInName} from "./columnName.js";
import {detectDates, type DetectedDates} from "./dateForms.js";
import {detectNumbers, type DetectedNumbers} from "./numberForms.js";
import type {NumberForm} from "../contract.js";
import type {SampledColumn} from "./sample.js";

const MOST_CODES = 30;

/** What a column's name and values show. */
export interface ColumnProfile {
  readonly name: string;
  readonly plain: string;
  readonly type: string;
  readonly filled: number;
  readonly isUnique: boolean;
  readonly dates: DetectedDates;
  readonly numbers: DetectedNumbers;
  /** The distinct values, where they are few. */
  readonly codes: readonly string[] | null;
  readonly unit: NumberForm["unit"];
}

export function profileOf({name, type, values}: SampledColumn): ColumnProfile {
  const distinct = new Set(values);
  return {
    name,
    plain: plainName(name),
    type,
    filled: values.length,
    isUnique: distinct.size === values.length,
    dates:
      type === "date" || type.startsWith("timestamp")
        ? {...detectDates([]), share: 1, isIso: true}
        : detectDates(values),
    numbers: detectNumbers(values),
    codes: distinct.size <= MOST_CODES ? [...distinct].sort() : null,
    unit: unitInName(name)
  };
}
