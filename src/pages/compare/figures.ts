import {martExperimentFigures} from "#warehouse/marts/mart_experiment_figures.js";
import {markup, type Html, type Part} from "../../components/html.js";
import type {Comparison} from "../../findings/compare.js";
import {experimentPath, figuresOf, measured, type ExperimentRow} from "../../findings/lab.js";
import type {Site} from "../../findings/site.js";
import {decimal} from "../../format/number.js";
import {LAB} from "../../i18n/lab/words.js";
import {codeName} from "../../i18n/members.js";
import {scrolling, section} from "../quality/section.js";
import {figureText} from "../shared/lab.js";
import {markOf} from "./pair.js";

const METRICS = ["auc", "ks", "brier", "log_loss"] as const;
const SAMPLES = ["cross_validation", "validation", "test"] as const;

/** The figures of the two, in a column for each. */
export function figuresOfTwo(site: Site, found: Comparison): Html {
  const {language} = site;
  const words = LAB[language];
  const {experiments} = found;
  const figures = experiments.map((each) => figuresOf(site, each));
  const row = (name: Part, cell: (experiment: ExperimentRow, place: number) => Part) => {
    const cells = experiments.map(
      (each, place) => markup`<td class="number"${markOf(found, place)}>${cell(each, place)}</td>`
    );
    return markup`<tr><th scope="row">${name}</th>${cells}</tr>`;
  };
  const measures = SAMPLES.flatMap((sample) => METRICS.map((metric) => ({sample, metric})))
    .filter(({sample, metric}) => figures.some((rows) => measured(rows, sample, metric) !== null))
    .map(({sample, metric}) => {
      const name = markup`${codeName("metric", metric, language)} <span class="about">${codeName("split", sample, language)}</span>`;
      return row(name, (_, place) => figureText(measured(figures[place]!, sample, metric)));
    });
  const head = experiments.map((each, place) => {
    return markup`<th scope="col" class="number"${markOf(found, place)}><span class="key"></span><a href="./${experimentPath(each)}"><code>${each.experiment_id}</code></a></th>`;
  });
  const table = markup`<table data-mart="${martExperimentFigures.name}"><caption class="unseen">${words.figures}</caption><thead><tr><th scope="col">${words.measure}</th>${head}</tr></thead><tbody>${row(words.method, ({method}) => codeName("method", method, language))}${row(words.features, ({features}) => decimal(features))}${measures}</tbody></table>`;
  return section("figures", words.figures, scrolling("figures-title", table));
}
