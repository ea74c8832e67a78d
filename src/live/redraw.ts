import {percent} from "../format/number.js";
import {GradeColumns} from "../components/charts/GradeColumns.js";
import type {Counted} from "./crossfilter.js";
import type {Settings} from "./settings.js";

/** Draws the charts of the section anew, with the functions that drew them at build time. */
export function redraw(section: HTMLElement, counted: Counted, settings: Settings): void {
  const drawing = section.querySelector<HTMLElement>("#chart-now .drawing");
  if (drawing === null) return;
  const before = Object.entries(counted.gradesBefore).filter(([grade]) => grade !== "unknown");
  const total = before.reduce((sum, [, count]) => sum + count, 0);
  const shares = settings.grades.map((grade, order) => ({
    grade,
    order,
    share: counted.obligors > 0 ? (counted.grades[grade] ?? 0) / counted.obligors : 0,
    shareBefore: total > 0 ? (counted.gradesBefore[grade] ?? 0) / total : null
  }));
  const width = Math.round(drawing.clientWidth);
  const chart = GradeColumns(shares, {
    document,
    width,
    language: settings.language,
    gradeCount: settings.gradeCount,
    labels: {before: settings.words.before}
  });
  chart.setAttribute("role", "img");
  chart.setAttribute("aria-labelledby", "chart-now-title chart-now-caption");
  drawing.replaceChildren(chart);
  showTable(
    section,
    shares.map(({share, shareBefore}) => [share, shareBefore]),
    settings.words.absent
  );
}

function showTable(section: HTMLElement, rows: readonly (readonly (number | null)[])[], absent: string): void {
  const cells = Array.from(section.querySelectorAll("#chart-now tbody tr"), (row) => row.querySelectorAll("td"));
  rows.forEach((values, row) =>
    values.forEach((value, column) => {
      const cell = cells[row]?.[column];
      if (cell !== undefined) cell.textContent = value === null ? absent : percent(value);
    })
  );
}
