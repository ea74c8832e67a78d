import type {PageName} from "../components/pages.js";
import type {Site} from "../findings/site.js";
import {definitionsPage} from "./definitions.js";
import {comparePage} from "./compare.js";
import {experimentsPage} from "./experiments.js";
import {featuresPage} from "./features.js";
import {forwardPage} from "./forward.js";
import {modelPage} from "./model.js";
import {overviewPage} from "./overview.js";
import {qualityPage} from "./quality.js";
import {ratingsPage} from "./ratings.js";
import {runPage} from "./run.js";
import {segmentsPage} from "./segments.js";
import {validationPage} from "./validation.js";

/** Every page as a function of the site. */
export const PAGE_OF: Readonly<Record<PageName, (site: Site) => string>> = {
  overview: overviewPage,
  segments: segmentsPage,
  ratings: ratingsPage,
  forward: forwardPage,
  quality: qualityPage,
  experiments: experimentsPage,
  model: modelPage,
  compare: comparePage,
  validation: validationPage,
  features: featuresPage,
  definitions: definitionsPage,
  run: runPage
};
