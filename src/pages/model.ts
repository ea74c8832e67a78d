import type {Html} from "../components/html.js";
import {markup} from "../components/html.js";
import {page} from "../components/page.js";
import {experimentPath, leadingExperiment, orderingOf, shownExperiments, type ExperimentRow} from "../findings/lab.js";
import type {Site} from "../findings/site.js";
import {LAB} from "../i18n/lab/words.js";
import {LAB_SENTENCES} from "../i18n/sentences/lab.js";
import {backtestSection} from "./model/backtest.js";
import {chartsSection} from "./model/charts.js";
import {factsSection, figuresSection} from "./model/facts.js";
import {scorecardSection} from "./model/scorecard.js";
import {selectionSection} from "./model/selection.js";
import {termsSection} from "./model/terms.js";
import {exclusionsSection, tuningSection} from "./model/training.js";
import {emptyPage, titleOf} from "./shared/lab.js";

/** The page of the champion, else of the latest experiment. */
export function modelPage(site: Site): string {
  const empty = emptyPage(site, "model", LAB[site.language].modelHeading);
  return empty ?? written(site, leadingExperiment(site)!, "model");
}

/** The page of one experiment. Throws where the run has none of that path. */
export function experimentPage(site: Site, path: string): string {
  const experiment = shownExperiments(site).find((each) => experimentPath(each) === path);
  if (experiment === undefined) throw new Error(`this run shows no experiment ${path}`);
  return written(site, experiment, path);
}

function written(site: Site, experiment: ExperimentRow, path: string): string {
  const sections = [
    factsSection,
    figuresSection,
    chartsSection,
    backtestSection,
    scorecardSection,
    termsSection,
    selectionSection,
    tuningSection,
    exclusionsSection
  ];
  return page(site, {
    name: "model",
    path,
    title: experiment.experiment_id,
    heading: titleOf(experiment, site),
    lead: LAB_SENTENCES[site.language].model(orderingOf(site, experiment), site.reading),
    script: "feature-table",
    body: markup`${chooser(site, experiment)}${sections.map((section) => section(site, experiment))}`
  });
}

/** Ways to the other experiments. */
function chooser(site: Site, {experiment_id: current}: ExperimentRow): Html {
  const words = LAB[site.language];
  const links = shownExperiments(site).map((each) => {
    const here = each.experiment_id === current ? markup` aria-current="true"` : null;
    return markup`<li><a href="./${experimentPath(each)}"${here}><code>${each.experiment_id}</code></a></li>`;
  });
  return markup`<nav class="chooser" aria-label="${words.others}" data-mart="mart_experiments"><ul>${links}</ul></nav>`;
}
