import {mkdtemp, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {csvOf, SMALL_BANK, type Cells} from "../loaders/support/smallBank.js";
import {withEngine} from "./memoryEngine.js";
import {workbookOf} from "./workbook.js";

/** A good extract in the forms in which it may come. */
export interface GoodFile {
  readonly extract: string;
  /** Cells, header first. */
  readonly rows: readonly (readonly string[])[];
  readonly csv: string;
  readonly jsonLines: string;
  readonly xlsx: Buffer;
  readonly parquet: Buffer;
}

const COPIES = 20;

/** The small bank's extracts, some dozens of rows each. */
export async function goodFiles(): Promise<GoodFile[]> {
  const folder = await mkdtemp(join(tmpdir(), "loanscape-good-"));
  try {
    return await Promise.all(Object.entries(SMALL_BANK).map(([extract, cells]) => goodFile(extract, cells, folder)));
  } finally {
    await rm(folder, {recursive: true});
  }
}

async function goodFile(extract: string, some: readonly Cells[], folder: string): Promise<GoodFile> {
  const key = Object.keys(some[0]!)[0]!;
  const cells = Array.from({length: COPIES}, (_, copy) =>
    some.map((row) => ({...row, [key]: `${row[key]}${copy}`}))
  ).flat();
  const rows = [Object.keys(some[0]!), ...cells.map((row) => Object.values(row))];
  const csv = csvOf(cells);
  const path = join(folder, extract);
  await writeFile(`${path}.csv`, csv);
  await withEngine((engine) =>
    engine.run(`copy (from read_csv('${path}.csv', all_varchar = true)) to '${path}.parquet' (format parquet)`)
  );
  return {
    extract,
    rows,
    csv,
    jsonLines: cells.map((row) => `${JSON.stringify(row)}\n`).join(""),
    xlsx: await workbookOf({[extract]: rows}),
    parquet: await readFile(`${path}.parquet`)
  };
}
