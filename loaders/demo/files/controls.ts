import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import {rowsOf} from "#warehouse/engine/columns.js";
import {identifier, literal, type Engine} from "#warehouse/engine/engine.js";
import type {ExtractFile} from "./extractFiles.js";

/** Totals of a file as the bank's systems declare them: of what is in it, dirty rows included. */
export interface FileTotals {
  readonly fileName: string;
  readonly rows: number;
  readonly sums: Readonly<Record<string, string>>;
  readonly hashTotals: Readonly<Record<string, string>>;
}

/** The one total that is declared wrong. */
const BREAK = {fileName: "invoices.parquet", column: "tax", excess: 1_234_567n} as const;

/** Counts, sums of amounts and, in CSV, the hash total of the first key: the sum of the numbers that its digits form. */
export async function totalsOf(engine: Engine, file: ExtractFile, folder: string, rows: number): Promise<FileTotals> {
  const {contract, format, fileName} = file;
  const path = literal(join(folder, fileName));
  const amounts = Object.entries(contract.columns).flatMap(([name, {type}]) =>
    type === "decimal(18,2)" ? [name] : []
  );
  const [key] = contract.grain as [string];
  const hashed = format === "csv" && contract.columns[key]!.type === "varchar" ? [key] : [];
  const selected = [
    ...amounts.map(
      (name) => `sum(cast(try_cast(${identifier(name)} as decimal(18, 2)) as decimal(38, 2))) as ${identifier(name)}`
    ),
    ...hashed.map(
      (name) =>
        `sum(cast(try_cast(right(regexp_replace(${identifier(name)}, '[^0-9]', '', 'g'), 18) as bigint) as hugeint)) as "hash"`
    )
  ].map((total) => total.replace(/^(.*) as /s, "cast(coalesce($1, 0) as varchar) as "));
  const source =
    format === "csv"
      ? `read_csv(${path}, all_varchar = true, header = true, delim = ',', quote = '"', escape = '"')`
      : `read_parquet(${path})`;
  const [totals] =
    selected.length === 0
      ? [{}]
      : rowsOf<Record<string, string>>(await engine.columns(`select ${selected.join(", ")} from ${source}`));
  return {
    fileName,
    rows,
    sums: Object.fromEntries(amounts.map((name) => [name, totals![name]!])),
    hashTotals: Object.fromEntries(hashed.map((name) => [name, totals!["hash"]!]))
  };
}

/** Writes the totals beside the extracts, one of them wrong, and says which in the truth. */
export async function writeControls(folder: string, truthFolder: string, files: readonly FileTotals[]): Promise<void> {
  const right = files.find(({fileName}) => fileName === BREAK.fileName)!.sums[BREAK.column]!;
  const wrong = fromCents(BigInt(right.replace(".", "")) + BREAK.excess);
  const declared = files.map((file) =>
    file.fileName === BREAK.fileName ? {...file, sums: {...file.sums, [BREAK.column]: wrong}} : file
  );
  await writeFile(join(folder, "controls.yaml"), `files:\n${declared.map(yamlOf).join("")}`);
  const truth = [
    "file,control,column,declared,true_value",
    `${BREAK.fileName},sum,${BREAK.column},${wrong},${right}`,
    ""
  ];
  await writeFile(join(truthFolder, "planted_breaks.csv"), truth.join("\n"));
}

function yamlOf({fileName, rows, sums, hashTotals}: FileTotals): string {
  return `  ${fileName}:\n    rows: ${rows}\n${mapOf("sums", sums)}${mapOf("hash_totals", hashTotals)}`;
}

function mapOf(name: string, totals: Readonly<Record<string, string>>): string {
  const entries = Object.entries(totals).map(([column, total]) => `      ${column}: "${total}"\n`);
  return entries.length === 0 ? "" : `    ${name}:\n${entries.join("")}`;
}

function fromCents(cents: bigint): string {
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, "0");
  return `${cents < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
