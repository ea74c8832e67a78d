import {literal} from "#warehouse/engine/engine.js";
import {isOneOf} from "../isOneOf.js";
import {textOf, type Expression} from "./sourceColumn.js";

/** The contract's words for the bank's codes; what is not in the list passes, and what means nothing becomes null. */
export function valuesSql(expression: Expression, values: Readonly<Record<string, string>>): Expression {
  const text = textOf(expression);
  const cases = Object.entries(values).map(
    ([code, meaning]) => `when ${literal(code)} then ${meaning === "" ? "null" : literal(meaning)}`
  );
  return {sql: `case ${text} ${cases.join(" ")} else ${text} end`, type: "varchar"};
}

/** What was said, where it is not one of the bank's words for nothing. */
export function saidWithout(said: string, values: Readonly<Record<string, string>>): string {
  const nothing = Object.keys(values).filter((code) => values[code] === "");
  return nothing.length === 0 ? said : `case when not ${isOneOf(said, nothing)} then ${said} end`;
}
