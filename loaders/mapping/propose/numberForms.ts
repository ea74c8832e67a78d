import type {NumberForm} from "../contract.js";

export interface DetectedNumbers {
  /** Share of the values that are numbers in the form. */
  readonly share: number;
  /** Null where they are written as 1234.56. */
  readonly form: NumberForm | null;
  readonly hasNegative: boolean;
  readonly isWhole: boolean;
}

const PLAIN = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const GROUPED: readonly {readonly form: NumberForm; readonly shape: RegExp}[] = [
  {form: {thousands: ","}, shape: /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/},
  {form: {thousands: "."}, shape: /^[+-]?\d{1,3}(\.\d{3})+,\d+$/},
  {form: {thousands: " "}, shape: /^[+-]?\d{1,3}([ \u00a0]\d{3})+(\.\d+)?$/},
  {form: {decimal: ","}, shape: /^[+-]?\d+,\d{1,2}$/}
];

/** How the values of a column are written as numbers. */
export function detectNumbers(values: readonly string[]): DetectedNumbers {
  let [isPercent, hasBrackets, isOdd] = [false, false, false];
  const bare = values.map((value) => {
    let text = value.normalize("NFKC").trim();
    isOdd ||= text !== value;
    if (text.endsWith("%")) [isPercent, text] = [true, text.slice(0, -1)];
    if (/^\(.*\)$/.test(text)) [hasBrackets, text] = [true, `-${text.slice(1, -1)}`];
    return text;
  });
  const grouped = GROUPED.map(({form, shape}) => ({form, count: bare.filter((text) => shape.test(text)).length}));
  const [best] = grouped.sort((a, b) => b.count - a.count);
  const isGrouped = best!.count > 0 && best!.count > 0.01 * values.length;
  const shape = isGrouped ? GROUPED.find(({form}) => form === best!.form)!.shape : null;
  const readable = bare.filter((text) => PLAIN.test(text) || shape?.test(text) === true);
  const form: NumberForm = {
    ...(isGrouped ? best!.form : {}),
    ...(hasBrackets ? {parentheses: true} : {}),
    ...(isPercent ? {unit: "percent" as const} : {})
  };
  return {
    share: values.length === 0 ? 0 : readable.length / values.length,
    form: Object.keys(form).length > 0 || isOdd ? form : null,
    hasNegative: bare.some((text) => text.startsWith("-") && text !== "-"),
    isWhole: readable.length > 0 && readable.every((text) => /^[+-]?\d+(\.0*)?$/.test(text))
  };
}
