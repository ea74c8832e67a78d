import {martFeatureBins} from "#warehouse/marts/mart_feature_bins.js";
import {martFeatureHistory} from "#warehouse/marts/mart_feature_history.js";
import {martFeatures} from "#warehouse/marts/mart_features.js";
import {bar, compactTable} from "../../components/compactTable.js";
import {markup, type Html, type Part} from "../../components/html.js";
import {QuantileBand} from "../../components/QuantileBand.js";
import type {BinRow, CataloguedFeature} from "../../findings/features.js";
import type {Site} from "../../findings/site.js";
import {decimal, percent, probability} from "../../format/number.js";
import {codeName} from "../../i18n/members.js";
import {WORDS} from "../../i18n/words.js";
import {anchorOf, definitionText, emptyText, featureValue, measureText, shareText, sourcesText} from "./texts.js";

/** All that is known of a feature, folded away; a link to it unfolds it. */
export function featureEntry(site: Site, feature: CataloguedFeature): Html {
  const id = anchorOf(feature);
  const figures =
    feature.history.length === 0
      ? null
      : markup`<div class="pair">${historyOf(site, feature, id)}${binsOf(site, feature, id)}</div>`;
  return markup`<details class="feature" id="${id}" data-mart="${martFeatures.name}"><summary><code id="${id}-name">${feature.feature}</code> <span class="about">${definitionText(feature, site)}</span></summary>${factsOf(site, feature)}${figures}</details>`;
}

function factsOf(site: Site, feature: CataloguedFeature): Html {
  const {language} = site;
  const words = WORDS[language];
  const facts: readonly (readonly [Part, Part])[] = [
    [words.unit, codeName("unit", feature.unit, language)],
    [words.saferWay, codeName("safer", feature.safer, language)],
    [words.sources, sourcesText(feature, site)],
    [words.noValue, emptyText(feature, site)],
    ...(feature.history.length === 0 ? [] : measured(site, feature))
  ];
  return markup`<dl class="facts">${facts.map(([term, fact]) => markup`<div><dt>${term}</dt><dd>${fact}</dd></div>`)}</dl>`;
}

/** What was measured, each term with a way to its definition. */
function measured(site: Site, feature: CataloguedFeature): (readonly [Part, Part])[] {
  const words = WORDS[site.language];
  const facts: readonly (readonly [string, keyof typeof martFeatures.columns, string])[] = [
    [words.missingShare, "missing_share", shareText(feature.missing_share)],
    [words.zeroShare, "zero_share", shareText(feature.zero_share)],
    [words.stability, "psi", measureText(feature.psi)],
    [words.informationValue, "iv", measureText(feature.iv)],
    [words.gini, "gini", measureText(feature.gini)]
  ];
  return facts.map(([term, column, text]) => [
    markup`<a href="./definitions#${martFeatures.columns[column].definition ?? ""}">${term}</a>`,
    text === "" ? words.absent : text
  ]);
}

function historyOf(site: Site, feature: CataloguedFeature, id: string): Html {
  const words = WORDS[site.language];
  const points = feature.history.flatMap(({p10: low, p50: middle, p90: high}) =>
    low === null || middle === null || high === null ? [] : {low, middle, high}
  );
  const value = (each: number | null) => featureValue(each, feature, site);
  const table = compactTable({
    caption: words.spreadByYear,
    mart: martFeatureHistory.name,
    headings: [words.year, words.missingShare, words.firstDecile, words.median, words.lastDecile, words.stability],
    rows: feature.history.map((row) => [
      row.observation_date.slice(0, 4),
      shareText(row.missing_share),
      value(row.p10),
      value(row.p50),
      value(row.p90),
      measureText(row.psi)
    ])
  });
  return markup`<div>${QuantileBand(points)}${scrolled(table, id)}</div>`;
}

function binsOf(site: Site, feature: CataloguedFeature, id: string): Html | null {
  const {bins} = feature;
  if (bins.length === 0) return null;
  const words = WORDS[site.language];
  const largest = Math.max(...bins.map(({odr}) => odr ?? 0));
  const table = compactTable({
    caption: words.byBin,
    mart: martFeatureBins.name,
    headings: [words.bin, words.outcomes, words.defaults, words.defaultRate],
    rows: bins.map((bin) => [
      binText(bin, feature, site),
      decimal(Number(bin.observations)),
      decimal(Number(bin.defaults)),
      bin.odr === null ? "" : [probability(bin.odr), bar(bin.odr, largest)]
    ])
  });
  return scrolled(table, id);
}

function scrolled(table: Html, id: string): Html {
  return markup`<div class="scroll" tabindex="0" role="region" aria-labelledby="${id}-name">${table}</div>`;
}

/** The ends of a bin; as shares and rates read, with two more digits where they would look the same. */
function binText({lower, upper, is_missing: isMissing}: BinRow, feature: CataloguedFeature, site: Site): string {
  const words = WORDS[site.language];
  if (isMissing) return words.missingBin;
  const text = (value: number) => (feature.unit === "share" ? percent(value, 2) : featureValue(value, feature, site));
  if (lower === null) return upper === null ? words.allValues : `≤\u00a0${text(upper)}`;
  return upper === null ? `>\u00a0${text(lower)}` : `${text(lower)} – ${text(upper)}`;
}
