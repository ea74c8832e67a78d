import {martPortfolio} from "#warehouse/marts/mart_portfolio.js";
import {chartCard} from "../../components/chartCard.js";
import {TrendArea, type DatedValue} from "../../components/charts/TrendArea.js";
import {dataTable} from "../../components/dataTable.js";
import {markup, type Html} from "../../components/html.js";
import {basisOf, bookFindings, hasHistory} from "../../findings/book.js";
import type {Site} from "../../findings/site.js";
import {month} from "../../format/date.js";
import {valueText} from "../../format/value.js";
import {OVERVIEW} from "../../i18n/sentences/overview.js";
import {WORDS} from "../../i18n/words.js";
import {answer} from "./section.js";

/** How large the book is and how it moved. */
export function sizeSection(site: Site): Html {
  const words = WORDS[site.language];
  const finding = OVERVIEW[site.language].size(bookFindings(site), site.reading);
  const shown = hasHistory(site) ? trendCard(site) : markup`<p class="muted">${words.oneDate}</p>`;
  return answer("size", words.qSize, finding, shown);
}

function trendCard(site: Site): Html {
  const words = WORDS[site.language];
  const basis = basisOf(site);
  const mart = site.mart(martPortfolio);
  const values: DatedValue[] = site
    .rows<Readonly<Record<string, string | number | bigint | null>>>(martPortfolio)
    .filter((row) => row[basis] !== null)
    .map((row) => ({date: String(row.observation_date), value: Number(row[basis])}));
  const unit = basis === "drawn" ? "currency" : "count";
  const heading = basis === "drawn" ? words.exposure : words.obligors;
  const caption = basis === "drawn" ? words.chartSize : words.chartSizeCount;
  const table = dataTable(
    values,
    [
      {heading: words.date, cell: ({date}) => month(date, site.language)},
      {heading, isNumber: true, cell: ({value}) => valueText(value, unit, site.reading)}
    ],
    {caption, mart: mart.contract.name}
  );
  return chartCard(site, {
    id: "chart-size",
    title: caption,
    caption: basis === "drawn" ? words.captionSize : words.captionCount,
    mart,
    definition: basis === "drawn" ? "drawn" : "obligor_count",
    draw: (options) => TrendArea(values, options),
    table
  });
}
