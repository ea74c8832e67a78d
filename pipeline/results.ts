export type {Measure} from "./rating/evaluate.js";
export type {RunSummary} from "./run.js";
export type {SiteSummary} from "./publishing/buildSite.js";
export type {LoadSummary} from "./loading.js";
