import {martProjectionBacktest} from "#warehouse/marts/mart_projection_backtest.js";
import {ACROSS, chartCard} from "../../components/chartCard.js";
import {CoverageDots} from "../../components/charts/CoverageDots.js";
import {dataTable} from "../../components/dataTable.js";
import {markup, type Html} from "../../components/html.js";
import {yearlyCoverage, type BacktestRow} from "../../findings/forward.js";
import type {Site} from "../../findings/site.js";
import {decimal, percent} from "../../format/number.js";
import {codeName} from "../../i18n/members.js";
import {FORWARD} from "../../i18n/sentences/forward.js";
import {WORDS} from "../../i18n/words.js";
import {scrolling, section} from "../quality/section.js";

/** How the projections of past dates compare with what came. */
export function coverageSection(site: Site): Html {
  const say = FORWARD[site.language];
  const rows = site.rows<BacktestRow>(martProjectionBacktest);
  if (rows.length === 0) return markup``;
  const nominal = rows[0]!.nominal_share;
  const years = yearlyCoverage(rows);
  const nameOf = (basis: string) => say.bases[basis] ?? basis;
  const chart = chartCard(site, {
    id: "chart-coverage",
    title: say.coverageTitle,
    caption: say.coverageCaption(percent(nominal, 0)),
    mart: site.mart(martProjectionBacktest),
    definition: "interval_coverage",
    widths: ACROSS,
    draw: (options) =>
      CoverageDots(
        years.map(({basis, year, sample, coverage}) => {
          return {series: nameOf(basis), year, coverage, isUnseen: sample === "test"};
        }),
        {...options, nominal}
      ),
    table: dataTable(
      years,
      [
        {heading: say.basis, cell: ({basis}) => nameOf(basis)},
        {heading: say.year, isNumber: true, cell: ({year}) => String(year)},
        {heading: say.sample, cell: ({sample}) => codeName("split", sample, site.language)},
        {heading: say.outcomes, isNumber: true, cell: ({outcomes}) => decimal(outcomes)},
        {heading: say.inside, isNumber: true, cell: ({coverage}) => percent(coverage)}
      ],
      {caption: say.coverageTitle, mart: martProjectionBacktest.name}
    )
  });
  return markup`${chart}${section("backtest", say.backtest, markup`<p>${say.backtestNote}</p>${everyQuarter(site, rows)}`)}`;
}

function everyQuarter(site: Site, rows: readonly BacktestRow[]): Html {
  const {language} = site;
  const say = FORWARD[language];
  const share = (part: bigint, all: bigint) => percent(Number(part) / Number(all));
  const table = dataTable(
    rows,
    [
      {heading: say.basis, cell: ({basis}) => say.bases[basis] ?? basis},
      {heading: say.year, isNumber: true, cell: ({year}) => String(year)},
      {heading: say.ahead, isNumber: true, cell: ({quarter}) => String(quarter)},
      {heading: say.sample, cell: ({sample}) => codeName("split", sample, language)},
      {heading: say.outcomes, isNumber: true, cell: ({outcomes}) => decimal(Number(outcomes))},
      {heading: say.inside, isNumber: true, cell: (row) => percent(row.coverage_share)},
      {heading: say.below, isNumber: true, cell: ({below, outcomes}) => share(below, outcomes)},
      {heading: say.bias, isNumber: true, cell: (row) => decimal(row.bias_ratio, 4)},
      {heading: say.error, isNumber: true, cell: (row) => decimal(row.error_ratio, 4)},
      {
        heading: say.naive,
        isNumber: true,
        cell: ({naive_error_ratio: naive}) => (naive === null ? WORDS[language].absent : decimal(naive, 4))
      }
    ],
    {caption: say.backtest, mart: martProjectionBacktest.name, isTitled: true}
  );
  return scrolling("backtest-title", table, rows.length > 20);
}
