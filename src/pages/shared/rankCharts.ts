import {martExperimentCurves} from "#warehouse/marts/mart_experiment_curves.js";
import {martExperimentGroups} from "#warehouse/marts/mart_experiment_groups.js";
import {martExperimentSpread} from "#warehouse/marts/mart_experiment_spread.js";
import {chartCard, SQUARE} from "../../components/chartCard.js";
import {PdSpread} from "../../components/charts/PdSpread.js";
import {RankCurves} from "../../components/charts/RankCurves.js";
import type {Role} from "../../components/charts/series.js";
import {TenthCalibration} from "../../components/charts/TenthCalibration.js";
import {markup, type Html} from "../../components/html.js";
import type {CurveRow, GroupRow, Series, SpreadRow} from "../../findings/labCharts.js";
import type {Site} from "../../findings/site.js";
import {decimal, percent, probability} from "../../format/number.js";
import {LAB} from "../../i18n/lab/words.js";
import {codeName} from "../../i18n/members.js";
import {seriesTable, type SeriesColumn} from "./seriesTable.js";

export interface RankCharts {
  readonly series: readonly Series[];
  readonly sample: string;
  readonly roleOf: (place: number) => Role;
}

/** How experiments order and level, and how their PDs are spread: four charts, each on one scale for all. */
export function rankCharts(site: Site, charts: RankCharts): Html {
  return markup`<div class="pair charts">${roc(site, charts)}${gains(site, charts)}${calibration(site, charts)}${spread(site, charts)}</div>`;
}

/** Shares at which a curve is read out as a table. */
const READ_AT = [0.05, 0.1, 0.2, 0.3, 0.5];

function roc(site: Site, {series, sample, roleOf}: RankCharts): Html {
  const words = LAB[site.language];
  return chartCard(site, {
    id: "chart-roc",
    title: words.roc,
    caption: captionOf(site, words.rocNote, sample),
    mart: site.mart(martExperimentCurves),
    definition: "hit_rate",
    widths: SQUARE,
    draw: (options) =>
      RankCurves(
        series.map(({place, curve}) => ({place, points: curve.map(({false_alarm_rate: x, hit_rate: y}) => ({x, y}))})),
        {...options, roleOf, labels: {x: words.falseAlarms, y: words.hits}}
      ),
    table: readOut(site, {series, sample, roleOf}, words.roc, words.falseAlarms, (point) => point.false_alarm_rate)
  });
}

function gains(site: Site, {series, sample, roleOf}: RankCharts): Html {
  const words = LAB[site.language];
  return chartCard(site, {
    id: "chart-gains",
    title: words.gains,
    caption: captionOf(site, words.gainsNote, sample),
    mart: site.mart(martExperimentCurves),
    definition: "called_share",
    widths: SQUARE,
    draw: (options) =>
      RankCurves(
        series.map(({place, curve}) => ({place, points: curve.map(({called_share: x, hit_rate: y}) => ({x, y}))})),
        {...options, roleOf, labels: {x: words.looked, y: words.hits}}
      ),
    table: readOut(site, {series, sample, roleOf}, words.gains, words.looked, (point) => point.called_share)
  });
}

function calibration(site: Site, {series, sample, roleOf}: RankCharts): Html {
  const words = LAB[site.language];
  const columns: SeriesColumn<GroupRow>[] = [
    {heading: words.tenth, cell: ({part}) => decimal(part + 1)},
    {heading: words.observations, cell: ({observations}) => decimal(Number(observations))},
    {heading: words.defaults, cell: ({defaults}) => decimal(Number(defaults))},
    {heading: words.meanPd, cell: ({mean_pd: pd}) => probability(pd)},
    {heading: words.observed, cell: ({odr}) => probability(odr)}
  ];
  return chartCard(site, {
    id: "chart-calibration",
    title: words.calibration,
    caption: captionOf(site, words.calibrationNote, sample),
    mart: site.mart(martExperimentGroups),
    definition: "group_rate",
    widths: SQUARE,
    draw: (options) =>
      TenthCalibration(
        series.map(({place, groups}) => ({place, tenths: groups.map(({mean_pd: pd, ...rest}) => ({...rest, pd}))})),
        {...options, roleOf, labels: {x: words.meanPd, y: words.observed}}
      ),
    table: seriesTable(site, {
      caption: words.calibration,
      mart: martExperimentGroups.name,
      series,
      roleOf,
      rowsOf: ({groups}) => groups,
      columns
    })
  });
}

function spread(site: Site, {series, sample, roleOf}: RankCharts): Html {
  const words = LAB[site.language];
  const totalOf = (rows: readonly SpreadRow[]) =>
    rows.reduce((total, {observations}) => total + Number(observations), 0);
  const columns: SeriesColumn<SpreadRow & {readonly share: number}>[] = [
    {heading: words.pdClass, cell: ({upper_pd: pd}) => probability(pd)},
    {heading: words.share, cell: ({share}) => percent(share)},
    {heading: words.defaults, cell: ({defaults}) => decimal(Number(defaults))}
  ];
  const shared = (rows: readonly SpreadRow[]) => {
    const total = totalOf(rows);
    return rows.map((row) => ({...row, share: Number(row.observations) / total}));
  };
  return chartCard(site, {
    id: "chart-spread",
    title: words.spread,
    caption: captionOf(site, words.spreadNote, sample),
    mart: site.mart(martExperimentSpread),
    definition: "spread_pd",
    widths: SQUARE,
    draw: (options) =>
      PdSpread(
        series.map(({place, spread: rows}) => ({
          place,
          classes: shared(rows).map(({upper_pd: upperPd, share}) => ({upperPd, share}))
        })),
        {...options, roleOf, labels: {x: words.pdClass, y: words.share}}
      ),
    table: seriesTable(site, {
      caption: words.spread,
      mart: martExperimentSpread.name,
      series,
      roleOf,
      rowsOf: (each) => shared(each.spread),
      columns
    })
  });
}

function captionOf({language}: Site, note: string, sample: string): string {
  return `${note}${language === "zh" ? "" : " "}${LAB[language].onSample(codeName("split", sample, language))}`;
}

/** The height of each curve at a few shares: the last point at or before it. */
function readOut(
  site: Site,
  {series, roleOf}: RankCharts,
  caption: string,
  axis: string,
  shareOf: (point: CurveRow) => number
): Html {
  const rowsOf = ({curve}: Series) =>
    READ_AT.map((share) => ({
      share,
      found: Math.max(...curve.filter((point) => shareOf(point) <= share).map(({hit_rate: found}) => found))
    }));
  return seriesTable(site, {
    caption,
    mart: martExperimentCurves.name,
    series,
    roleOf,
    rowsOf,
    columns: [
      {heading: axis, cell: ({share}) => percent(share, 0)},
      {heading: LAB[site.language].hits, cell: ({found}) => percent(found)}
    ]
  });
}
