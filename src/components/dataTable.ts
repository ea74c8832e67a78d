import {markup, type Html, type Part} from "./html.js";

export interface TableColumn<Row> {
  readonly heading: string;
  readonly cell: (row: Row) => Part;
  /** Numbers stand to the right; texts to the left. */
  readonly isNumber?: boolean;
  /** What a sorted table sorts by; the text of the cell when left out. */
  readonly sortBy?: (row: Row) => number | null;
  readonly classOf?: (row: Row) => string;
}

export interface TableOptions<Row> {
  readonly caption: string;
  readonly mart: string;
  readonly isSortable?: boolean;
  /** A heading beside the table says the same: the caption is for those who do not see it. */
  readonly isTitled?: boolean;
  /** What a script reads of a row beside its cells, by the name of the data attribute. */
  readonly dataOf?: (row: Row) => Readonly<Record<string, string>>;
}

/** A table whose first column names the row. */
export function dataTable<Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  options: TableOptions<Row>
): Html {
  const {caption, mart, isSortable = false, isTitled = false, dataOf} = options;
  const side = ({isNumber}: TableColumn<Row>) => (isNumber ? markup` class="number"` : null);
  return markup`<table data-mart="${mart}" ${isSortable ? markup` data-sortable` : null}>
    <caption${isTitled ? markup` class="unseen"` : null}>${caption}</caption>
    <thead>
      <tr>
        ${columns.map((column) => markup`<th scope="col" ${side(column)}>${column.heading}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          markup`<tr${Object.entries(dataOf?.(row) ?? {}).map(([name, value]) => markup` data-${name}="${value}"`)}>
            ${columns.map((column, place) => cellOf(row, column, place))}
          </tr>`
      )}
    </tbody>
  </table>`;
}

function cellOf<Row>(row: Row, column: TableColumn<Row>, place: number): Html {
  if (place === 0) return markup`<th scope="row">${column.cell(row)}</th>`;
  const classes = [column.isNumber ? "number" : "", column.classOf?.(row) ?? ""].filter(Boolean).join(" ");
  const sort = column.sortBy?.(row);
  return markup`<td${classes === "" ? null : markup` class="${classes}"`}${sort === undefined ? null : markup` data-sort="${sort ?? ""}"`}>${column.cell(row)}</td>`;
}
