import {
  Bool,
  DateDay,
  Dictionary,
  Float64,
  Int32,
  Int64,
  makeData,
  RecordBatch,
  Schema,
  Field,
  Struct,
  Table,
  tableFromIPC,
  tableToIPC,
  Utf8,
  vectorFromArray,
  DataType,
  type Data,
  type Vector
} from "apache-arrow";
import {
  booleans,
  columnsFrom,
  dates,
  doubles,
  integers,
  varchars,
  type Column,
  type Columns,
  type VarcharColumn
} from "./columns.js";

/** A table as an Arrow IPC stream, its buffers taken from the typed arrays as they are. Equal columns give equal bytes. */
export function arrowOf(columns: Columns): Uint8Array {
  const entries = [...columns.byName];
  const data = entries.map(([, column], index) => dataOf(column, index));
  const fields = entries.map(([name, column], index) => new Field(name, data[index]!.type, column.missing !== null));
  const schema = new Schema(fields);
  const struct = makeData({type: new Struct(fields), length: columns.rowCount, nullCount: 0, children: data});
  return tableToIPC(new Table(schema, [new RecordBatch(schema, struct)]), "stream");
}

function dataOf(column: Column, index: number): Data {
  const length = column.values.length;
  const {missing} = column;
  const nullity =
    missing === null
      ? {nullCount: 0}
      : {
          nullCount: missing.reduce((total, flag) => total + flag, 0),
          nullBitmap: bitmap(length, (row) => missing[row] === 0)
        };
  switch (column.type) {
    case "double":
      return makeData({type: new Float64(), length, data: column.values, ...nullity});
    case "integer":
      return makeData({type: new Int32(), length, data: column.values, ...nullity});
    case "bigint":
      return makeData({type: new Int64(), length, data: column.values, ...nullity});
    case "date":
      return makeData({type: new DateDay(), length, data: column.values, ...nullity});
    case "boolean": {
      const {values} = column;
      return makeData({type: new Bool(), length, data: bitmap(length, (row) => values[row] === 1), ...nullity});
    }
    case "varchar":
      return textData(column, index, nullity);
  }
}

/** A dictionary pays where a value comes back at least once on average. */
function textData(column: VarcharColumn, index: number, nullity: {nullCount: number; nullBitmap?: Uint8Array}): Data {
  const length = column.values.length;
  if (column.dictionary.length * 2 > length) {
    const texts = Array.from(column.values, (code, row) =>
      column.missing?.[row] === 1 ? null : column.dictionary[code]!
    );
    return vectorFromArray(texts, new Utf8()).data[0]!;
  }
  const dictionary = vectorFromArray(column.dictionary as string[], new Utf8());
  const type = new Dictionary(new Utf8(), new Int32(), index, false);
  return makeData({type, length, data: Int32Array.from(column.values), dictionary, ...nullity});
}

function bitmap(length: number, isSet: (row: number) => boolean): Uint8Array {
  const bits = new Uint8Array(Math.ceil(length / 64) * 8);
  for (let row = 0; row < length; row++) if (isSet(row)) bits[row >> 3]! |= 1 << (row & 7);
  return bits;
}

/** The columns of an Arrow IPC stream or file that Loanscape wrote. */
export function columnsOfArrow(bytes: Uint8Array): Columns {
  const table = tableFromIPC(bytes);
  return columnsFrom(
    Object.fromEntries(table.schema.fields.map((field) => [field.name, columnOfVector(table.getChild(field.name)!)]))
  );
}

function columnOfVector(vector: Vector<DataType>): Column {
  const values = Array.from({length: vector.length}, (_, row) => vector.get(row) as unknown);
  const {type} = vector;
  if (DataType.isFloat(type)) return doubles(Float64Array.from(values, (value) => (value as number | null) ?? NaN));
  if (DataType.isInt(type) && type.bitWidth === 32) return integers(values as (number | null)[]);
  if (DataType.isBool(type)) return booleans(values as (boolean | null)[]);
  if (DataType.isDate(type)) {
    return dates(values.map((value) => (value === null ? null : Math.round(Number(value) / 86_400_000))));
  }
  if (DataType.isInt(type)) {
    const missing = values.some((value) => value === null)
      ? Uint8Array.from(values, (value) => (value === null ? 1 : 0))
      : null;
    return {type: "bigint", values: BigInt64Array.from(values, (value) => (value as bigint | null) ?? 0n), missing};
  }
  return varchars(values.map((value) => (value === null ? null : String(value))));
}
