import {DEFINITIONS} from "#warehouse/definitions.js";
import {martFeatureTables} from "#warehouse/marts/mart_feature_tables.js";
import {dataTable} from "../../components/dataTable.js";
import {markup, type Html} from "../../components/html.js";
import {featureTableRows, type FeatureTableRow} from "../../findings/features.js";
import type {Site} from "../../findings/site.js";
import {decimal} from "../../format/number.js";
import {typeset} from "../../i18n/typeset.js";
import {WORDS} from "../../i18n/words.js";
import {scrolling, section} from "../quality/section.js";
import {nameText} from "./texts.js";

/** The feature tables, each with a way to its page. */
export function featureTables(site: Site): Html {
  const {language} = site;
  const words = WORDS[language];
  const table = dataTable<FeatureTableRow>(
    featureTableRows(site),
    [
      {heading: words.featureTable, cell: ({table_name: name}) => markup`<a href="./${name}">${nameText(name)}</a>`},
      {heading: words.meaning, cell: ({about_en: en, about_zh: zh}) => typeset({en, zh}, language)},
      {
        heading: typeset(DEFINITIONS.feature_count.title, language),
        isNumber: true,
        cell: ({features}) => decimal(features)
      }
    ],
    {caption: words.featureTables, mart: martFeatureTables.name, isTitled: true}
  );
  return section("tables", words.featureTables, scrolling("tables-title", table));
}
