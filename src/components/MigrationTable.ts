import {percent} from "../format/number.js";
import {markup, type Html} from "./html.js";
import {heatStep} from "./scales.js";

export interface MigrationCell {
  readonly from: string;
  readonly to: string;
  readonly obligors: number;
}

export interface MigrationTableOptions {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly nameOf: (grade: string) => string;
  readonly words: {readonly caption: string; readonly from: string; readonly to: string; readonly total: string};
  readonly mart: string;
}

/** From-grades as rows, to-grades as columns: the share of the row, coloured by it, with obligors on hover. */
export function MigrationTable(
  cells: readonly MigrationCell[],
  {from, to, nameOf, words, mart}: MigrationTableOptions
): Html {
  const at = (row: string, column: string) =>
    cells.find((cell) => cell.from === row && cell.to === column)?.obligors ?? 0;
  return markup`<table class="matrix" data-mart="${mart}"><caption>${words.caption}</caption><thead><tr><td class="corner"><span>${words.from}</span> ↓ <span>${words.to}</span> →</td>${to.map(
    (column) => markup`<th scope="col">${nameOf(column)}</th>`
  )}<th scope="col">${words.total}</th></tr></thead><tbody>${from.map((row) => {
    const total = to.reduce((sum, column) => sum + at(row, column), 0);
    return markup`<tr><th scope="row">${nameOf(row)}</th>${to.map((column) => shareCell(at(row, column), total, row === column))}<td class="total">${String(total)}</td></tr>`;
  })}</tbody></table>`;
}

function shareCell(obligors: number, total: number, isDiagonal: boolean): Html {
  const share = total > 0 ? obligors / total : 0;
  const classes = `heat-${heatStep(share, 1)}${isDiagonal ? " diagonal" : ""}`;
  if (obligors === 0) return markup`<td class="${classes} none">–</td>`;
  return markup`<td class="${classes}" title="${String(obligors)}">${percent(share)}</td>`;
}
