import type {Role} from "../../components/charts/series.js";
import {markup, type Html, type Part} from "../../components/html.js";
import type {Series} from "../../findings/labCharts.js";
import type {Site} from "../../findings/site.js";
import {LAB} from "../../i18n/lab/words.js";

export interface SeriesColumn<Row> {
  readonly heading: string;
  readonly cell: (row: Row) => Part;
}

export interface SeriesTable<Row> {
  readonly caption: string;
  readonly mart: string;
  readonly series: readonly Series[];
  readonly roleOf: (place: number) => Role;
  readonly rowsOf: (series: Series) => readonly Row[];
  readonly columns: readonly SeriesColumn<Row>[];
}

/** Rows of several series, each row named by its experiment where there are several; those without a role are hidden by the style sheet. */
export function seriesTable<Row>({language}: Site, table: SeriesTable<Row>): Html {
  const {caption, mart, series, roleOf, rowsOf, columns} = table;
  const isOne = series.length === 1;
  const named = isOne ? null : markup`<th scope="col">${LAB[language].experiment}</th>`;
  const rows = series.flatMap((each) =>
    rowsOf(each).map((row) => rowText(row, each, isOne, columns, roleOf(each.place)))
  );
  const head = columns.map(({heading}) => markup`<th scope="col">${heading}</th>`);
  return markup`<table class="series-table" data-mart="${mart}"><caption class="unseen">${caption}</caption><thead><tr>${named}${head}</tr></thead><tbody>${rows}</tbody></table>`;
}

function rowText<Row>(
  row: Row,
  {id, place}: Series,
  isOne: boolean,
  [name, ...columns]: readonly SeriesColumn<Row>[],
  role: Role
): Html {
  const cells = columns.map(({cell}) => markup`<td class="number">${cell(row)}</td>`);
  const heading = name!.cell(row);
  const first = isOne
    ? markup`<th scope="row">${heading}</th>`
    : markup`<th scope="row"><code>${id}</code></th><td class="number">${heading}</td>`;
  return markup`<tr data-series="${place}"${role === null ? null : markup` data-role="${role}"`}>${first}${cells}</tr>`;
}
