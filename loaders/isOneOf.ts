import {literal} from "#warehouse/engine/engine.js";

/**
 * SQL that holds where a value is one of the texts; null where it is null. Not an IN list: the engine would make a join of a long one,
 * and the rows of a file would leave it in another order.
 */
export function isOneOf(value: string, texts: readonly string[]): string {
  return texts.length === 0 ? "false" : `(${texts.map((text) => `${value} = ${literal(text)}`).join(" or ")})`;
}
