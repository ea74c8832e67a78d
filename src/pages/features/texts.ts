import type {Unit} from "#warehouse/contract.js";
import type {FeatureRow} from "../../findings/features.js";
import type {Site} from "../../findings/site.js";
import {decimal, percent} from "../../format/number.js";
import {valueText} from "../../format/value.js";
import {typeset} from "../../i18n/typeset.js";

/** Where a feature stands on the page. */
export function anchorOf({
  table_name: table,
  feature
}: {
  readonly table_name: string;
  readonly feature: string;
}): string {
  return `feature-${table}-${feature}`.replaceAll("_", "-");
}

export function definitionText({definition_en: en, definition_zh: zh}: FeatureRow, {language}: Site): string {
  return typeset({en, zh}, language);
}

export function emptyText({empty_en: en, empty_zh: zh}: FeatureRow, {language}: Site): string {
  return typeset({en, zh}, language);
}

/** A value in the unit of its feature; nothing where there is none. */
export function featureValue(value: number | null, {unit}: {readonly unit: string}, {reading}: Site): string {
  if (value === null) return "";
  return unit === "flag" ? decimal(value) : valueText(value, unit as Unit, reading);
}

/** A measure with three digits; nothing where there is none. */
export function measureText(value: number | null): string {
  return value === null ? "" : decimal(value, 3);
}

export function shareText(share: number | null): string {
  return share === null ? "" : percent(share);
}
