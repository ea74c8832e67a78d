import type {ColumnContract, TableContract} from "#warehouse/contract.js";
import {identifier, literal} from "#warehouse/engine/engine.js";
import type {ExtractFile} from "./extractFiles.js";

/** One way to spoil a copy of a clean row, as SQL over the row's columns. `n` numbers the copies. */
export interface Damage {
  readonly kind: string;
  readonly rule: string;
  readonly column: string;
  /** The spoilt value; null leaves the row as it is. */
  readonly value: string | null;
  /** A further column to move out of the way, so that the row does not repeat a key. */
  readonly also: Readonly<Record<string, string>>;
}

/** Every way in which a row of that file can be dirty, as far as its format can hold it. */
export function damagesOf({contract, format}: ExtractFile): Damage[] {
  const fresh = freshKey(contract);
  const own = ownDamages(contract).map((damage) => ({...damage, also: fresh}));
  const text = format === "csv" ? textDamages(contract).map((damage) => ({...damage, also: fresh})) : [];
  return [
    ...repeats(contract),
    ...missingKey(contract),
    ...own,
    ...text,
    ...malformedCodes(contract, fresh),
    ...publishedTooEarly(contract, fresh),
    ...unknownReferences(contract, fresh),
    ...unbalanced(contract),
    ...wrongCheckDigit(contract),
    ...redLetterAboveZero(contract),
    ...partPaid(contract)
  ];
}

type Draft = Omit<Damage, "also">;

/** An id that stands alone as the key is made new; other keys are left, since the damage is found before the key is looked at. */
function freshKey({grain, columns}: TableContract): Record<string, string> {
  const key = grain[0]!;
  const isOwn = columns[key]!.unit === "id" && columns[key]!.references === undefined;
  return isOwn ? {[key]: `${identifier(key)} || 'D'`} : {};
}

function repeats({grain, columns}: TableContract): Damage[] {
  const names = Object.keys(columns);
  const isFree = (name: string): boolean =>
    !grain.includes(name) && columns[name]!.references === undefined && columns[name]!.allowed === undefined;
  const changed =
    names.find((name) => isFree(name) && isNumeric(columns[name]!)) ??
    names.findLast((name) => isFree(name) && columns[name]!.type === "date");
  const duplicate: Damage = {kind: "exact_duplicate", rule: "duplicate", column: "", value: null, also: {}};
  if (changed === undefined) return [duplicate];
  const value =
    columns[changed]!.type === "date" ? `${identifier(changed)} + 1` : `coalesce(${identifier(changed)}, 0) + 1`;
  return [duplicate, {kind: "conflicting_key", rule: "key_conflict", column: changed, value, also: {}}];
}

function missingKey({grain}: TableContract): Damage[] {
  return [{kind: "missing_key", rule: "missing_value", column: grain[0]!, value: "null", also: {}}];
}

function ownDamages({columns}: TableContract): Draft[] {
  const entries = Object.entries(columns);
  const signed = entries.filter(([, column]) => column.sign !== "any").slice(0, 2);
  const coded = entries.filter(([, column]) => column.allowed !== undefined).slice(0, 1);
  const dated = entries.filter(([, column]) => column.type === "date").slice(0, 1);
  return [
    ...signed.map(([column]) => ({kind: "forbidden_sign", rule: "sign", column, value: "-1"})),
    ...coded.map(([column]) => ({kind: "value_outside_list", rule: "not_allowed", column, value: "'unknown'"})),
    ...dated.flatMap(([column]) =>
      ["1899-12-31", "2123-06-30"].map((day) => ({
        kind: "impossible_date",
        rule: "date_out_of_range",
        column,
        value: `date ${literal(day)}`
      }))
    )
  ];
}

function textDamages({columns}: TableContract): Draft[] {
  const entries = Object.entries(columns);
  const dated = entries.filter(([, column]) => column.type === "date").slice(0, 1);
  const numeric = entries.filter(([, column]) => isNumeric(column)).slice(0, 1);
  return [
    ...dated.flatMap(([column]) =>
      ["2019-02-30", "20191301"].map((day) => ({kind: "no_date", rule: "not_a_date", column, value: literal(day)}))
    ),
    ...numeric.map(([column]) => ({kind: "no_number", rule: "not_a_number", column, value: literal("1,2O3")}))
  ];
}

/** Codes as a spreadsheet spells them that took them for numbers. */
function malformedCodes({columns}: TableContract, also: Damage["also"]): Damage[] {
  return Object.entries(columns)
    .filter(([, {pattern}]) => pattern !== undefined)
    .map(([column]) => {
      const value = `${identifier(column)} || '.0'`;
      return {kind: "malformed_code", rule: "bad_format", column, value, also};
    });
}

/** Facts that were known a day before they were. */
function publishedTooEarly({dates}: TableContract, also: Damage["also"]): Damage[] {
  if (dates === undefined || dates.mayBeAnnounced === true) return [];
  const {event, published} = dates;
  if (typeof published !== "string" || published === event) return [];
  const value = `${identifier(event)} - 1`;
  return [{kind: "known_beforehand", rule: "published_too_early", column: published, value, also}];
}

/** Codes that no obligor or facility has, one for each copy. */
function unknownReferences({columns}: TableContract, also: Damage["also"]): Damage[] {
  return Object.entries(columns)
    .filter(([, column]) => column.references !== undefined)
    .map(([column]) => {
      const letter = column === "facility_id" ? "F" : column === "project_id" ? "P" : "B";
      const value = `'${letter}9' || lpad(cast(n as varchar), ${letter === "F" ? 8 : 6}, '0')`;
      return {kind: "unknown_parent", rule: "unknown_reference", column, value, also};
    });
}

function unbalanced({columns}: TableContract): Damage[] {
  if (columns["total_assets"] === undefined) return [];
  const also = {published_date: '"published_date" + 1'};
  return [
    {
      kind: "does_not_balance",
      rule: "accounting_identity",
      column: "total_assets",
      value: '"total_assets" + 1000000',
      also
    }
  ];
}

/** Half of an instalment paid, and the rest not yet. */
function partPaid({columns}: TableContract): Damage[] {
  if (columns["amount_paid"] === undefined) return [];
  const also = {paid_date: "null"};
  return [{kind: "part_paid", rule: "partial_payment", column: "amount_paid", value: '"amount_due" / 2', also}];
}

/** A registration number with another last character, as a typing error leaves it. */
function wrongCheckDigit({name}: TableContract): Damage[] {
  if (name !== "obligors") return [];
  const number = identifier("registration_number");
  const value = `left(${number}, 17) || case when right(${number}, 1) = '0' then '1' else '0' end`;
  const also = {obligor_id: `"obligor_id" || 'D'`};
  return [{kind: "wrong_check_digit", rule: "check_digit", column: "registration_number", value, also}];
}

/** A red-letter invoice that adds instead of taking back. */
function redLetterAboveZero({columns}: TableContract): Damage[] {
  if (columns["is_red_letter"] === undefined) return [];
  const also = {invoice_id: `"invoice_id" || 'D'`, is_red_letter: "true"};
  return [{kind: "red_letter_above_zero", rule: "red_letter_sign", column: "amount", value: 'abs("amount") + 1', also}];
}

function isNumeric({type}: ColumnContract): boolean {
  return type === "integer" || type === "double" || type === "decimal(18,2)" || type === "bigint";
}
