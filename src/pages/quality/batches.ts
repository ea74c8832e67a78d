import {martQualityBatches} from "#warehouse/marts/mart_quality_batches.js";
import {dataTable} from "../../components/dataTable.js";
import {markup, type Html} from "../../components/html.js";
import type {Site} from "../../findings/site.js";
import {decimal} from "../../format/number.js";
import {codeName} from "../../i18n/members.js";
import {WORDS} from "../../i18n/words.js";
import {scrolling, section} from "./section.js";

const SHOWN = 60;

interface BatchRow {
  readonly batch_id: number;
  readonly extract: string;
  readonly delivery: string;
  readonly content_sha256: string;
  readonly rows_in: number;
  readonly loaded: number;
  readonly duplicates: number;
  readonly quarantined: number;
  readonly left_out: number;
  readonly superseded: number;
  readonly ended: number;
}

/** The latest batches, and where their rows went. */
export function batchesSection(site: Site): Html {
  const {language} = site;
  const words = WORDS[language];
  const rows = [...site.rows<BatchRow>(martQualityBatches)].reverse().slice(0, SHOWN);
  const count = (heading: string, cell: (row: BatchRow) => number) => ({
    heading,
    isNumber: true,
    cell: (row: BatchRow) => decimal(cell(row))
  });
  const table = dataTable(
    rows,
    [
      {heading: words.batch, isNumber: true, cell: ({batch_id: batch}) => String(batch)},
      {heading: words.extract, cell: ({extract}) => codeName("extract", extract, language)},
      {heading: words.delivery, cell: ({delivery}) => codeName("delivery", delivery, language)},
      count(words.rowsIn, (row) => row.rows_in),
      count(words.loaded, (row) => row.loaded),
      count(words.duplicates, (row) => row.duplicates),
      count(words.inQuarantine, (row) => row.quarantined),
      count(words.leftOut, (row) => row.left_out),
      count(words.superseded, (row) => row.superseded),
      count(words.ended, (row) => row.ended),
      {
        heading: words.contentHash,
        cell: ({content_sha256: hash}) => markup`<code class="hash">${hash.slice(0, 12)}</code>`
      }
    ],
    {caption: words.latestBatches, mart: martQualityBatches.name}
  );
  return section("batches", words.batches, scrolling("batches-title", table, rows.length > 20));
}
