import type {FoundTable, ReadingOptions} from "../contract.js";
import type {DefectWriter} from "./defects.js";
import type {SegmentWriter} from "./segments.js";

/** A table on its way into segments. */
export interface Spooling {
  /** Place of the table among those that were given. */
  readonly index: number;
  readonly table: FoundTable;
  readonly wanted: readonly string[];
  readonly segments: SegmentWriter;
  readonly defects: DefectWriter;
  readonly options: ReadingOptions;
}
