import {numbersOf} from "#warehouse/engine/columns.js";
import {identifier, literal, type Engine} from "#warehouse/engine/engine.js";
import {landingTable} from "../raw/rawTable.js";
import type {Batch, ReadFile} from "./batch.js";
import type {Succession} from "./earlier.js";

/** Where the rows of one extract went: `rowsIn = loaded + duplicates + quarantined + leftOut`. */
export interface TableCounts {
  readonly extract: string;
  readonly rowsIn: number;
  readonly loaded: number;
  readonly duplicates: number;
  readonly quarantined: number;
  /** Rows that the filter of the mapping does not take. */
  readonly leftOut: number;
}

export interface BatchCounts extends TableCounts {
  /** Earlier rows that a row of the batch corrects: rows in force and, in an increment, rows of its earlier files. */
  readonly superseded: number;
  readonly ended: number;
}

/**
 * Counts a batch that has landed. Throws where a row was lost or doubled: the files are counted apart from the tables.
 * Where `most` rows are listed, there may be more of them, and all that neither loads nor repeats counts as such.
 */
export async function countsOf(
  engine: Engine,
  {id, contract, extract: {mapping}}: Batch,
  files: readonly ReadFile[],
  succession: Succession,
  most: number
): Promise<BatchCounts> {
  const counted = await engine.columns(`select
      count(*) filter (outcome is null) as loaded,
      count(*) filter (outcome = 'duplicate') as duplicates,
      count(superseded_by) as superseded,
      (select count(*) from found where batch_id = ${id} and rule <> ${literal("duplicate")}) as quarantined
    from ${identifier(landingTable(contract))}`);
  const of = (name: string) => numbersOf(counted, name)[0]!;
  const [loaded, duplicates, listed] = [of("loaded"), of("duplicates"), of("quarantined")];
  const rowsIn = files.reduce((sum, {rows}) => sum + rows, 0);
  const quarantined = listed < most ? listed : rowsIn - loaded - duplicates;
  const leftOut = rowsIn - loaded - duplicates - quarantined;
  const superseded = succession.superseded + of("superseded");
  const {ended} = succession;
  const counts = {extract: contract.name, rowsIn, loaded, duplicates, quarantined, leftOut, superseded, ended};
  const mayLeaveOut = mapping.kind === "columns" && mapping.where.length > 0;
  if (leftOut < 0 || (leftOut > 0 && !mayLeaveOut)) {
    throw new Error(`${contract.name}: rows were lost or doubled in loading: ${JSON.stringify(counts)}`);
  }
  return counts;
}
