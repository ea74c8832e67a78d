import {martQualityControls} from "#warehouse/marts/mart_quality_controls.js";
import {dataTable, type TableColumn} from "../../components/dataTable.js";
import {markup, type Html} from "../../components/html.js";
import {controlRows, type ControlRow} from "../../findings/quality.js";
import type {Site} from "../../findings/site.js";
import {codeName} from "../../i18n/members.js";
import {WORDS} from "../../i18n/words.js";
import {anchorOf, hasRows} from "./anchors.js";
import {scrolling, section} from "./section.js";

/** Control totals, breaks first, each break with a way to the rows that did not load. */
export function controlsSection(site: Site): Html {
  const {language} = site;
  const words = WORDS[language];
  const rows = controlRows(site);
  if (rows.length === 0) return section("controls", words.controls, markup`<p>${words.noControls}</p>`);
  const isFileShown = rows[0]!.source_file !== undefined;
  const file: TableColumn<ControlRow> = {
    heading: words.file,
    cell: ({source_file: name}) => markup`<code>${name ?? ""}</code>`
  };
  const table = dataTable(
    rows,
    [
      {heading: words.extract, cell: ({extract}) => codeName("extract", extract, language)},
      ...(isFileShown ? [file] : []),
      {heading: words.control, cell: ({control}) => codeName("control", control, language)},
      {heading: words.column, cell: ({column_name: column}) => (column === "" ? "" : markup`<code>${column}</code>`)},
      {heading: words.declared, isNumber: true, cell: ({declared}) => grouped(declared)},
      {heading: words.computed, isNumber: true, cell: ({computed}) => grouped(computed)},
      {
        heading: words.verdict,
        cell: (row) => (row.is_reconciled ? words.reconciled : broken(site, row)),
        classOf: (row) => (row.is_reconciled ? "" : "bad")
      },
      {heading: words.batch, isNumber: true, cell: ({batch_id: batch}) => String(batch)}
    ],
    {caption: words.controls, mart: martQualityControls.name, isTitled: true}
  );
  return section("controls", words.controls, scrolling("controls-title", table, rows.length > 20));
}

function broken(site: Site, {extract}: ControlRow): Html {
  const words = WORDS[site.language];
  const way = hasRows(site, extract) ? markup` · <a href="#${anchorOf(extract)}">${words.toItsRows}</a>` : null;
  return markup`<strong>${words.broken}</strong>${way}`;
}

/** A decimal text with its digits in threes. */
export function grouped(number: string): string {
  const [, sign, whole, fraction = ""] = /^([+-]?)([\d,]+)(\..*)?$/.exec(number) ?? [];
  if (whole === undefined) return number;
  const digits = whole.replaceAll(",", "").replace(/\B(?=(\d{3})+$)/g, ",");
  return `${sign === "-" ? "−" : ""}${digits}${fraction}`;
}
