import {martPortfolio} from "#warehouse/marts/mart_portfolio.js";
import {chartCard} from "../../components/chartCard.js";
import {RateLines, type DatedRates} from "../../components/charts/RateLines.js";
import {dataTable} from "../../components/dataTable.js";
import {markup, type Html} from "../../components/html.js";
import {bookFindings, hasHistory} from "../../findings/book.js";
import type {Site} from "../../findings/site.js";
import {month} from "../../format/date.js";
import {valueText} from "../../format/value.js";
import {OVERVIEW} from "../../i18n/sentences/overview.js";
import {WORDS} from "../../i18n/words.js";
import {mixCard} from "../shared/mixCard.js";
import {answer} from "./section.js";

/** Whether the book gets better or worse. */
export function qualitySection(site: Site): Html {
  const finding = OVERVIEW[site.language].quality(bookFindings(site), site.reading);
  const shown = hasHistory(site)
    ? markup`<div class="stack">${mixCard(site, "grade")}${ratesCard(site)}</div>`
    : markup`<p class="muted">${WORDS[site.language].oneDate}</p>`;
  return answer("quality", WORDS[site.language].qQuality, finding, shown);
}

interface PortfolioRow {
  readonly observation_date: string;
  readonly mean_pd: number | null;
  readonly odr: number | null;
}

function ratesCard(site: Site): Html {
  const words = WORDS[site.language];
  const mart = site.mart(martPortfolio);
  const rates: DatedRates[] = site.rows<PortfolioRow>(martPortfolio).map((row) => ({
    date: row.observation_date,
    expected: row.mean_pd,
    observed: row.odr
  }));
  const rate = (value: number | null) => valueText(value, "rate", site.reading);
  const table = dataTable(
    rates,
    [
      {heading: words.date, cell: ({date}) => month(date, site.language)},
      {heading: words.meanPd, isNumber: true, cell: ({expected}) => rate(expected)},
      {heading: words.odr, isNumber: true, cell: ({observed}) => rate(observed)}
    ],
    {caption: words.chartRates, mart: mart.contract.name}
  );
  return chartCard(site, {
    id: "chart-rates",
    title: words.chartRates,
    caption: words.captionRates,
    mart,
    definition: "mean_pd",
    draw: (options) => RateLines(rates, {...options, labels: {expected: words.meanPd, observed: words.odrShort}}),
    table
  });
}
