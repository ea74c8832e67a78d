export type {Comparison} from "./compare.js";
export type {ExperimentList, ListedExperiment} from "./experiments.js";
export type {SampleFigures} from "./figures.js";
export type {Promoted} from "./promote.js";
export type {ScoredObligor} from "./scoreObligor.js";
export type {Trained} from "./train.js";
export type {Validated} from "./validate.js";
export type {LabEvent} from "./watch/lab.js";
