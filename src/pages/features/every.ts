import {martFeatures} from "#warehouse/marts/mart_features.js";
import {BinBars} from "../../components/BinBars.js";
import {dataTable} from "../../components/dataTable.js";
import {markup, type Html} from "../../components/html.js";
import {cataloguedFeatures, isAgainst, isBeyondChance, type CataloguedFeature} from "../../findings/features.js";
import type {Site} from "../../findings/site.js";
import {codeName} from "../../i18n/members.js";
import {WORDS} from "../../i18n/words.js";
import {scrolling, section} from "../quality/section.js";
import {filterForm} from "./filter.js";
import {anchorOf, definitionText, featureValue, measureText, nameText, shareText, sourcesText} from "./texts.js";

/** One line for each feature, which leads to all that is known of it. */
export function everyFeature(site: Site): Html {
  const words = WORDS[site.language];
  const rows = cataloguedFeatures(site);
  const measure = (heading: string, value: (row: CataloguedFeature) => number | null) => ({
    heading,
    isNumber: true,
    cell: (row: CataloguedFeature) => measureText(value(row)),
    sortBy: value
  });
  const table = dataTable(
    rows,
    [
      {
        heading: words.feature,
        cell: (row) => markup`<a href="./${row.table_name}#${anchorOf(row)}">${nameText(row.feature)}</a>`
      },
      {heading: words.meaning, cell: (row) => definitionText(row, site), classOf: () => "meaning"},
      {
        heading: words.saferWay,
        cell: (row) => directionText(row, site),
        classOf: (row) => (isAgainst(row) ? "way bad" : "way")
      },
      {
        heading: words.missingShare,
        isNumber: true,
        cell: (row) => shareText(row.missing_share),
        sortBy: (row) => row.missing_share
      },
      {
        heading: words.median,
        isNumber: true,
        cell: (row) => featureValue(row.p50, row, site),
        sortBy: (row) => row.p50
      },
      measure(words.stability, (row) => row.psi),
      {
        ...measure(words.informationValue, (row) => row.iv),
        classOf: (row) => (isBeyondChance(row) === false ? "faint" : "")
      },
      {heading: words.byBin, cell: barsOf, classOf: () => "drawn", sortBy: (row) => row.gini}
    ],
    {
      caption: words.everyFeature,
      mart: martFeatures.name,
      isSortable: true,
      isTitled: true,
      dataOf: (row) => dataOf(row, site)
    }
  );
  const body = markup`<p>${words.everyFeatureNote}</p>${filterForm(site)}${scrolling("every-title", table, true)}`;
  return section("every", words.everyFeature, body);
}

/** What the filter reads of a line beside its cells. */
function dataOf(row: CataloguedFeature, site: Site): Readonly<Record<string, string>> {
  return {table: row.table_name, safer: row.safer, sources: sourcesText(row, site)};
}

function directionText(row: CataloguedFeature, {language}: Site): Html {
  const words = WORDS[language];
  const against = isAgainst(row) ? markup` <span class="against">${words.againstDeclared}</span>` : null;
  return markup`${codeName("safer", row.safer, language)}${against}`;
}

function barsOf({bins}: CataloguedFeature): Html | null {
  return bins.length === 0 ? null : BinBars(bins.map(({odr, is_missing: isMissing}) => ({rate: odr, isMissing})));
}
