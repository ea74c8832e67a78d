import {martExperimentYears} from "#warehouse/marts/mart_experiment_years.js";
import {chartCard, HALF} from "../../components/chartCard.js";
import {DefaultsByYear} from "../../components/charts/DefaultsByYear.js";
import {dataTable} from "../../components/dataTable.js";
import {markup, type Html} from "../../components/html.js";
import type {ExperimentRow} from "../../findings/lab.js";
import type {Site} from "../../findings/site.js";
import {decimal, probability} from "../../format/number.js";
import {LAB} from "../../i18n/lab/words.js";
import {codeName} from "../../i18n/members.js";
import {scrolling, section} from "../quality/section.js";

interface YearRow {
  readonly experiment_id: string;
  readonly year: number;
  readonly sample: string;
  readonly observations: bigint;
  readonly defaults: bigint;
  readonly expected_defaults: number;
  readonly mean_pd: number;
  readonly odr: number;
  readonly lower: number;
  readonly upper: number;
  readonly auc: number | null;
  readonly auc_lower: number | null;
  readonly auc_upper: number | null;
}

/** Each year against what came, on rows that the model had not learned from. */
export function backtestSection(site: Site, {experiment_id: id}: ExperimentRow): Html {
  const words = LAB[site.language];
  const mart = site.mart(martExperimentYears);
  const rows = site.rows<YearRow>(martExperimentYears).filter((row) => row.experiment_id === id);
  if (rows.length === 0) return section("backtest", words.backtest, markup`<p>${words.noBacktest}</p>`);
  const chart = chartCard(site, {
    id: "chart-backtest",
    title: words.backtest,
    caption: words.backtestNote,
    mart,
    definition: "group_rate",
    widths: HALF,
    draw: (options) =>
      DefaultsByYear(
        rows.map(({year, mean_pd: pd, ...rest}) => ({...rest, pd, label: String(year)})),
        options
      ),
    table: yearTable(site, rows, words.backtest)
  });
  const table = scrolling("backtest-title", aucTable(site, rows));
  return markup`<div class="pair">${chart}${section("backtest", words.byYearCells, table)}</div>`;
}

const range = (low: number | null, high: number | null, text: (value: number) => string) =>
  low === null || high === null ? "" : `${text(low)} – ${text(high)}`;

function yearTable(site: Site, rows: readonly YearRow[], caption: string): Html {
  const words = LAB[site.language];
  return dataTable(
    rows,
    [
      {heading: words.year, cell: ({year}) => String(year)},
      {heading: words.meanPd, isNumber: true, cell: ({mean_pd: pd}) => probability(pd)},
      {heading: words.rate, isNumber: true, cell: ({odr}) => probability(odr)},
      {heading: words.interval, isNumber: true, cell: ({lower, upper}) => range(lower, upper, probability)}
    ],
    {caption, mart: martExperimentYears.name, isTitled: true}
  );
}

function aucTable(site: Site, rows: readonly YearRow[]): Html {
  const words = LAB[site.language];
  return dataTable(
    rows,
    [
      {heading: words.year, cell: ({year}) => String(year)},
      {heading: words.sample, cell: ({sample}) => codeName("split", sample, site.language)},
      {heading: words.observations, isNumber: true, cell: ({observations}) => decimal(Number(observations))},
      {heading: words.expected, isNumber: true, cell: ({expected_defaults: expected}) => decimal(expected, 1)},
      {heading: words.observed, isNumber: true, cell: ({defaults}) => decimal(Number(defaults))},
      {heading: words.auc, isNumber: true, cell: ({auc}) => (auc === null ? "" : decimal(auc, 3))},
      {
        heading: words.interval,
        isNumber: true,
        cell: (row) => range(row.auc_lower, row.auc_upper, (value) => decimal(value, 3))
      }
    ],
    {caption: words.byYearCells, mart: martExperimentYears.name, isTitled: true}
  );
}
