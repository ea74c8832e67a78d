import {martFeatureTables} from "#warehouse/marts/mart_feature_tables.js";
import {markup, type Html} from "../../components/html.js";
import {page} from "../../components/page.js";
import {
  cataloguedFeatures,
  featureTableRows,
  type CataloguedFeature,
  type FeatureTableRow
} from "../../findings/features.js";
import type {Site} from "../../findings/site.js";
import {typeset} from "../../i18n/typeset.js";
import {WORDS} from "../../i18n/words.js";
import {section} from "../quality/section.js";
import {featureEntry} from "./entry.js";

/** A feature table on a page of its own: its features, each folded away, and its SQL. Throws where the run built no such table. */
export function featureTablePage(site: Site, name: string): string {
  const table = featureTableRows(site).find((row) => row.table_name === name);
  if (table === undefined) throw new Error(`this run built no feature table ${name}`);
  const {about_en: en, about_zh: zh} = table;
  const about = typeset({en, zh}, site.language);
  return page(site, {
    name: "features",
    path: name,
    title: about,
    heading: about,
    lead: leadOf(site, table),
    script: "feature-table",
    body: markup`${entriesOf(site, name)}${sqlOf(site, table)}`
  });
}

function leadOf({language}: Site, {table_name: name, features}: FeatureTableRow): Html {
  const words = WORDS[language];
  return markup`<span data-mart="${martFeatureTables.name}"><code>${name}</code> · ${words.featureCount(features)}</span> · <a href="./features">${words.everyFeature}</a>`;
}

function entriesOf(site: Site, name: string): Html {
  const features = cataloguedFeatures(site).filter((row: CataloguedFeature) => row.table_name === name);
  const entries = markup`${features.map((feature) => featureEntry(site, feature))}`;
  return section("entries", WORDS[site.language].featuresOfTable, entries);
}

function sqlOf({language}: Site, {table_name: name, sql}: FeatureTableRow): Html {
  const words = WORDS[language];
  const text = markup`<pre tabindex="0" aria-label="${words.madeBy}: ${name}" data-mart="${martFeatureTables.name}"><code>${sql.trim()}</code></pre>`;
  return section("sql", words.madeBy, text);
}
