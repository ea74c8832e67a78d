import type {TableContract} from "#warehouse/contract.js";
import type {DeliveredFile, FoundTable} from "../formats/contract.js";
import {hasDatedDefaults, type Source, type SourceExtract} from "../sources/contract.js";

/** A table of a batch, with its place in `load_files`. */
export interface BatchTable {
  readonly fileId: number;
  readonly table: FoundTable;
}

/** What comes in for one extract in one delivery. */
export interface Batch {
  readonly id: number;
  readonly contract: TableContract;
  readonly extract: SourceExtract;
  readonly mappingHash: string;
  readonly tables: readonly BatchTable[];
}

/** A file of a batch as it was read. */
export interface ReadFile {
  readonly fileId: number;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly rows: number;
  /** Place in the landing table of its first row, where lines follow from places. */
  readonly firstRow: number | null;
}

/** What a mapping needs to know of its source. */
export interface Setting {
  readonly values: ReadonlyMap<string, number | string>;
  readonly currency: string;
  readonly hasDatedDefaults: boolean;
}

export function settingOf(source: Source): Setting {
  return {
    values: new Map(source.assumptions.map(({id, value}) => [id, value])),
    currency: source.currency,
    hasDatedDefaults: hasDatedDefaults(source)
  };
}

export interface SizedFile extends DeliveredFile {
  readonly bytes: number;
}
