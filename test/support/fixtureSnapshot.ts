import {
  booleans,
  columnsFrom,
  dates,
  doubles,
  epochDays,
  integers,
  varchars,
  type Column
} from "#warehouse/engine/columns.js";
import type {Absence, RunManifest} from "#warehouse/manifest.js";
import {MARTS} from "#warehouse/marts/index.js";
import {publishSnapshot} from "#warehouse/snapshot.js";
import type {TableContract} from "#warehouse/contract.js";
import {fixtureBook, type BankKind} from "./fixtureBook.js";
import {fixtureMarts} from "./fixtureMarts.js";

export type Row = Readonly<Record<string, string | number | boolean | null>>;

export interface FixtureOptions {
  /** `worsening` is the default; `improving` is its opposite; `invoicesOnly` lacks exposure, region, size and tier, and `oneDate` its past too. */
  readonly kind?: BankKind;
  readonly obligors?: number;
}

/** Publishes the marts of a made-up bank below `stateFolder` and returns the snapshot's folder. Equal options give equal bytes. */
export function fixtureSnapshot(
  stateFolder: string,
  {kind = "worsening", obligors = 3000}: FixtureOptions = {}
): string {
  const rows = fixtureMarts(fixtureBook(kind, obligors), kind);
  const marts = MARTS.map((contract) => ({
    contract,
    columns: columnsOfRows(contract, rows[contract.name] ?? []),
    sql: `-- ${contract.grain.join(", ")}\nselect *\nfrom score_pd\n\nwhere model_id = 'fixture';\n`
  }));
  return publishSnapshot(stateFolder, manifestOf(kind), marts);
}

function manifestOf(kind: BankKind): Omit<RunManifest, "marts"> {
  const absent: Absence[] =
    kind === "worsening" || kind === "improving" ? [] : ["exposure", "region", "size", "tier", "name"];
  return {
    runId: {
      worsening: "3f1c9a2e7b804d56",
      improving: "8c2e51d09af7436b",
      invoicesOnly: "a9d4170be6c2385f",
      oneDate: "5b7e01c4d2f8a936"
    }[kind],
    source: {
      id: kind,
      name: {
        worsening: {en: "Demo bank", zh: "示范银行"},
        improving: {en: "Opposite bank", zh: "对照银行"},
        invoicesOnly: {en: "Invoices of small firms", zh: "小微企业发票"},
        oneDate: {en: "One date", zh: "单一观察日"}
      }[kind],
      isSynthetic: kind === "worsening" || kind === "improving"
    },
    currency: "CNY",
    observationDate: "2025-12-31",
    firstObservationDate: "2015-12-31",
    codeVersion: "0123456789abcdef0123456789abcdef01234567",
    packageVersion: "0.1.0",
    modelId: "pd-5b1e77c0a4d2",
    absent,
    inputs: [
      {kind: "extract", name: "obligors", version: "c0ffee11", rows: 3120},
      {kind: "extract", name: "financial_statements", version: "beefcafe", rows: 28_400},
      {kind: "policy", name: "rating", version: "2024-01-01", rows: null},
      {kind: "code", name: "loanscape", version: "0123456789abcdef", rows: null},
      {kind: "model", name: "pd", version: "pd-5b1e77c0a4d2", rows: null},
      {kind: "seed", name: "forest", version: "42", rows: null}
    ]
  };
}

function columnsOfRows(contract: TableContract, rows: readonly Row[]) {
  const columns = Object.entries(contract.columns).map(([name, {type}]) => {
    return [
      name,
      columnOf(
        type,
        rows.map((row) => row[name] ?? null)
      )
    ] as const;
  });
  return columnsFrom(Object.fromEntries(columns));
}

function columnOf(type: string, values: readonly (string | number | boolean | null)[]): Column {
  if (type === "varchar") return varchars(values as (string | null)[]);
  if (type === "date") return dates(values.map((value) => (value === null ? null : epochDays(String(value)))));
  if (type === "boolean") return booleans(values as (boolean | null)[]);
  if (type === "integer") return integers(values as (number | null)[]);
  if (type === "bigint") {
    const isMissing = values.some((value) => value === null);
    return {
      type: "bigint",
      values: BigInt64Array.from(values, (value) => BigInt(value ?? 0)),
      missing: isMissing ? Uint8Array.from(values, (value) => (value === null ? 1 : 0)) : null
    };
  }
  return doubles(Float64Array.from(values, (value) => (value === null ? NaN : Number(value))));
}
