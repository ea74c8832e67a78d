import type {ColumnContract} from "#warehouse/contract.js";
import {literal, type DescribedColumn} from "#warehouse/engine/engine.js";
import {baseExpression, saidExpression} from "./baseExpression.js";
import type {ColumnMapping, MappedColumn} from "./contract.js";
import {dateSql, shiftedDate} from "./dateSql.js";
import {numberSql} from "./numberSql.js";
import {saidWithout, valuesSql} from "./valuesSql.js";

/** A column of a contract, made ready to be selected. The columns that the mapping names are there. */
export function columnSql(
  mapping: ColumnMapping,
  contract: ColumnContract,
  columns: readonly DescribedColumn[]
): MappedColumn {
  const said = saidWithout(saidExpression(mapping, columns), mapping.values ?? {});
  if (mapping.value !== undefined) return {sql: constant(mapping, contract), asItStands: null, said};
  const base = baseExpression(mapping, columns);
  const value = mapping.values === undefined ? base : valuesSql(base, mapping.values);
  if (contract.type === "date" && isDateAsked(mapping)) {
    return {sql: shiftedDate(dateSql(value, mapping.date), mapping), asItStands: null, said};
  }
  if (mapping.number !== undefined && mapping.negative === undefined) {
    return {sql: numberSql(value, mapping.number, contract.type), asItStands: null, said};
  }
  const isAsItStands = mapping.from !== undefined && mapping.values === undefined;
  return {sql: value.sql, asItStands: isAsItStands ? mapping.from : null, said};
}

function isDateAsked({date, endOf, lagDays}: ColumnMapping): boolean {
  return date !== undefined || endOf !== undefined || lagDays !== undefined;
}

function constant(mapping: ColumnMapping, {type}: ColumnContract): string {
  const value = `cast(${literal(String(mapping.value))} as ${type})`;
  return type === "date" ? shiftedDate(value, mapping) : value;
}
