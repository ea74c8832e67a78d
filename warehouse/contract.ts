/** The two languages that everything a person reads is written in. */
export interface Text {
  readonly en: string;
  readonly zh: string;
}

export type ColumnType = "varchar" | "integer" | "bigint" | "double" | "decimal(18,2)" | "date" | "boolean";

/** `currency` is an amount in the reporting currency of the run; `share` and `rate` are fractions. */
export type Unit =
  | "id"
  | "text"
  | "code"
  | "date"
  | "days"
  | "months"
  | "years"
  | "currency"
  | "count"
  | "share"
  | "rate"
  | "ratio"
  | "probability"
  | "points"
  | "flag"
  | "version";

export type Sign = "any" | "nonnegative" | "positive";

/** Why a field may be used. A column with no declared purpose does not load. */
export const PURPOSES = ["credit_risk", "relationship", "identification", "reporting", "model_development"] as const;
export type Purpose = (typeof PURPOSES)[number];

export const LEGAL_BASES = ["contract", "legal_obligation", "public_information", "consent"] as const;
export type LegalBasis = (typeof LEGAL_BASES)[number];

/** What a party agrees to hand over, or not, as one thing. */
export const DATA_CATEGORIES = ["account_flows", "invoices", "erp", "contact"] as const;
export type DataCategory = (typeof DATA_CATEGORIES)[number];

/** From open to secret. `commercial` is a trade secret of the obligor; `personal` is about a natural person. */
export type Sensitivity = "public" | "internal" | "commercial" | "personal";

/** Who a site build is made for. A build holds only what its audience may see. */
export const AUDIENCES = ["risk", "management", "data_science"] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Why and how long a field may be kept, and how secret it is. */
export interface Governance {
  readonly purpose: Purpose;
  readonly legalBasis: LegalBasis;
  readonly retentionMonths: number;
  readonly sensitivity: Sensitivity;
  /** What the consent must be about; there where consent is the legal basis. */
  readonly category?: DataCategory;
}

/** What a reader of a feature must know beside its definition and unit. */
export interface FeatureFacts {
  /** Extracts whose facts move it. */
  readonly from: readonly string[];
  /** Which way is safer, all else equal; `neither` where it depends, as with growth. */
  readonly safer: "higher" | "lower" | "neither";
  /** What it means when there is no value. */
  readonly empty: Text;
}

export interface ColumnContract {
  readonly type: ColumnType;
  readonly unit: Unit;
  readonly nullable: boolean;
  readonly sign: Sign;
  readonly about: Text;
  /** The only values a code may take. */
  readonly allowed?: readonly string[];
  /** A regular expression that the whole of a code must match, in syntax that the engine and JavaScript share. */
  readonly pattern?: string;
  /** `table.column` that every value must be found in. */
  readonly references?: string;
  readonly governance?: Governance;
  /** Feature tables only; columns that merely name or date the obligor have none. */
  readonly feature?: FeatureFacts;
  /** Marts only: what the figure means (`warehouse/definitions`), and who may see it. */
  readonly definition?: string;
  readonly audiences?: readonly Audience[];
}

export type ColumnContracts = Readonly<Record<string, ColumnContract>>;

/** Where a fact's two dates come from: the one it is about, and the one it became known. */
export interface FactDates {
  readonly event: string;
  /** A column, or a lag after the event date that the mapping states. */
  readonly published: string | {readonly lagDays: number};
  /** Whether the fact may lie after its publication: a change announced ahead. False unless it says so. */
  readonly mayBeAnnounced?: boolean;
}

export interface TableContract<C extends ColumnContracts = ColumnContracts> {
  readonly name: string;
  /** The key: one row for each combination of these. */
  readonly grain: readonly string[];
  readonly about: Text;
  readonly columns: C;
  /** Extracts only; those whose rows are about no day have none. */
  readonly dates?: FactDates;
  /** Feature tables only: whether facts of other obligors move it too, as those of its counterparties or its group. Own unless it says so. */
  readonly reach?: "own" | "others";
}

type ValueOf<T extends ColumnType> = T extends "varchar" | "date"
  ? string
  : T extends "boolean"
    ? boolean
    : T extends "bigint"
      ? bigint
      : number;

type NullIf<N extends boolean> = N extends true ? null : never;

/** The row that a contract promises; dates in ISO form. */
export type RowOf<T extends TableContract> = {
  readonly [K in keyof T["columns"]]: ValueOf<T["columns"][K]["type"]> | NullIf<T["columns"][K]["nullable"]>;
};

/** What an extract, staging, feature, target or score table promises. Throws when the grain names no column. */
export function defineTable<const C extends ColumnContracts>(table: TableContract<C>): TableContract<C> {
  for (const name of [table.name, ...Object.keys(table.columns)]) {
    if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new Error(`${table.name}: ${name} is not snake_case`);
  }
  for (const key of table.grain) {
    const column = table.columns[key];
    if (column === undefined) throw new Error(`${table.name}: the grain names ${key}, which is no column`);
    if (column.nullable) throw new Error(`${table.name}: ${key} is part of the grain and must not be nullable`);
  }
  return table;
}

/**
 * What a bank hands over. Throws when a column declares no purpose, basis, retention and sensitivity, or rests on
 * consent without saying to what.
 */
export function defineExtract<const C extends ColumnContracts>(
  table: TableContract<C> & {readonly dates: FactDates}
): TableContract<C> {
  return defineUndatedExtract(table);
}

/** An extract whose rows are about no day: they hold for all of the source. Throws as `defineExtract` does. */
export function defineUndatedExtract<const C extends ColumnContracts>(table: TableContract<C>): TableContract<C> {
  for (const [name, {governance}] of Object.entries(table.columns)) {
    if (governance === undefined) {
      throw new Error(
        `${table.name}.${name}: declare purpose, legal basis, retention and sensitivity, or leave it out`
      );
    }
    if (governance.legalBasis === "consent" && governance.category === undefined) {
      throw new Error(`${table.name}.${name}: say which category of data the consent is about`);
    }
  }
  return defineTable(table);
}

/** What the site may see. Throws when a column lacks a definition id or an audience rule. */
export function defineMart<const C extends ColumnContracts>(table: TableContract<C>): TableContract<C> {
  for (const [name, column] of Object.entries(table.columns)) {
    if (column.definition === undefined) throw new Error(`${table.name}.${name}: name the definition of this figure`);
    if (column.audiences === undefined) throw new Error(`${table.name}.${name}: say which audiences may see it`);
  }
  return defineTable(table);
}

/** The columns of a mart that an audience may see, in order. */
export function columnsFor(table: TableContract, audience: Audience): string[] {
  return Object.keys(table.columns).filter((name) => table.columns[name]!.audiences?.includes(audience) === true);
}
