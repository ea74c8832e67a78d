/** Makes the headings of a table buttons that sort its rows; a second press turns the order round. */
export function makeSortable(table: HTMLTableElement): void {
  Array.from(table.querySelectorAll("thead th")).forEach((heading, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => {
      const isAscending = heading.getAttribute("aria-sort") === "descending";
      for (const other of table.querySelectorAll("thead th")) other.removeAttribute("aria-sort");
      heading.setAttribute("aria-sort", isAscending ? "ascending" : "descending");
      sortRows(table, column, isAscending);
    });
  });
}

function sortRows(table: HTMLTableElement, column: number, isAscending: boolean): void {
  const body = table.tBodies[0]!;
  const rows = Array.from(body.rows, (row, place) => ({row, place, key: keyOf(row.cells[column]!)}));
  rows.sort((a, b) => (isAscending ? compare(a.key, b.key) : compare(b.key, a.key)) || a.place - b.place);
  body.append(...rows.map(({row}) => row));
}

function keyOf(cell: HTMLTableCellElement): number | string {
  const {sort} = cell.dataset;
  if (sort === undefined) return cell.textContent;
  return sort === "" ? Number.NEGATIVE_INFINITY : Number(sort);
}

function compare(a: number | string, b: number | string): number {
  if (typeof a === "number" && typeof b === "number") return a === b ? 0 : a - b;
  return String(a).localeCompare(String(b), document.documentElement.lang);
}
