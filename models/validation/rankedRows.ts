import {rankOrder} from "./rankOrder.js";

/** Columns of rows by rising risk: sorted once, and read from front to back by every measure. */
export interface RankedRows {
  /** Which row each was. */
  readonly order: Uint32Array;
  /** Rising: high is risky. */
  readonly risk: Float64Array;
  readonly defaulted: Uint8Array;
  /** Obligor codes. */
  readonly group: Uint32Array;
}

/** Rows by rising `risk`; of one risk in the order given. Throws on NaN and where lengths differ. */
export function rankedRows(risk: Float64Array, defaulted: Uint8Array, group?: Uint32Array): RankedRows {
  if (risk.length !== defaulted.length) throw new RangeError(`${risk.length} risks, but ${defaulted.length} outcomes`);
  if (group !== undefined && group.length !== risk.length) {
    throw new RangeError(`${risk.length} risks, but ${group.length} groups`);
  }
  const rows = emptyRows(risk.length);
  rows.order.set(rankOrder(risk));
  for (let k = 0; k < risk.length; k++) {
    const row = rows.order[k]!;
    rows.risk[k] = risk[row]!;
    rows.defaulted[k] = defaulted[row]!;
    rows.group[k] = group === undefined ? row : group[row]!;
  }
  return rows;
}

/** The same rows, apart by the code of each: `codeOf` is by row number, codes run from 0 to `codes` - 1. */
export function splitRows(rows: RankedRows, codeOf: ArrayLike<number>, codes: number): RankedRows[] {
  const sizes = new Uint32Array(codes);
  for (let k = 0; k < rows.order.length; k++) sizes[codeOf[rows.order[k]!]!]!++;
  const parts = Array.from(sizes, (size) => emptyRows(size));
  const filled = new Uint32Array(codes);
  for (let k = 0; k < rows.order.length; k++) {
    const code = codeOf[rows.order[k]!]!;
    const [part, at] = [parts[code]!, filled[code]!++];
    part.order[at] = rows.order[k]!;
    part.risk[at] = rows.risk[k]!;
    part.defaulted[at] = rows.defaulted[k]!;
    part.group[at] = rows.group[k]!;
  }
  return parts;
}

function emptyRows(size: number): RankedRows {
  return {
    order: new Uint32Array(size),
    risk: new Float64Array(size),
    defaulted: new Uint8Array(size),
    group: new Uint32Array(size)
  };
}
