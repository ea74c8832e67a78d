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
import {identifier, literal, type DescribedColumn, type Engine, type EngineOptions, type Parameters} from "./engine.js";
import {builderOf, itemsOf} from "./columnBuilders.js";
import {explained} from "./duckdbErrors.js";

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
      const described = await engine.describe(parameters === undefined ? sql : withLiterals(sql, parameters));
      const select = described.map(({name, type}) => readable(`"${name.replaceAll('"', '""')}"`, type)).join(", ");
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
function withLiterals(sql: string, parameters: Parameters): string {
  return sql.replace(/\$([a-z_][a-z0-9_]*)/gi, (whole, name: string) => {
    const value = parameters[name];
    if (value === undefined) return whole;
    return typeof value === "string" ? literal(value) : String(value);
  });
}

function readable(quoted: string, type: string): string {
  if (/^(decimal|float|hugeint|ubigint|uhugeint)/.test(type)) return `cast(${quoted} as double) as ${quoted}`;
  if (/^(tinyint|smallint|utinyint|usmallint)/.test(type)) return `cast(${quoted} as integer) as ${quoted}`;
  if (type === "uinteger") return `cast(${quoted} as bigint) as ${quoted}`;
  if (/^(double|integer|bigint|boolean|date|varchar)$/.test(type)) return quoted;
  return `cast(${quoted} as varchar) as ${quoted}`;
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
    const items = itemsOf(vector) as Float64Array;
    items.set(column.values.subarray(start, start + rows) as Float64Array);
    if (missing !== null) {
      for (let row = 0; row < rows; row++) if (missing[start + row] === 1) vector.setItem(row, null);
    }
  }
  vector.flush();
}
