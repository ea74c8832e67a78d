import {AUDIENCES, type Audience, type ColumnContract, type ColumnType, type Unit} from "../contract.js";
import {DEFINITIONS, type DefinitionId} from "../definitions.js";

export const EVERYONE: readonly Audience[] = AUDIENCES;
export const RISK_ONLY: readonly Audience[] = ["risk"];
/** Those who run the book read single obligors of it, if only by pseudonym. */
export const BOOK_READERS: readonly Audience[] = ["risk", "management"];
/** Those who build models, and those who answer for them. */
export const MODELLERS: readonly Audience[] = ["risk", "data_science"];

/** A column of a mart: what it is, the definition behind it, and who may see it; nobody sees a column by default. */
export function mart<T extends ColumnType, N extends boolean = false>(
  type: T,
  unit: Unit,
  definition: DefinitionId,
  audiences: readonly Audience[],
  {nullable}: {readonly nullable?: N} = {}
): ColumnContract & {readonly type: T; readonly nullable: N} {
  const about = DEFINITIONS[definition].title;
  return {type, unit, definition, about, audiences, sign: "any", nullable: (nullable ?? false) as N};
}
