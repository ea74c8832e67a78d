import {markup, type Html, type Part} from "../../components/html.js";
import {page} from "../../components/page.js";
import type {PageName} from "../../components/pages.js";
import {
  experimentPath,
  experimentRows,
  showsExperiments,
  type ExperimentRow,
  type FigureRow
} from "../../findings/lab.js";
import type {Site} from "../../findings/site.js";
import {decimal, probability} from "../../format/number.js";
import {LAB} from "../../i18n/lab/words.js";
import {codeName} from "../../i18n/members.js";
import {typeset} from "../../i18n/typeset.js";

/** What a page says instead, where the edition may not see experiments or there are none; null where there are some. */
export function emptyPage(site: Site, name: PageName, heading: string): string | null {
  const words = LAB[site.language];
  if (!showsExperiments(site)) return page(site, {name, heading, lead: words.withheld, body: null});
  if (experimentRows(site).length > 0) return null;
  return page(site, {name, heading, lead: commandText(words.none, words.trainCommand, words.thenRun), body: null});
}

/** A sentence that ends in a command to be typed. */
export function commandText(sentence: string, command: string, rest: string): Html {
  return markup`${sentence} <code>${command}</code>${rest}`;
}

/** Id of an experiment, as a link to its page, with the mark of the champion. */
export function experimentLink(site: Site, experiment: ExperimentRow, hasPage: boolean): Html {
  const {experiment_id: id, is_champion: isChampion} = experiment;
  const name = markup`<code>${id}</code>`;
  const mark = isChampion ? markup` <strong class="champion">${LAB[site.language].champion}</strong>` : null;
  return markup`${hasPage ? markup`<a href="./${experimentPath(experiment)}">${name}</a>` : name}${mark}`;
}

export function titleOf({title_en: en, title_zh: zh}: ExperimentRow, {language}: Site): string {
  return typeset({en, zh}, language);
}

/** The verdict of a validation, coloured by a class and said in words. */
export function verdictText(site: Site, verdict: string | null): Part {
  if (verdict === null) return markup`<span class="muted">${LAB[site.language].notValidated}</span>`;
  return markup`<span class="verdict ${verdict.replaceAll("_", "-")}">${codeName("outcome", verdict, site.language)}</span>`;
}

/** Sentences one after another, as the language joins them. */
export function joined(site: Site, sentences: readonly Html[]): Html {
  const between = site.language === "zh" ? "" : " ";
  return markup`${sentences.map((sentence, at) => markup`${at === 0 ? "" : between}${sentence}`)}`;
}

const RATES = new Set(["mean_pd", "odr"]);

/** A measure with its interval below it, where it has one. */
export function figureText(figure: FigureRow | null): Part {
  if (figure === null) return "";
  const {metric, value, lower, upper} = figure;
  if (RATES.has(metric)) return probability(value);
  const text = decimal(value, metric === "auc" || metric === "ks" ? 3 : 4);
  if (lower === null || upper === null) return text;
  return markup`${text}<span class="range">${decimal(lower, 3)} – ${decimal(upper, 3)}</span>`;
}

/** A p-value with three digits; one too small to show any is said to be below them. */
export function pValueText(p: number): string {
  return p < 0.0005 ? "<0.001" : decimal(p, 3);
}
