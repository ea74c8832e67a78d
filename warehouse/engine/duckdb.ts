import {
  DuckDBDataChunk,
  DuckDBInstance,
  BIGINT,
  BOOLEAN,
  DATE,
  DOUBLE,
  INTEGER,
  VARCHAR,
  type DuckDBConnection,
  type DuckDBType,
  type DuckDBVector
} from "@duckdb/node-api";
import type {Column, Columns} from "./columns.js";
import {identifier, type DescribedColumn, type Engine, type EngineOptions, type Parameters} from "./engine.js";
import {UserError} from "./userError.js";

const CHUNK_ROWS = 2048;
const TYPES: Readonly<Record<Column["type"], DuckDBType>> = {
  double: DOUBLE,
  integer: INTEGER,
  bigint: BIGINT,
  boolean: BOOLEAN,
  date: DATE,
  varchar: VARCHAR
};

/**
 * DuckDB, embedded. The only file that imports its client.
 *
 * Throws a UserError when the file is locked by another process, is not a DuckDB file, or when the
 * disk is full.
 */
export async function openDuckDB(path: string, options: EngineOptions = {}): Promise<Engine> {
  const instance = await explained(() => DuckDBInstance.create(path, configuration(options)), path);
  const connection = await instance.connect();
  await connection.run("set TimeZone = 'UTC'");
  return engineOver(instance, connection, path);
}

function configuration(options: EngineOptions): Record<string, string> {
  return {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    preserve_insertion_order: "true",
    threads: String(options.threads ?? 2),
    access_mode: options.readOnly === true ? "READ_ONLY" : "AUTOMATIC",
    ...(options.memoryLimit === undefined ? {} : {memory_limit: options.memoryLimit}),
    ...(options.temporaryDirectory === undefined ? {} : {temp_directory: options.temporaryDirectory})
  };
}

function engineOver(instance: DuckDBInstance, connection: DuckDBConnection, path: string): Engine {
  const engine: Engine = {
    async run(sql, parameters) {
      await explained(() => connection.run(sql, bound(parameters)), path);
    },
    async columns(sql, parameters) {
      const described = await engine.describe(parameters === undefined ? sql : withNulls(sql, parameters));
      const select = described.map(({name, type}) => readable(`"${name}"`, type)).join(", ");
      return await explained(async () => {
        const result = await connection.stream(`select ${select} from (${sql})`, bound(parameters));
        return await readColumns(
          described.map(({name}) => name),
          result.columnTypes(),
          result
        );
      }, path);
    },
    async describe(sql) {
      return await explained(async () => {
        const reader = await connection.runAndReadAll(`describe ${sql}`);
        return reader.getRows().map(([name, type]): DescribedColumn => {
          return {name: String(name), type: String(type).toLowerCase().replaceAll(" ", "")};
        });
      }, path);
    },
    async write(table, columns) {
      const typed = [...columns.byName].map(([name, column]) => `${identifier(name)} ${TYPES[column.type]}`);
      await engine.run(`create or replace table ${identifier(table)} (${typed.join(", ")})`);
      await engine.append(table, columns);
    },
    async append(table, columns) {
      await explained(() => appendColumns(connection, table, columns), path);
    },
    async transaction(work) {
      await engine.run("begin transaction");
      try {
        const result = await work();
        await engine.run("commit");
        return result;
      } catch (error) {
        await connection.run("rollback").catch(() => undefined); // the engine may have rolled back by itself
        throw error;
      }
    },
    interrupt: () => connection.interrupt(),
    close() {
      connection.closeSync();
      instance.closeSync();
    }
  };
  return engine;
}

function bound(parameters: Parameters | undefined): Record<string, string | number | boolean | null> | undefined {
  return parameters === undefined ? undefined : {...parameters};
}

/** DESCRIBE takes no parameters: types are the same with literals in their place. */
function withNulls(sql: string, parameters: Parameters): string {
  return sql.replace(/\$([a-z_][a-z0-9_]*)/gi, (whole, name: string) => {
    const value = parameters[name];
    if (value === undefined) return whole;
    return typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(value);
  });
}

