import type {ColumnContract, ColumnType, Text, Unit} from "./contract.js";

/** A column of a feature, target or score table. Not nullable unless it says so. */
export function derived<T extends ColumnType, N extends boolean = false>(
  type: T,
  unit: Unit,
  about: Text,
  {nullable}: {readonly nullable?: N} = {}
): ColumnContract & {readonly type: T; readonly nullable: N} {
  return {type, unit, about, sign: "any", nullable: (nullable ?? false) as N};
}

/** A figure that may be missing; `about` says what it is and when it is not there. */
export function maybe<T extends ColumnType>(type: T, unit: Unit, about: Text) {
  return derived(type, unit, about, {nullable: true});
}

/** The key that every feature and target table shares. */
export const observationKey = {
  obligor_id: derived("varchar", "id", {en: "Obligor", zh: "债务人编号"}),
  observation_date: derived("date", "date", {en: "Observation date", zh: "观察日"})
};
