import type {Chart} from "./chart.js";

/** Which of two shown together a series is; null where it is drawn to be shown later. */
export type Role = "first" | "second" | null;

/** The class of all marks of a series, so that a style sheet colours, shows and hides them. */
export function seriesName(place: number): string {
  return `series-${place}`;
}

/** Says of every mark of a series which role it plays. */
export function withRoles(chart: Chart, roleOf: (place: number) => Role): Chart {
  for (const mark of chart.querySelectorAll('[class^="series-"]')) {
    const place = parseInt(mark.getAttribute("class")!.slice("series-".length), 10);
    mark.setAttribute("data-series", String(place));
    const role = roleOf(place);
    if (role !== null) mark.setAttribute("data-role", role);
  }
  return chart;
}