function readable(quoted: string, type: string): string {
  if (/^(decimal|float|hugeint|ubigint|uhugeint)/.test(type)) return `cast(${quoted} as double) as ${quoted}`;
  if (/^(tinyint|smallint|utinyint|usmallint)/.test(type)) return `cast(${quoted} as integer) as ${quoted}`;
  if (type === "uinteger") return `cast(${quoted} as bigint) as ${quoted}`;
  if (/^(double|integer|bigint|boolean|date|varchar)$/.test(type)) return quoted;
  return `cast(${quoted} as varchar) as ${quoted}`;
}

interface ColumnBuilder {
  add(vector: DuckDBVector, rows: number): void;
  finish(rowCount: number): Column;
}

async function readColumns(
  names: readonly string[],
  types: readonly DuckDBType[],
  result: {fetchChunk(): Promise<DuckDBDataChunk | null>}
): Promise<Columns> {
  const builders = types.map((type) => builderOf(String(type)));
  let rowCount = 0;
  for (let chunk = await result.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    const rows = chunk.rowCount;
    for (let index = 0; index < builders.length; index++) builders[index]!.add(chunk.getColumnVector(index), rows);
    rowCount += rows;
  }
  return {rowCount, byName: new Map(builders.map((builder, index) => [names[index]!, builder.finish(rowCount)]))};
}

function builderOf(type: string): ColumnBuilder {
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

type Items = Float64Array | Int32Array | BigInt64Array;

function numericBuilder(type: "double" | "integer" | "date" | "bigint", make: (rows: number) => Items): ColumnBuilder {
  const parts: Items[] = [];
  const validity = validityBuilder();
  return {
    add(vector, rows) {
      // The numeric vectors keep their memory in `items`; it is the client's, so it is copied.
      parts.push((vector as unknown as {items: Items}).items.slice(0, rows) as Items);
      validity.add(vector, rows);
    },
    finish(rowCount) {
      const values = make(rowCount);
      let offset = 0;
      for (const part of parts) {
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
    add(vector: DuckDBVector, rows: number) {
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

async function appendColumns(connection: DuckDBConnection, table: string, columns: Columns): Promise<void> {
  const entries = [...columns.byName];
  const types = entries.map(([, column]) => TYPES[column.type]);
  const appender = await connection.createAppender(table);
  for (let start = 0; start < columns.rowCount; start += CHUNK_ROWS) {
    const rows = Math.min(CHUNK_ROWS, columns.rowCount - start);
    const chunk = DuckDBDataChunk.create(types, rows);
    entries.forEach(([, column], index) => fillVector(chunk.getColumnVector(index), column, start, rows));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

function fillVector(vector: DuckDBVector, column: Column, start: number, rows: number): void {
  const {missing} = column;
  if (column.type === "varchar") {
    for (let row = 0; row < rows; row++) {
      const isMissing = missing?.[start + row] === 1;
      vector.setItem(row, isMissing ? null : column.dictionary[column.values[start + row]!]!);
    }
  } else if (column.type === "boolean") {
    for (let row = 0; row < rows; row++) {
      vector.setItem(row, missing?.[start + row] === 1 ? null : column.values[start + row] === 1);
    }
  } else {
    const items = (vector as unknown as {items: Items}).items as Float64Array;
    items.set(column.values.subarray(start, start + rows) as Float64Array);
    if (missing !== null) {
      for (let row = 0; row < rows; row++) if (missing[start + row] === 1) vector.setItem(row, null);
    }
  }
  vector.flush();
}

async function explained<T>(work: () => Promise<T>, path: string): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (/lock on file/i.test(message)) {
      const holder = /PID (\d+)/.exec(message)?.[1];
      const who = holder === undefined ? "another process" : `process ${holder}`;
      throw new UserError(`${path}: ${who} holds the warehouse; wait until it ends, or stop it, then run again`);
    }
    if (/not a valid DuckDB database file/i.test(message)) {
      throw new UserError(`${path}: this file is not a DuckDB database; move it away or name another warehouse`);
    }
    if (/no space left|disk quota|could not write|max_temp_directory_size/i.test(message)) {
      throw new UserError(`${path}: the disk is full; free some space and run again; nothing was published`);
    }
    throw error;
  }
}
