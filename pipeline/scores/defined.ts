import {derived} from "#warehouse/column.js";
import type {ColumnType, Unit} from "#warehouse/contract.js";
import {DEFINITIONS, type DefinitionId} from "#warehouse/definitions.js";

/** A column of a score table that reads as a published definition says. */
export function defined<T extends ColumnType>(type: T, unit: Unit, definition: DefinitionId) {
  return derived(type, unit, DEFINITIONS[definition].title);
}

/** The same, where there may be no value. */
export function maybeDefined<T extends ColumnType>(type: T, unit: Unit, definition: DefinitionId) {
  return derived(type, unit, DEFINITIONS[definition].title, {nullable: true});
}
