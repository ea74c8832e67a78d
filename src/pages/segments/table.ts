import {martSegments} from "#warehouse/marts/mart_segments.js";
import {dataTable, type TableColumn} from "../../components/dataTable.js";
import {markup, type Html} from "../../components/html.js";
import {segmentRows, type SegmentRow} from "../../findings/segments.js";
import type {Site} from "../../findings/site.js";
import {yearsBefore} from "../../format/date.js";
import {valueText} from "../../format/value.js";
import {memberName} from "../../i18n/members.js";
import {WORDS} from "../../i18n/words.js";
import {SIZE_ORDER} from "./heat.js";

interface SegmentLine extends SegmentRow {
  /** Of the year before, whose window may be complete. */
  readonly odrBefore: number | null;
}

/** Every segment in one table; a heading sorts it where a script runs. */
export function segmentTable(site: Site, date: string): Html {
  const {language, reading} = site;
  const words = WORDS[language];
  const before = segmentRows(site, yearsBefore(date, 1));
  const place = ({size_class}: SegmentRow) => SIZE_ORDER.indexOf(size_class);
  const rows = [...segmentRows(site, date)].sort(
    (a, b) => compare(a.industry_section, b.industry_section) || place(a) - place(b)
  );
  const lines = rows.map((row): SegmentLine => {
    const same = before.find(
      (each) => each.industry_section === row.industry_section && each.size_class === row.size_class
    );
    return {...row, odrBefore: row.odr ?? same?.odr ?? null};
  });
  const number = (
    heading: string,
    sortBy: (line: SegmentLine) => number | null,
    unit: Parameters<typeof valueText>[1]
  ) => ({
    heading,
    isNumber: true,
    sortBy,
    cell: (line: SegmentLine) => valueText(sortBy(line), unit, reading)
  });
  const exposure: TableColumn<SegmentLine>[] = site.lacks("exposure")
    ? []
    : [number(words.exposure, (line) => line.drawn, "currency")];
  const columns: TableColumn<SegmentLine>[] = [
    {heading: words.industry, cell: (line) => memberName("industry", line.industry_section, language)},
    {heading: words.size, cell: (line) => memberName("size", line.size_class, language)},
    number(words.obligors, (line) => Number(line.obligors), "count"),
    ...exposure,
    number(words.meanPd, (line) => line.mean_pd, "probability"),
    number(words.expectedDefaults, (line) => line.expected_defaults, "count"),
    number(words.odrLatest, (line) => line.odrBefore, "rate")
  ];
  const table = dataTable(lines, columns, {
    caption: words.segmentsTable,
    mart: martSegments.name,
    isSortable: true,
    isTitled: true
  });
  return markup`<section class="card" id="table" aria-labelledby="table-title"><h2 id="table-title">${words.segmentsTable}</h2><p class="live-only muted">${words.sortHint}</p><div class="scroll tall" tabindex="0" role="region" aria-labelledby="table-title">${table}</div><p class="proof">${words.source} <a href="./definitions#table-${martSegments.name}">${martSegments.name}</a></p></section>`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
