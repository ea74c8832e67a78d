import type {ColumnContract, ColumnType, DataCategory, Governance, Sign, Text, Unit} from "#warehouse/contract.js";

const TEN_YEARS = 120;

/** Facts of the lending contract itself, kept ten years after it ends. */
export const credit: Governance = {
  purpose: "credit_risk",
  legalBasis: "contract",
  retentionMonths: TEN_YEARS,
  sensitivity: "commercial"
};

/** Who the obligor is; the company register is public. */
export const identity: Governance = {
  purpose: "identification",
  legalBasis: "legal_obligation",
  retentionMonths: TEN_YEARS,
  sensitivity: "commercial"
};

/** What the obligor agreed to hand over for the credit decision. */
function consented(category: DataCategory): Governance {
  return {purpose: "credit_risk", legalBasis: "consent", retentionMonths: 60, sensitivity: "commercial", category};
}

export const accountFlows = consented("account_flows");
export const vatInvoices = consented("invoices");
export const erp = consented("erp");

/** What serves the relationship and never the default probability. */
export const relationship: Governance = {
  purpose: "relationship",
  legalBasis: "contract",
  retentionMonths: 36,
  sensitivity: "internal"
};

export const open: Governance = {
  purpose: "credit_risk",
  legalBasis: "public_information",
  retentionMonths: TEN_YEARS,
  sensitivity: "public"
};

interface Extra<N extends boolean> {
  readonly nullable?: N;
  readonly sign?: Sign;
  readonly unit?: Unit;
  readonly allowed?: readonly string[];
  readonly pattern?: string;
  readonly references?: string;
}

/** A column contract that keeps its type and nullability as literals, so that a row type can be inferred from it. */
export type Typed<T extends ColumnType, N extends boolean> = ColumnContract & {
  readonly type: T;
  readonly nullable: N;
  readonly governance: Governance;
};

/** A column of an extract. Not nullable and of any sign unless it says so. */
export function column<T extends ColumnType, N extends boolean = false>(
  type: T,
  unit: Unit,
  governance: Governance,
  about: Text,
  {nullable, sign = "any", ...extra}: Extra<N> = {}
): Typed<T, N> {
  return {type, unit, governance, about, sign, ...extra, nullable: (nullable ?? false) as N};
}

/** An identifier. */
export function id<N extends boolean = false>(governance: Governance, about: Text, extra: Extra<N> = {}) {
  return column("varchar", "id", governance, about, extra);
}

export function text<N extends boolean = false>(governance: Governance, about: Text, extra: Extra<N> = {}) {
  return column("varchar", "text", governance, about, extra);
}

/** One of a few values. */
export function code<N extends boolean = false>(governance: Governance, about: Text, extra: Extra<N> = {}) {
  return column("varchar", "code", governance, about, extra);
}

export function date<N extends boolean = false>(governance: Governance, about: Text, extra: Extra<N> = {}) {
  return column("date", "date", governance, about, extra);
}

/** Money, in the currency of the extract. */
export function amount<N extends boolean = false>(governance: Governance, about: Text, extra: Extra<N> = {}) {
  return column("decimal(18,2)", "currency", governance, about, extra);
}

export function count<N extends boolean = false>(governance: Governance, about: Text, extra: Extra<N> = {}) {
  return column("integer", "count", governance, about, {sign: "nonnegative", ...extra});
}

/** A fraction or a rate a year, as a fraction: 0.05 is five percent. */
export function rate<N extends boolean = false>(governance: Governance, about: Text, extra: Extra<N> = {}) {
  return column("double", "rate", governance, about, extra);
}

export function flag<N extends boolean = false>(governance: Governance, about: Text, extra: Extra<N> = {}) {
  return column("boolean", "flag", governance, about, extra);
}
