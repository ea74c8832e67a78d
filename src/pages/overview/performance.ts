import {martPortfolio} from "#warehouse/marts/mart_portfolio.js";
import {chartCard} from "../../components/chartCard.js";
import {DefaultsByYear} from "../../components/charts/DefaultsByYear.js";
import {dataTable} from "../../components/dataTable.js";
import {show} from "../../components/figureText.js";
import {markup, type Html} from "../../components/html.js";
import {completeYears, performanceAt, performanceFindings} from "../../findings/performance.js";
import type {Site} from "../../findings/site.js";
import {month} from "../../format/date.js";
import {OVERVIEW} from "../../i18n/sentences/overview.js";
import {WORDS} from "../../i18n/words.js";
import {answer} from "./section.js";

/** Whether the ratings held in the years whose window is complete. */
export function performanceSection(site: Site): Html {
  const {language, reading} = site;
  const words = WORDS[language];
  const latest = performanceFindings(site);
  if (latest === null) return answer("performance", words.qRatings, words.noDefaults, null);
  const years = completeYears(site).map((date) => performanceAt(site, date));
  const mart = site.mart(martPortfolio);
  const table = dataTable(
    years,
    [
      {heading: words.yearFrom, cell: ({date}) => month(date, language)},
      {heading: words.rated, isNumber: true, cell: ({rated}) => show(rated, reading)},
      {heading: words.known, isNumber: true, cell: ({known}) => show(known, reading)},
      {heading: words.expectedDefaults, isNumber: true, cell: ({expected}) => show(expected, reading)},
      {heading: words.observedDefaults, isNumber: true, cell: ({observed}) => show(observed, reading)},
      {heading: words.meanPd, isNumber: true, cell: ({meanPd}) => show(meanPd, reading)},
      {heading: words.odr, isNumber: true, cell: ({odr}) => show(odr, reading)},
      {
        heading: words.interval,
        isNumber: true,
        cell: ({lower, upper}) => markup`${show(lower, reading)} – ${show(upper, reading)}`
      }
    ],
    {caption: words.chartYears, mart: mart.contract.name}
  );
  const card = chartCard(site, {
    id: "chart-years",
    title: words.chartYears,
    caption: words.captionYears,
    mart,
    definition: "odr",
    draw: (options) =>
      DefaultsByYear(
        years.map(({date, meanPd, odr, lower, upper}) => ({
          label: date.slice(5, 7) === "12" ? date.slice(0, 4) : date.slice(0, 7),
          pd: meanPd.value!,
          odr: odr.value!,
          lower: lower.value!,
          upper: upper.value!
        })),
        options
      ),
    table
  });
  return answer("performance", words.qRatings, OVERVIEW[language].ratings(latest, reading), card);
}
