import {martFeatureTables} from "#warehouse/marts/mart_feature_tables.js";
import {markup, type Html} from "../../components/html.js";
import {
  cataloguedFeatures,
  featureTableRows,
  type CataloguedFeature,
  type FeatureTableRow
} from "../../findings/features.js";
import type {Site} from "../../findings/site.js";
import {decimal} from "../../format/number.js";
import {typeset} from "../../i18n/typeset.js";
import {WORDS} from "../../i18n/words.js";
import {section} from "../quality/section.js";
import {featureEntry} from "./entry.js";

/** Each feature table: its SQL, and its features, folded away. */
export function featureTables(site: Site): Html {
  const features = cataloguedFeatures(site);
  return markup`${featureTableRows(site).map((table) =>
    tableSection(
      site,
      table,
      features.filter((row) => row.table_name === table.table_name)
    )
  )}`;
}

function tableSection(site: Site, table: FeatureTableRow, features: readonly CataloguedFeature[]): Html {
  const {language} = site;
  const words = WORDS[language];
  const {table_name: name, about_en: en, about_zh: zh} = table;
  const about = typeset({en, zh}, language);
  const head = markup`<p data-mart="${martFeatureTables.name}"><code>${name}</code> · ${words.featureCount(decimal(table.features))}</p>`;
  const sql = markup`<details class="sql" data-mart="${martFeatureTables.name}"><summary>${words.madeBy}</summary><pre tabindex="0" aria-label="${words.madeBy}: ${name}"><code>${table.sql.trim()}</code></pre></details>`;
  return section(
    `table-${name.replaceAll("_", "-")}`,
    about,
    markup`${head}${features.map((feature) => featureEntry(site, feature))}${sql}`
  );
}
