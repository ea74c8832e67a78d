import type {TableContract} from "#warehouse/contract.js";
import {identifier, literal} from "#warehouse/engine/engine.js";
import {isOneOf} from "../isOneOf.js";
import {mayBeUnreadable, type Field} from "./field.js";
import {ROW_RULES} from "./rowRules.js";
import type {Check, Rule} from "./rules.js";

const TOTALS = ["合计", "总计", "小计", "total", "totals", "grand total", "subtotal", "sum"];
const LONGEST = Math.max(...TOTALS.map(({length}) => length));
const FIRST_DAY = "1990-01-01";
const FIRST_DAYS: ReadonlyMap<string, string> = new Map([["founded_date", "1800-01-01"]]); // firms are older than records
const LAST_DAY = "2100-01-01";

/**
 * The checks that a row can fail, rule after rule; what the types of the columns exclude is not asked.
 *
 * Where the source dates its defaults, a fact without its published date would never become known: it is refused.
 */
export function checksOf(contract: TableContract, fields: readonly Field[], hasDatedDefaults: boolean): Check[] {
  const isRequired = ({name, contract: {nullable}}: Field) =>
    !nullable || (hasDatedDefaults && name === contract.dates?.published);
  const present = fields.filter(({from}) => from !== null);
  const lacking = fields.filter((field) => field.from === null && isRequired(field));
  if (lacking.length > 0)
    throw new Error(`${contract.name}: no mapping fills ${lacking.map(({name}) => name).join(", ")}`);
  return [
    ...present.filter((field) => isTextKey(contract, field)).map(totalsRow),
    ...present.filter(isRequired).map(missingValue),
    ...present.filter(mayBeUnreadable).map(unreadable).sort(datesFirst),
    ...present.filter((field) => field.contract.allowed !== undefined).map(notAllowed),
    ...present.filter((field) => field.contract.pattern !== undefined).map(badFormat),
    ...present.filter((field) => field.contract.sign !== "any").map(sign),
    ...present.filter((field) => field.contract.type === "date").map(dateOutOfRange),
    ...publishedTooEarly(contract, present),
    ...(ROW_RULES.get(contract.name) ?? []).filter((rule) => present.some(({name}) => name === rule.column))
  ];
}

/** The column that holds what a row said where `field` is now typed. */
export function saidColumn(name: string): string {
  return `${name}__said`;
}

function isTextKey({grain}: TableContract, {name, from}: Field): boolean {
  return from === "varchar" && grain.includes(name);
}

function totalsRow({name}: Field): Check {
  const said = saidColumn(name);
  return {
    rule: "totals_row",
    column: name,
    fails: `(length(${said}) <= ${LONGEST} and ${isOneOf(`lower(${said})`, TOTALS)})`
  };
}

function missingValue({name}: Field): Check {
  return {rule: "missing_value", column: name, fails: `${saidColumn(name)} is null`};
}

function unreadable({name, contract}: Field): Check {
  const rule = contract.type === "date" ? "not_a_date" : contract.type === "boolean" ? "not_allowed" : "not_a_number";
  return {rule, column: name, fails: `${identifier(name)} is null and ${saidColumn(name)} is not null`};
}

function datesFirst(a: Check, b: Check): number {
  const order: readonly Rule[] = ["not_a_date", "not_a_number", "not_allowed"];
  return order.indexOf(a.rule) - order.indexOf(b.rule);
}

function notAllowed({name, contract}: Field): Check {
  return {
    rule: "not_allowed",
    column: name,
    fails: `not ${isOneOf(identifier(name), contract.allowed!)}`
  };
}

function badFormat({name, contract}: Field): Check {
  return {
    rule: "bad_format",
    column: name,
    fails: `not regexp_full_match(${identifier(name)}, ${literal(contract.pattern!)})`
  };
}

function sign({name, contract}: Field): Check {
  const refused = contract.sign === "positive" ? "<= 0" : "< 0";
  return {rule: "sign", column: name, fails: `${identifier(name)} ${refused}`};
}

function dateOutOfRange({name}: Field): Check {
  const first = FIRST_DAYS.get(name) ?? FIRST_DAY;
  return {
    rule: "date_out_of_range",
    column: name,
    fails: `${identifier(name)} not between date '${first}' and date '${LAST_DAY}'`
  };
}

function publishedTooEarly({dates}: TableContract, present: readonly Field[]): Check[] {
  if (dates === undefined || dates.mayBeAnnounced === true) return [];
  const {event, published} = dates;
  const isPresent = (column: string) => present.some(({name}) => name === column);
  if (typeof published !== "string" || event === published || !isPresent(event) || !isPresent(published)) return [];
  return [{rule: "published_too_early", column: published, fails: `${identifier(published)} < ${identifier(event)}`}];
}
