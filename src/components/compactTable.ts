import {markup, raw, type Html, type Part} from "./html.js";

export interface CompactTable {
  readonly caption: string;
  readonly mart: string;
  readonly headings: readonly string[];
  /** Cells of each row; the first names it. */
  readonly rows: readonly (readonly Part[])[];
}

/** A small table of numbers in little markup, for pages that hold hundreds of them. */
export function compactTable({caption, mart, headings, rows}: CompactTable): Html {
  const head = headings.map((heading) => markup`<th scope="col">${heading}</th>`);
  const body = rows.map(([name, ...cells]) => {
    return markup`<tr><th scope="row">${name ?? null}</th>${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>`;
  });
  return markup`<table class="compact" data-mart="${mart}"><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

const STEPS = 20;

/** A bar beside a number, as long as its share of the largest: the style sheet knows its length by its class. */
export function bar(value: number, largest: number): Html {
  const step = largest === 0 ? 0 : Math.round((value / largest) * STEPS);
  return raw(`<i class="w${step}"></i>`);
}
