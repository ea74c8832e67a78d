import {martValidationCells} from "#warehouse/marts/mart_validation_cells.js";
import {dataTable} from "../../components/dataTable.js";
import {markup, type Html} from "../../components/html.js";
import type {CellRow, ValidationFindings} from "../../findings/validation.js";
import type {Site} from "../../findings/site.js";
import {decimal, probability} from "../../format/number.js";
import {LAB} from "../../i18n/lab/words.js";
import {codeName, memberName} from "../../i18n/members.js";
import {verdictText} from "../shared/lab.js";

/** What the validation saw of each segment, or year, and the tests that did not pass there. */
export function cellsTable(
  site: Site,
  {tests}: ValidationFindings,
  cells: readonly CellRow[],
  {kind, title}: {readonly kind: "segment" | "year"; readonly title: string}
): Html {
  const {language} = site;
  const words = LAB[language];
  const faults = (cell: CellRow) =>
    tests
      .filter(
        (test) => test.scope_kind === kind && test.scope === cell.scope && ["fail", "watch"].includes(test.verdict)
      )
      .map(({test, verdict}) => markup`<li>${codeName("test", test, language)}: ${verdictText(site, verdict)}</li>`);
  return dataTable(
    cells,
    [
      {
        heading: kind === "segment" ? words.segment : words.year,
        cell: ({scope}) => (kind === "segment" ? memberName("industry", scope, language) : scope)
      },
      {heading: words.outcomeOf, cell: ({verdict}) => verdictText(site, verdict)},
      {heading: words.observations, isNumber: true, cell: ({observations}) => decimal(Number(observations))},
      {heading: words.defaults, isNumber: true, cell: ({defaults}) => decimal(Number(defaults))},
      {heading: words.meanPd, isNumber: true, cell: ({mean_pd: pd}) => probability(pd)},
      {heading: words.rate, isNumber: true, cell: ({odr}) => probability(odr)},
      {heading: words.auc, isNumber: true, cell: ({auc}) => (auc === null ? "" : decimal(auc, 3))},
      {
        heading: words.interval,
        isNumber: true,
        cell: ({auc_lower: low, auc_upper: high}) =>
          low === null || high === null ? "" : `${decimal(low, 3)} – ${decimal(high, 3)}`
      },
      {heading: words.faults, cell: (cell) => markup`<ul class="faults">${faults(cell)}</ul>`}
    ],
    {caption: title, mart: martValidationCells.name, isTitled: true}
  );
}
