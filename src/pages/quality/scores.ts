import {martQualityScores} from "#warehouse/marts/mart_quality_scores.js";
import {ACROSS, chartCard} from "../../components/chartCard.js";
import {SegmentHeat, type SegmentCell} from "../../components/charts/SegmentHeat.js";
import {dataTable} from "../../components/dataTable.js";
import {markup, type Html} from "../../components/html.js";
import {heatStep} from "../../components/scales.js";
import {overallScores, yearlyScores, type ScoreRow} from "../../findings/quality.js";
import type {Site} from "../../findings/site.js";
import {decimal, percent} from "../../format/number.js";
import {codeName} from "../../i18n/members.js";
import {below} from "../../i18n/sentences/quality.js";
import {WORDS} from "../../i18n/words.js";
import {scrolling, section} from "./section.js";

const YEARS_ACROSS = 10;
const YEARS_NARROW = 4;
const NARROW = 500;

/** The score of each extract, and how it moved from year to year. */
export function scoresSection(site: Site): Html {
  const words = WORDS[site.language];
  const scores = overallScores(site);
  if (scores.length === 0) return markup``;
  const table = dataTable(
    scores,
    [
      {heading: words.extract, cell: ({extract}) => codeName("extract", extract, site.language)},
      {heading: words.inForce, isNumber: true, cell: ({rows}) => decimal(Number(rows))},
      {heading: words.withheld, isNumber: true, cell: ({withheld}) => decimal(Number(withheld))},
      {heading: words.inQuarantine, isNumber: true, cell: ({quarantined}) => decimal(Number(quarantined))},
      {heading: words.failing, isNumber: true, cell: ({failing}) => decimal(Number(failing))},
      {heading: words.accuracy, isNumber: true, cell: ({accuracy}) => shareText(accuracy, site)},
      {heading: words.completeness, isNumber: true, cell: ({completeness}) => shareText(completeness, site)},
      {heading: words.timeliness, isNumber: true, cell: ({timeliness}) => shareText(timeliness, site)},
      {
        heading: words.meanLag,
        isNumber: true,
        cell: ({mean_lag_days: days}) => (days === null ? words.absent : decimal(days, 1))
      },
      {heading: words.score, isNumber: true, cell: ({score}) => shareText(score, site)}
    ],
    {caption: words.scores, mart: martQualityScores.name, isTitled: true}
  );
  return markup`${section("scores", words.scores, scrolling("scores-title", table))}${trend(site)}`;
}

function trend(site: Site): Html {
  const {language} = site;
  const words = WORDS[language];
  const rows = yearlyScores(site).filter(({score}) => score !== null);
  if (rows.length === 0) return markup``;
  const years = [...new Set(rows.map(({period}) => period))].sort();
  const extracts = overallScores(site)
    .map(({extract}) => extract)
    .filter((extract) => rows.some((row) => row.extract === extract));
  const at = (extract: string, year: string) => rows.find((row) => row.extract === extract && row.period === year);
  const table = dataTable(
    extracts,
    [
      {heading: words.extract, cell: (extract) => codeName("extract", extract, language)},
      ...years.map((year) => ({
        heading: year,
        isNumber: true,
        cell: (extract: string) => shareText(at(extract, year)?.score ?? null, site)
      }))
    ],
    {caption: words.chartQuality, mart: martQualityScores.name}
  );
  return chartCard(site, {
    id: "chart-quality",
    title: words.chartQuality,
    caption: words.captionQuality,
    mart: site.mart(martQualityScores),
    definition: "quality_score",
    widths: ACROSS,
    draw(options) {
      const isNarrow = options.width < NARROW;
      const columns = years.slice(isNarrow ? -YEARS_NARROW : -YEARS_ACROSS);
      const shown = rows.filter(({period}) => columns.includes(period));
      return SegmentHeat(cellsOf(shown, site, isNarrow ? 0 : 1), {
        ...options,
        rows: extracts.map((extract) => codeName("extract", extract, language)),
        columns
      });
    },
    table
  });
}

function cellsOf(rows: readonly ScoreRow[], site: Site, digits: number): SegmentCell[] {
  const largest = Math.max(...rows.map(({score}) => 1 - score!));
  return rows.map(({extract, period, score}) => ({
    row: codeName("extract", extract, site.language),
    column: period,
    step: heatStep(1 - score!, largest),
    text: digits === 0 ? percent(Math.min(score!, score! < 1 ? 0.99 : 1), 0) : percent(below(score)!, digits)
  }));
}

function shareText(share: number | null, {language}: Site): string {
  return share === null ? WORDS[language].absent : percent(below(share)!);
}
