import type {PageName} from "../components/pages.js";
import type {Site} from "../findings/site.js";
import {definitionsPage} from "./definitions.js";
import {featuresPage} from "./features.js";
import {forwardPage} from "./forward.js";
import {overviewPage} from "./overview.js";
import {qualityPage} from "./quality.js";
import {ratingsPage} from "./ratings.js";
import {runPage} from "./run.js";
import {segmentsPage} from "./segments.js";

/** Every page as a function of the site. */
export const PAGE_OF: Readonly<Record<PageName, (site: Site) => string>> = {
  overview: overviewPage,
  segments: segmentsPage,
  ratings: ratingsPage,
  forward: forwardPage,
  quality: qualityPage,
  features: featuresPage,
  definitions: definitionsPage,
  run: runPage
};
