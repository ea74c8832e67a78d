import {AUDIENCES, type Audience, type ColumnContract, type ColumnType, type Unit} from "../contract.js";
import {DEFINITIONS, type DefinitionId} from "../definitions.js";

export const EVERYONE: readonly Audience[] = AUDIENCES;
export const RISK_ONLY: readonly Audience[] = ["risk"];

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
