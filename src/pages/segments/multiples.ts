import {martSegments} from "#warehouse/marts/mart_segments.js";
import {RateLines} from "../../components/charts/RateLines.js";
import {dataTable} from "../../components/dataTable.js";
import {buildDocument, chartMarkup} from "../../components/drawing.js";
import {markup, type Html} from "../../components/html.js";
import {industryYears, type IndustryYear} from "../../findings/segments.js";
import type {Site} from "../../findings/site.js";
import {decimal, percent} from "../../format/number.js";
import {valueText} from "../../format/value.js";
import {memberName} from "../../i18n/members.js";
import {WORDS} from "../../i18n/words.js";

/** One small chart an industry, all on one scale: mean PD and the default rate that followed. */
export function industryMultiples(site: Site): Html {
  const words = WORDS[site.language];
  const mart = site.mart(martSegments);
  const years = industryYears(site);
  const industries = [...new Set(years.map(({industry}) => industry))].sort();
  const upTo = scaleTop(years);
  const rate = (value: number | null) => valueText(value, "rate", site.reading);
  const table = dataTable(
    years,
    [
      {heading: words.industry, cell: ({industry}) => memberName("industry", industry, site.language)},
      {heading: words.date, cell: ({date}) => date},
      {heading: words.rated, isNumber: true, cell: ({rated}) => valueText(rated, "count", site.reading)},
      {heading: words.meanPd, isNumber: true, cell: ({expected, rated}) => rate(rated > 0 ? expected / rated : null)},
      {
        heading: words.odr,
        isNumber: true,
        cell: (year) => rate(observedRate(year))
      }
    ],
    {caption: words.chartSmall, mart: mart.contract.name}
  );
  return markup`<figure class="card chart" id="chart-small" data-mart="${mart.contract.name}">
    <figcaption><h2 id="chart-small-title">${words.chartSmall}</h2><p><span class="key-line expected"></span>${words.meanPd} <span class="key-line observed"></span>${words.odr}<br />${words.captionSmall(percent(upTo, 0))}</p></figcaption>
    <div class="multiples">${industries.map((industry) =>
      small(
        site,
        industry,
        years.filter((year) => year.industry === industry),
        upTo
      )
    )}</div>
    <details><summary>${words.showData}</summary><div class="scroll" tabindex="0" role="region" aria-labelledby="chart-small-title">${table}</div></details>
    <p class="proof">${words.source} <a href="./definitions#odr">${mart.contract.name}</a>, ${decimal(mart.columns.rowCount)} ${words.rows}</p>
  </figure>`;
}

function small(site: Site, industry: string, years: readonly IndustryYear[], upTo: number): Html {
  const words = WORDS[site.language];
  const name = memberName("industry", industry, site.language);
  const rates = years
    .filter(({rated}) => rated > 0)
    .map((year) => ({date: year.date, expected: year.expected / year.rated, observed: observedRate(year)}));
  const labels = {expected: words.meanPd, observed: words.odrShort};
  const chart = RateLines(rates, {
    document: buildDocument(),
    width: 220,
    language: site.language,
    isSmall: true,
    upTo,
    labels
  });
  chart.setAttribute("role", "img");
  chart.setAttribute("aria-label", `${name}: ${words.chartSmall}`);
  return markup`<div class="multiple"><h3>${name}</h3>${chartMarkup(chart)}</div>`;
}

/** High enough for 97 rates in a hundred, so that one small industry's bad year does not flatten all others. */
function scaleTop(years: readonly IndustryYear[]): number {
  const rates = years.flatMap((year) => (year.rated > 0 ? [year.expected / year.rated, observedRate(year) ?? 0] : []));
  const high = rates.sort((a, b) => a - b)[Math.floor(rates.length * 0.97)] ?? 0.1;
  return Math.max(0.01, Math.ceil(high * 50) / 50);
}

function observedRate({defaults, known}: IndustryYear): number | null {
  return known === 0 ? null : defaults / known;
}
