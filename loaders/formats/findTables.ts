import type {Engine} from "#warehouse/engine/engine.js";
import {UserError} from "#warehouse/engine/userError.js";
import {headOf, samplesOf} from "./archives/fileBytes.js";
import type {Part} from "./archives/part.js";
import {partsOf} from "./archives/parts.js";
import type {DeliveredFile, FoundTable, Hints} from "./contract.js";
import {jsonLinesTable, looksLikeJsonLines} from "./jsonLines/table.js";
import {parquetTable} from "./parquet.js";
import {refuse, refuseText} from "./refuse.js";
import {signatureOf} from "./signature.js";
import {encodingOf, sampleText} from "./text/encoding.js";
import {separatedTable} from "./text/separated.js";
import {workbookTables} from "./workbooks/tables.js";
import {isWorkbook} from "./workbooks/zipKind.js";

const HEAD_BYTES = 1 << 18;
const SAMPLE_BYTES = 1 << 16;
const SAMPLE_PLACES = [0.1, 0.3, 0.5, 0.7, 0.9];

/**
 * The tables in a file, by what is in it and not by its name: the file itself, the entries of an archive, the sheets of a
 * workbook.
 *
 * Throws a UserError where it holds no table that can be read.
 */
export async function findTables(engine: Engine, file: DeliveredFile, hints: Hints): Promise<FoundTable[]> {
  const [head] = await readable(file, samplesOf(file.path, HEAD_BYTES, [0]));
  const signature = signatureOf(head!);
  if (signature === "parquet") return [await parquetTable(engine, file)];
  if (signature === "zip" && (await isWorkbook(file))) return await workbookTables(file, hints);
  const tables: FoundTable[] = [];
  for await (const part of partsOf(file)) {
    const table = await tableIn(file, part, hints);
    tables.push(signature === "gzip" && part.name === null ? {...table, isPacked: true} : table);
  }
  if (tables.length > 0) return tables;
  throw new UserError(`${file.name}: the archive holds no file; pack it again, or take it out of the folder`);
}

async function tableIn(file: DeliveredFile, part: Part, hints: Hints): Promise<FoundTable> {
  const name = part.name === null ? file.name : `${file.name}/${part.name}`;
  const head = await headOf(part.bytes(), HEAD_BYTES);
  refuse(name, signatureOf(head));
  const others =
    part.isItself && head.length === HEAD_BYTES ? await samplesOf(file.path, SAMPLE_BYTES, SAMPLE_PLACES) : [];
  const encoding = hints.encoding ?? encodingOf([head, ...others]);
  if (encoding === null) {
    throw new UserError(`${name}: this is neither text nor any other format that can be read; export it as CSV`);
  }
  const isAll = head.length < HEAD_BYTES;
  const sample = {text: sampleText(head, encoding, isAll), isAll, encoding};
  refuseText(name, sample.text);
  if (looksLikeJsonLines(sample.text)) return jsonLinesTable(name, file, part.name, sample);
  return separatedTable(name, file, part.name, sample, hints);
}

async function readable<T>({name}: DeliveredFile, reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT")
      throw new UserError(`${name}: the file is gone, or is a link to one that is; put it there again`);
    if (code === "EACCES") throw new UserError(`${name}: the file may not be read; ask for the right to read it`);
    throw error;
  }
}
