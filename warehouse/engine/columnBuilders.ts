import type {Column} from "./columns.js";

/** What a builder needs of a chunk's vector, whatever client it comes from. */
export interface Vector {
  getItem(row: number): unknown;
}

/** Memory of a numeric vector. */
export type NumericItems = Float64Array | Int32Array | BigInt64Array;

/** The numeric vectors of the client keep their memory in a field that its types call private. */
export function itemsOf(vector: Vector): NumericItems {
  return (vector as unknown as {items: NumericItems}).items;
}

/** Gathers one column of a result, chunk by chunk. */
export interface ColumnBuilder {
  add(vector: Vector, rows: number): void;
  finish(rowCount: number): Column;
}

/** A builder for a column of a type, as the client names it. */
export function builderOf(type: string): ColumnBuilder {
  switch (type) {
    case "DOUBLE":
      return numericBuilder("double", (rows) => new Float64Array(rows));
    case "INTEGER":
      return numericBuilder("integer", (rows) => new Int32Array(rows));
    case "DATE":
      return numericBuilder("date", (rows) => new Int32Array(rows));
    case "BIGINT":
      return numericBuilder("bigint", (rows) => new BigInt64Array(rows));
    case "BOOLEAN":
      return booleanBuilder();
    default:
      return varcharBuilder();
  }
}

function numericBuilder(
  type: "double" | "integer" | "date" | "bigint",
  make: (rows: number) => NumericItems
): ColumnBuilder {
  const parts: NumericItems[] = [];
  const validity = validityBuilder();
  return {
    add(vector, rows) {
      parts.push(itemsOf(vector).slice(0, rows) as NumericItems); // the memory is the client's, so it is copied
      validity.add(vector, rows);
    },
    finish(rowCount) {
      const values = make(rowCount);
      let offset = 0;
      for (const part of parts.splice(0)) {
        (values as Float64Array).set(part as Float64Array, offset);
        offset += part.length;
      }
      const missing = validity.finish(rowCount);
      if (missing !== null) {
        const zero = (type === "bigint" ? 0n : 0) as never;
        for (let row = 0; row < rowCount; row++) if (missing[row] === 1) values[row] = zero;
      }
      return {type, values, missing} as Column;
    }
  };
}

function booleanBuilder(): ColumnBuilder {
  const parts: Uint8Array[] = [];
  const validity = validityBuilder();
  return {
    add(vector, rows) {
      parts.push(Uint8Array.from({length: rows}, (_, row) => (vector.getItem(row) === true ? 1 : 0)));
      validity.add(vector, rows);
    },
    finish(rowCount) {
      const values = new Uint8Array(rowCount);
      let offset = 0;
      for (const part of parts) {
        values.set(part, offset);
        offset += part.length;
      }
      return {type: "boolean", values, missing: validity.finish(rowCount)};
    }
  };
}

function varcharBuilder(): ColumnBuilder {
  const codes = new Map<string, number>();
  const parts: Uint32Array[] = [];
  const validity = validityBuilder();
  return {
    add(vector, rows) {
      const part = new Uint32Array(rows);
      for (let row = 0; row < rows; row++) {
        const text = vector.getItem(row) as string | null;
        if (text === null) continue;
        let code = codes.get(text);
        if (code === undefined) codes.set(text, (code = codes.size));
        part[row] = code;
      }
      parts.push(part);
      validity.add(vector, rows);
    },
    finish(rowCount) {
      const values = new Uint32Array(rowCount);
      let offset = 0;
      for (const part of parts) {
        values.set(part, offset);
        offset += part.length;
      }
      return {type: "varchar", values, dictionary: [...codes.keys()], missing: validity.finish(rowCount)};
    }
  };
}

function validityBuilder() {
  const masks: {offset: number; mask: Uint8Array}[] = [];
  let offset = 0;
  return {
    add(vector: Vector, rows: number) {
      const bits = (vector as unknown as {validity: {data: BigUint64Array | null}}).validity.data;
      if (bits !== null) {
        const bytes = new Uint8Array(bits.buffer, bits.byteOffset, bits.byteLength);
        const mask = new Uint8Array(rows);
        let any = 0;
        for (let row = 0; row < rows; row++) any |= mask[row] = 1 - ((bytes[row >> 3]! >> (row & 7)) & 1);
        if (any === 1) masks.push({offset, mask});
      }
      offset += rows;
    },
    finish(rowCount: number): Uint8Array | null {
      if (masks.length === 0) return null;
      const missing = new Uint8Array(rowCount);
      for (const {offset: at, mask} of masks) missing.set(mask, at);
      return missing;
    }
  };
}
