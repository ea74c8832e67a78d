import {maybe} from "./column.js";
import type {ColumnContract, ColumnType, FeatureFacts, Text, Unit} from "./contract.js";

/** What a feature is: never null in its meaning, for what an empty value says is part of it. */
export interface FeatureText {
  /** Definition. */
  readonly about: Text;
  /** What it means when there is no value. */
  readonly empty: Text;
  /** Which way is safer, all else equal. */
  readonly safer: FeatureFacts["safer"];
}

/** Makes columns of features that facts of these extracts move. */
export function featureFrom(...from: readonly string[]) {
  return <T extends ColumnType>(type: T, unit: Unit, {about, empty, safer}: FeatureText) => ({
    ...maybe(type, unit, about),
    feature: {from, empty, safer}
  });
}

/** The columns of a contract that are features, in order. */
export function featureColumns(columns: Readonly<Record<string, ColumnContract>>) {
  return Object.entries(columns).flatMap(([name, column]) =>
    column.feature === undefined ? [] : [{name, column, feature: column.feature}]
  );
}
