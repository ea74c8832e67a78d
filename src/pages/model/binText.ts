import type {Characteristic, ScoredBin} from "../../findings/scorecard.js";
import type {Site} from "../../findings/site.js";
import {percent} from "../../format/number.js";
import {LAB} from "../../i18n/lab/words.js";
import {WORDS} from "../../i18n/words.js";
import {featureValue} from "../features/texts.js";

/** What a bin holds, in the unit of its feature. */
export function binText(site: Site, {kind, lower, upper, label}: ScoredBin, {catalogued}: Characteristic): string {
  const words = LAB[site.language];
  const unit = catalogued?.unit ?? "ratio";
  const text = (value: number) => (unit === "share" ? percent(value, 2) : featureValue(value, {unit}, site));
  if (kind === "missing") return words.missing;
  if (kind === "unseen") return words.unseen;
  if (kind === "special") return words.special(text(lower ?? 0));
  if (label !== null) return label;
  if (lower === null) return upper === null ? WORDS[site.language].allValues : `≤\u00a0${text(upper)}`;
  return upper === null ? `>\u00a0${text(lower)}` : `${text(lower)} – ${text(upper)}`;
}
