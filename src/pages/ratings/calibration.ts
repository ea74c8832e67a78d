import {martGradePerformance} from "#warehouse/marts/mart_grade_performance.js";
import {chartCard, HALF} from "../../components/chartCard.js";
import {Calibration} from "../../components/charts/Calibration.js";
import {dataTable} from "../../components/dataTable.js";
import {markup, type Html} from "../../components/html.js";
import {gradeCountOf} from "../../findings/book.js";
import {calibrationFindings} from "../../findings/grades.js";
import type {Site} from "../../findings/site.js";
import {valueText} from "../../format/value.js";
import {WORDS} from "../../i18n/words.js";

/** PD against the observed default rate, by grade, over all complete years. */
export function calibrationSection(site: Site): Html {
  const words = WORDS[site.language];
  const found = calibrationFindings(site);
  if (found === null)
    return markup`<section class="card"><h2 id="calibration-title">${words.chartCalibration}</h2><p>${words.noDefaults}</p></section>`;
  const mart = site.mart(martGradePerformance);
  const rate = (value: number | null) => valueText(value, "rate", site.reading);
  const count = (value: number) => valueText(value, "count", site.reading);
  const table = dataTable(
    found.grades,
    [
      {heading: words.grade, cell: ({grade}) => grade},
      {heading: words.rated, isNumber: true, cell: ({rated}) => count(rated)},
      {heading: words.known, isNumber: true, cell: ({known}) => count(known)},
      {heading: words.expectedDefaults, isNumber: true, cell: ({expected}) => count(Math.round(expected * 10) / 10)},
      {heading: words.observedDefaults, isNumber: true, cell: ({defaults}) => count(defaults)},
      {heading: words.meanPd, isNumber: true, cell: ({pd}) => rate(pd)},
      {heading: words.odr, isNumber: true, cell: ({odr}) => rate(odr)},
      {
        heading: words.interval,
        isNumber: true,
        cell: ({lower, upper}) => (lower === null ? words.absent : `${rate(lower)} – ${rate(upper)}`)
      }
    ],
    {caption: words.chartCalibration, mart: mart.contract.name}
  );
  return chartCard(site, {
    id: "chart-calibration",
    title: words.chartCalibration,
    caption: words.captionCalibration(found.firstDate.slice(0, 4), found.lastDate.slice(0, 4)),
    mart,
    definition: "odr",
    widths: HALF,
    draw: (options) => Calibration(found.grades, {...options, gradeCount: gradeCountOf(site)}),
    table
  });
}
