import {martModelPairs} from "#warehouse/marts/mart_model_pairs.js";
import {dataTable} from "../../components/dataTable.js";
import {markup, type Html} from "../../components/html.js";
import {isClear, type Comparison, type PairRow} from "../../findings/compare.js";
import type {Site} from "../../findings/site.js";
import {decimal, percent} from "../../format/number.js";
import {LAB} from "../../i18n/lab/words.js";
import {scrolling, section} from "../quality/section.js";
import {pValueText} from "../shared/lab.js";

/** Every two experiments that share rows, each with a way to see them side by side. */
export function pairsSection(site: Site, {pairs}: Comparison): Html {
  const words = LAB[site.language];
  const number = (heading: string, value: (row: PairRow) => number | null, text: (value: number) => string) => ({
    heading,
    isNumber: true,
    cell: (row: PairRow) => (value(row) === null ? "" : text(value(row)!)),
    sortBy: value
  });
  const three = (value: number) => decimal(value, 3);
  const table = dataTable(
    pairs,
    [
      {
        heading: words.second,
        cell: ({first_id: a, second_id: b}) => markup`<a href="./compare?a=${a}&b=${b}#two"><code>${b}</code></a>`
      },
      {heading: words.first, cell: ({first_id: id}) => markup`<code>${id}</code>`},
      {
        ...number(words.difference, ({difference}) => difference, three),
        classOf: (row) => (isClear(row) ? "clear" : "faint")
      },
      number(words.pValue, ({p_value: p}) => p, pValueText),
      number(words.detectable, ({detectable}) => detectable, three),
      number(words.correlation, ({rank_correlation: correlation}) => correlation, three),
      number(words.moved, ({moved, observations}) => Number(moved) / Number(observations), percent),
      number(words.observations, ({observations}) => Number(observations), decimal),
      number(words.defaults, ({defaults}) => Number(defaults), decimal)
    ],
    {caption: words.pairs, mart: martModelPairs.name, isSortable: true, isTitled: true}
  );
  return section("pairs", words.pairs, scrolling("pairs-title", table, true));
}
