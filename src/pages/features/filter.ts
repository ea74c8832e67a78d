import {markup, type Html} from "../../components/html.js";
import {featureTableRows} from "../../findings/features.js";
import type {Site} from "../../findings/site.js";
import {codeName} from "../../i18n/members.js";
import {typeset} from "../../i18n/typeset.js";
import {WORDS} from "../../i18n/words.js";

/** What narrows the list down, for readers with a script; without one every feature is shown. */
export function filterForm(site: Site): Html {
  const {language} = site;
  const words = WORDS[language];
  const tables = featureTableRows(site).map(({table_name: name, about_en: en, about_zh: zh}) => {
    return markup`<option value="${name}">${typeset({en, zh}, language)}</option>`;
  });
  const directions = ["higher", "lower", "neither"].map((safer) => {
    return markup`<option value="${safer}">${codeName("safer", safer, language)}</option>`;
  });
  return markup`<form class="filter live-only" role="search" data-of="${words.shownOf("{shown}", "{all}")}" data-none="${words.noMatch}">
    <label>${words.searchFeatures} <input type="search" name="q" placeholder="${words.searchHint}" autocomplete="off"></label>
    <label>${words.featureTable} <select name="table"><option value="">${words.allTables}</option>${tables}</select></label>
    <label>${words.saferWay} <select name="safer"><option value="">${words.allDirections}</option>${directions}</select></label>
    <button type="reset">${words.clearFilter}</button>
    <output data-mart="mart_features"></output>
  </form>`;
}
