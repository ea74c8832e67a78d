import {tableFromIPC} from "@uwdata/flechette";

/** A coded column: the code of each row, and what each code stands for. */
export interface Codes {
  readonly codes: Uint8Array;
  readonly members: readonly string[];
}

export interface LiveBook {
  readonly rowCount: number;
  readonly codes: Readonly<Record<string, Codes>>;
  readonly pd: Float64Array;
  readonly drawn: Float64Array;
}

/** Reads the book from an Arrow stream without copying its columns. */
export function bookOfArrow(bytes: Uint8Array): LiveBook {
  const table = tableFromIPC(bytes);
  const codes: Record<string, Codes> = {};
  const numbers: Record<string, Float64Array> = {};
  for (const name of table.names) {
    const batch = table.getChild(name).data[0]! as unknown as Batch;
    if (batch.dictionary === undefined) numbers[name] = batch.values as Float64Array;
    else codes[name] = {codes: batch.values as Uint8Array, members: batch.dictionary.toArray() as string[]};
  }
  return {rowCount: table.numRows, codes, pd: numbers.pd!, drawn: numbers.drawn!};
}

interface Batch {
  readonly values: Uint8Array | Float64Array;
  readonly dictionary?: {toArray(): unknown};
}
