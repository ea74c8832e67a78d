import type {Unit} from "#warehouse/contract.js";
import {markup, type Html} from "../../components/html.js";
import type {FeatureRow} from "../../findings/features.js";
import type {Site} from "../../findings/site.js";
import {decimal, percent} from "../../format/number.js";
import {valueText} from "../../format/value.js";
import {codeName} from "../../i18n/members.js";
import {typeset} from "../../i18n/typeset.js";

/** Where a feature stands on the page of its table. */
export function anchorOf({feature}: FeatureRow): string {
  return `feature-${feature}`.replaceAll("_", "-");
}

export function sourcesText({sources}: FeatureRow, {language}: Site): string {
  const names = sources.split(",").map((source) => codeName("extract", source, language));
  return names.join(language === "zh" ? "、" : ", ");
}

export function definitionText({definition_en: en, definition_zh: zh}: FeatureRow, {language}: Site): string {
  return typeset({en, zh}, language);
}

export function emptyText({empty_en: en, empty_zh: zh}: FeatureRow, {language}: Site): string {
  return typeset({en, zh}, language);
}

/** A name that may break where a reader would break it. */
export function nameText(name: string): Html {
  return markup`<code>${name.split("_").map((word, at) => (at === 0 ? word : markup`_<wbr>${word}`))}</code>`;
}

/** A value in the unit of its feature; nothing where there is none. Small ratios have more digits, or they would look the same. */
export function featureValue(value: number | null, {unit}: {readonly unit: string}, {reading}: Site): string {
  if (value === null) return "";
  if (unit === "flag" || value === 0) return decimal(value);
  if (unit === "ratio" && Math.abs(value) < 0.1) return decimal(value, Math.abs(value) < 0.01 ? 5 : 4);
  return valueText(value, unit as Unit, reading);
}

/** A measure with three digits; nothing where there is none. */
export function measureText(value: number | null): string {
  return value === null ? "" : decimal(value, 3);
}

export function shareText(share: number | null): string {
  return share === null ? "" : percent(share);
}
