import {martQuarantineRules} from "#warehouse/marts/mart_quarantine_rules.js";
import type {Site} from "../../findings/site.js";

export interface RuleRow {
  readonly extract: string;
  readonly rule: string;
  readonly column_name: string;
  readonly rows: bigint;
  readonly replayed: bigint;
  readonly latest_batch: number;
}

export function ruleRows(site: Site): readonly RuleRow[] {
  return site.rows<RuleRow>(martQuarantineRules);
}

export function hasRows(site: Site, extract: string): boolean {
  return ruleRows(site).some((row) => row.extract === extract);
}

/** Where the rows of an extract, or those of one rule of it, stand on the page. */
export function anchorOf(extract: string, rule?: string): string {
  return ["quarantine", extract, ...(rule === undefined ? [] : [rule])].join("-").replaceAll("_", "-");
}
