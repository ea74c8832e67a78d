import {martExperiments} from "#warehouse/marts/mart_experiments.js";
import {dataTable} from "../../components/dataTable.js";
import {markup, type Html, type Part} from "../../components/html.js";
import {experimentPaths, experimentPath, figuresOf, measured, type ExperimentRow} from "../../findings/lab.js";
import type {Site} from "../../findings/site.js";
import {decimal} from "../../format/number.js";
import {LAB} from "../../i18n/lab/words.js";
import {codeName} from "../../i18n/members.js";
import {WORDS} from "../../i18n/words.js";
import {scrolling, section} from "../quality/section.js";
import {experimentLink, figureText, titleOf, verdictText} from "../shared/lab.js";

/** Sample of the measures without one in their name: the whole procedure, on rows held out. */
const ON = "cross_validation";

/** One line for each experiment. */
export function everyExperiment(site: Site, rows: readonly ExperimentRow[]): Html {
  const words = LAB[site.language];
  const paths = new Set(experimentPaths(site));
  const figures = new Map(rows.map((row) => [row, figuresOf(site, row)]));
  const measure = (heading: string, sample: string, metric: string) => ({
    heading,
    isNumber: true,
    cell: (row: ExperimentRow) => figureText(measured(figures.get(row)!, sample, metric)),
    sortBy: (row: ExperimentRow) => measured(figures.get(row)!, sample, metric)?.value ?? null
  });
  const table = dataTable(
    rows,
    [
      {heading: words.experiment, cell: (row) => nameOf(site, row, paths)},
      {heading: words.method, cell: ({method}) => codeName("method", method, site.language)},
      measure(words.aucCv, ON, "auc"),
      measure(words.aucValidation, "validation", "auc"),
      measure(words.ks, ON, "ks"),
      measure(words.brier, ON, "brier"),
      {
        heading: words.features,
        isNumber: true,
        cell: ({features}) => decimal(features),
        sortBy: ({features}) => features
      },
      {
        heading: words.trained,
        cell: ({trained_date: date}) => date,
        classOf: () => "whole",
        sortBy: ({experiment_order: order}) => order
      },
      {heading: words.verdict, cell: ({verdict}) => verdictText(site, verdict)}
    ],
    {
      caption: words.every,
      mart: martExperiments.name,
      isSortable: true,
      isTitled: true,
      dataOf: ({model}) => ({model})
    }
  );
  return section(
    "every",
    words.every,
    markup`<p>${words.everyNote}</p>${filterForm(site, rows)}${scrolling("every-title", table)}`
  );
}

function nameOf(site: Site, row: ExperimentRow, paths: ReadonlySet<string>): Part {
  return markup`${experimentLink(site, row, paths.has(experimentPath(row)))} <span class="about">${titleOf(row, site)}</span>`;
}

function filterForm({language}: Site, rows: readonly ExperimentRow[]): Html {
  const words = LAB[language];
  const models = [...new Set(rows.map(({model}) => model))].sort();
  const options = models.map((model) => markup`<option value="${model}">${model}</option>`);
  return markup`<form class="filter live-only" data-of="${words.shownOf("{shown}", "{all}")}">
    <label>${words.model} <select name="model"><option value="">${words.allModels}</option>${options}</select></label>
    <button type="reset">${WORDS[language].clearFilter}</button>
    <output data-mart="${martExperiments.name}"></output>
  </form>`;
}
