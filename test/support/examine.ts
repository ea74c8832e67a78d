import {readFile, rm} from "node:fs/promises";
import type {DeliveredFile, FoundTable} from "#loaders/formats/contract.js";
import {findTables} from "#loaders/formats/findTables.js";
import {mayBePlain, scan} from "#loaders/formats/plain.js";
import {spool} from "#loaders/formats/spool.js";
import {openedParts} from "#loaders/formats/spool/openedParts.js";
import {walk} from "#loaders/formats/text/walk.js";
import {numbersOf} from "#warehouse/engine/columns.js";
import type {Engine} from "#warehouse/engine/engine.js";
import {UserError} from "#warehouse/engine/userError.js";

/** What became of a file. */
export interface Examined {
  readonly outcome: "read" | "refused";
  readonly records: number;
  readonly defects: number;
  readonly seconds: number;
  /** Of the processor, which other work on the machine does not lengthen. */
  readonly processorSeconds: number;
}

/**
 * Reads a file as loading does. Throws where it ends in anything but tables whose bytes all belong to a record or to a defect, or a
 * UserError of one short sentence that names the file.
 */
export async function examine(engine: Engine, file: DeliveredFile, folder: string): Promise<Examined> {
  const start = performance.now();
  const cpu = process.cpuUsage();
  const times = () => {
    const {user, system} = process.cpuUsage(cpu);
    return {seconds: (performance.now() - start) / 1000, processorSeconds: (user + system) / 1e6};
  };
  try {
    const {records, defects} = await readAll(engine, file, folder);
    return {outcome: "read", records, defects, ...times()};
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const {message} = error;
    const isSentence = message.startsWith(file.name) && message.length < 400 && !/[\n\r]|Error:/.test(message);
    if (!isSentence) throw new Error(`no sentence that names the file: ${JSON.stringify(message)}`, {cause: error});
    return {outcome: "refused", records: 0, defects: 0, ...times()};
  }
}

async function readAll(
  engine: Engine,
  file: DeliveredFile,
  folder: string
): Promise<{records: number; defects: number}> {
  const tables = await findTables(engine, file, {});
  if (tables[0]!.format === "parquet") return {records: 0, defects: 0};
  const wanted = tables[0]!.columns.map(({name}) => name);
  const spooled = await spool(tables, wanted, folder);
  const parts = openedParts({});
  let records = 0;
  let defects = 0;
  for (const counted of spooled.tables) {
    records += counted.records;
    defects += counted.defects;
    if (counted.table.format === "csv")
      await checkBytes(counted.table, await parts.bytesOf(counted.table), counted.records);
    if (mayBePlain(counted.table)) await checkScan(counted.table, counted.records);
  }
  await parts.close();
  const kept = await rowsIn(engine, spooled.segments, wanted.length);
  if (kept !== records - defects)
    throw new Error(`${kept} rows in the segments of ${records} records and ${defects} defects`);
  const listed = spooled.defects === null ? 0 : (await readFile(spooled.defects, "utf8")).split("\n").length - 1;
  if (listed !== defects) throw new Error(`${listed} defects are listed of ${defects}`);
  await rm(folder, {recursive: true, force: true});
  return {records, defects};
}

/** Stretches follow each other from the first byte to the last. */
async function checkBytes(table: FoundTable, bytes: AsyncIterable<Buffer>, records: number): Promise<void> {
  let size = 0;
  let at = 0;
  let found = 0;
  const counted = async function* () {
    for await (const piece of bytes) {
      size += piece.length;
      yield piece;
    }
  };
  await walk(counted(), table.form!, table.columns.length, {
    record: () => undefined,
    isTold: () => true,
    stretch({kind, firstByte, endByte}) {
      if (firstByte !== at || endByte <= firstByte)
        throw new Error(`a stretch from ${firstByte} to ${endByte} follows ${at}`);
      at = endByte;
      if (kind === "record" || kind === "wrong_field_count" || kind === "unreadable") found++;
    },
    rest: () => Promise.resolve()
  });
  if (at !== size) throw new Error(`stretches end at ${at} of ${size} bytes`);
  if (found !== records) throw new Error(`${found} stretches are records or defects, and ${records} were counted`);
}

async function checkScan(table: FoundTable, records: number): Promise<void> {
  const found = await scan(table);
  if (found.isPlain && found.records !== records)
    throw new Error(`${found.records} records scanned, ${records} spooled`);
}

async function rowsIn(engine: Engine, segments: readonly string[], width: number): Promise<number> {
  if (segments.length === 0) return 0;
  const names = Array.from({length: width + 2}, (_, at) => `'c${at}': 'varchar'`).join(", ");
  const paths = segments.map((path) => `'${path}'`).join(", ");
  const counted = await engine.columns(
    `select count(*) as n from read_csv([${paths}], auto_detect = false, header = false, encoding = 'utf-8', delim = ',',
      quote = '"', escape = '"', max_line_size = 2097152, buffer_size = 8388608, columns = {${names}})`
  );
  return numbersOf(counted, "n")[0]!;
}
