import {martSegments} from "#warehouse/marts/mart_segments.js";
import type {Unit} from "#warehouse/contract.js";
import {chartCard, HALF} from "../../components/chartCard.js";
import {SegmentHeat, type SegmentCell} from "../../components/charts/SegmentHeat.js";
import {dataTable} from "../../components/dataTable.js";
import {markup, type Html} from "../../components/html.js";
import {heatStep} from "../../components/scales.js";
import {latestComplete, RATED_THAT_COUNT, segmentRows, type SegmentRow} from "../../findings/segments.js";
import type {Site} from "../../findings/site.js";
import {day} from "../../format/date.js";
import {brief} from "../../format/number.js";
import {valueText} from "../../format/value.js";
import {memberName, shortMemberName} from "../../i18n/members.js";
import {WORDS} from "../../i18n/words.js";

interface Measure {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly column: "mean_pd" | "odr" | "drawn" | "obligors";
  readonly unit: Unit;
  readonly definition: "mean_pd" | "odr" | "drawn" | "obligor_count";
}

/** Mean PD, observed default rate and weight, each as a heat map of industry by size. */
export function heatCards(site: Site, date: string): Html {
  const words = WORDS[site.language];
  const complete = latestComplete(site);
  const weights: Measure[] = [
    {id: "drawn", title: words.chartHeatDrawn, date, column: "drawn", unit: "currency", definition: "drawn"},
    {id: "count", title: words.chartHeatCount, date, column: "obligors", unit: "count", definition: "obligor_count"}
  ];
  const observed: Measure[] =
    complete === null
      ? []
      : [{id: "odr", title: words.chartHeatOdr, date: complete, column: "odr", unit: "rate", definition: "odr"}];
  const measures: Measure[] = [
    {id: "pd", title: words.chartHeatPd, date, column: "mean_pd", unit: "probability", definition: "mean_pd"},
    ...observed,
    ...weights.filter(({id}) => id === "count" || !site.lacks("exposure"))
  ];
  return markup`<div class="pair">${measures.map((measure) => heatCard(site, measure))}</div>`;
}

export const SIZE_ORDER = ["large", "medium", "small", "micro", "not_applicable", "unknown"];

function heatCard(site: Site, {id, title, date, column, unit, definition}: Measure): Html {
  const {language, reading} = site;
  const mart = site.mart(martSegments);
  const rows = segmentRows(site, date);
  const industries = [...new Set(rows.map((row) => row.industry_section))].sort();
  const sizes = SIZE_ORDER.filter((size) => rows.some((row) => row.size_class === size));
  const value = (row: SegmentRow | undefined) =>
    row === undefined || row[column] === null ? null : Number(row[column]);
  const at = (industry: string, size: string) =>
    rows.find((row) => row.industry_section === industry && row.size_class === size);
  const counts = (row: SegmentRow) => !isRate(unit) || Number(row.rated) >= RATED_THAT_COUNT;
  const largest = Math.max(0, ...rows.filter(counts).map((row) => value(row) ?? 0));
  const stepOf = (each: number) => Math.max(isRate(unit) ? 1 : 0, heatStep(each, largest));
  const short = (each: number) =>
    unit === "currency" || unit === "count" ? brief(each, language) : valueText(each, unit, reading);
  const cells = industries.flatMap((industry) =>
    sizes.flatMap((size): SegmentCell[] => {
      const segment = at(industry, size);
      const each = value(segment);
      if (segment === undefined || each === null) return [];
      const row = shortMemberName("industry", industry, language);
      return [{row, column: shortSize(size, site), step: counts(segment) ? stepOf(each) : 0, text: short(each)}];
    })
  );
  const table = dataTable(
    industries,
    [
      {heading: WORDS[language].industry, cell: (industry) => memberName("industry", industry, language)},
      ...sizes.map((size) => ({
        heading: memberName("size", size, language),
        isNumber: true,
        cell: (industry: string) => valueText(value(at(industry, size)), unit, reading)
      }))
    ],
    {caption: title, mart: mart.contract.name}
  );
  return chartCard(site, {
    id: `chart-heat-${id}`,
    title,
    caption: `${day(date, language)}${isRate(unit) ? `${language === "zh" ? "。" : ". "}${WORDS[language].paleCells}` : ""}`,
    mart,
    definition,
    widths: HALF,
    draw: (options) =>
      SegmentHeat(cells, {
        ...options,
        rows: industries.map((industry) => shortMemberName("industry", industry, language)),
        columns: sizes.map((size) => shortSize(size, site))
      }),
    table
  });
}

function isRate(unit: Unit): boolean {
  return unit === "rate" || unit === "probability";
}

function shortSize(size: string, {language}: Site): string {
  return size === "not_applicable" ? (language === "en" ? "n/a" : "不适用") : memberName("size", size, language);
}
